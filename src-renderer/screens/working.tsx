import { useEffect, useRef } from 'react';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import { CheckRow } from '../parts/check-row.tsx';
import styles from '../parts/checklist.module.css';
import { FaultNotice } from '../parts/fault-notice.tsx';
import panel from '../parts/panel.module.css';
import { useCheckAnnouncements } from '../parts/use-check-announcements.ts';
import { Waiting } from '../parts/waiting.tsx';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The password is tried before it is shown. Every line is a fact just learnt. */
export function Working({ view, screen }: ScreenProps<'working'>) {
  const { t, rich, fault } = useWords();
  const { act } = useActs();
  const failed = screen.fault !== null;
  const list = useRef<HTMLOListElement>(null);
  useCheckAnnouncements(screen.checks);
  useEffect(() => {
    if (failed) list.current?.querySelector<HTMLElement>('[data-failed-row]')?.focus();
  }, [failed]);
  return (
    <Wizard
      step={4}
      window={t('working.window')}
      title={t(failed ? 'working.titleFailed' : 'working.title')}
      lead={failed ? undefined : rich('working.lead', { app: screen.mailApp.name })}
      pass={view.pass}
      region={t('working.window')}
      actions={
        failed ? (
          <>
            <Button kind="quiet" flush onClick={() => act('nav.go', { to: 'diagnosis' })}>
              {t('common.diagnosis')}
            </Button>
            <Spring />
            <Button onClick={() => act('fault.dismiss')}>{t('way.stop')}</Button>
            <Button kind="primary" onClick={() => act('fault.retry')}>
              {t('common.tryAgain')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => act('working.cancel')} disabled={screen.cancelling}>
              {t('common.cancel')}
            </Button>
            <p className="small muted">{t('working.cancelHint')}</p>
            <Spring />
          </>
        )
      }
    >
      {screen.fault === null ? null : <FaultNotice fault={screen.fault} />}
      {screen.cancelling ? <Waiting>{t('working.cancelling')}</Waiting> : null}
      <ol ref={list} className={`${styles.checklist} ${panel.panel} ${styles.padInline}`} aria-busy={!failed}>
        {screen.checks.map((check) => (
          <CheckRow
            key={check.name}
            check={check}
            focusable={check.state === 'failed'}
            more={
              check.fault !== null ? (
                <span className={styles.more}>{fault(check.fault).happened}</span>
              ) : check.name === 'smtp' && check.state === 'working' ? (
                <span className={styles.more}>{t('working.smtpMore')}</span>
              ) : null
            }
          />
        ))}
      </ol>
      {screen.renews === null ? null : <p className="hint">{t('working.renews')}</p>}
    </Wizard>
  );
}
