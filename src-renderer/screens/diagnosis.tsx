import { useEffect, useRef } from 'react';
import type { CheckView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { CheckRow } from '../parts/check-row.tsx';
import checklist from '../parts/checklist.module.css';
import { CopyButton } from '../parts/copy-button.tsx';
import { HomeFrame } from '../parts/home-frame.tsx';
import panel from '../parts/panel.module.css';
import { useCheckAnnouncements } from '../parts/use-check-announcements.ts';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The whole way from the computer to the mailbox, in its order; the heading is the result. */
export function Diagnosis({ view, screen }: ScreenProps<'diagnosis'>) {
  const words = useWords();
  const { t, at } = words;
  const { act } = useActs();
  const failed = screen.checks.filter((check) => check.state === 'failed').length;
  const done = screen.checks.length > 0 && !screen.running;
  const title = screen.running
    ? t('diagnosis.running')
    : !done
      ? t('diagnosis.title')
      : failed === 0
        ? t('diagnosis.fine')
        : t('diagnosis.inTheWay', { count: failed });
  useCheckAnnouncements(screen.checks);
  const wasRunning = useRef(screen.running);
  useEffect(() => {
    if (wasRunning.current && !screen.running) announce(title);
    wasRunning.current = screen.running;
  }, [screen.running, title]);
  return (
    <HomeFrame
      view={view}
      place="diagnosis"
      window={t('diagnosis.title')}
      title={title}
      under={
        done && screen.checkedAt !== null
          ? t('diagnosis.checkedAt', { when: at(screen.checkedAt) })
          : t('diagnosis.lead')
      }
      tools={
        <>
          {done ? (
            <CopyButton label={t('diagnosis.copy')} onCopy={() => act('diagnosis.copyReport')} />
          ) : null}
          <Button kind="primary" disabled={screen.running} onClick={() => act('diagnosis.run')}>
            {t(done ? 'diagnosis.again' : 'diagnosis.run')}
          </Button>
        </>
      }
    >
      {screen.checks.length === 0 ? null : (
        <ol
          className={`${checklist.checklist} ${panel.panel} ${checklist.padInline} ${checklist.chain}`}
          aria-busy={screen.running}
        >
          {screen.checks.map((check) => (
            <CheckRow key={check.name} check={check} more={<Finding check={check} />} />
          ))}
        </ol>
      )}
      {done ? <p className="hint">{t('diagnosis.hint')}</p> : null}
    </HomeFrame>
  );
}

function Finding({ check }: { readonly check: CheckView }) {
  const { t, fault } = useWords();
  if (check.fault === null) return null;
  const { happened, now } = fault(check.fault);
  return (
    <div className={checklist.finding}>
      <dl>
        <div>
          <dt>{t('diagnosis.where')}</dt>
          <dd>{happened}</dd>
        </div>
        <div>
          <dt>{t('diagnosis.now')}</dt>
          <dd>{now}</dd>
        </div>
      </dl>
    </div>
  );
}
