import { useEffect } from 'react';
import { useActs } from '../acts.tsx';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSecondsUntil } from '../parts/use-seconds-until.ts';
import { Waiting } from '../parts/waiting.tsx';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import styles from './in-browser.module.css';
import type { ScreenProps } from './screen-props.ts';

/** Moments at which the time left is said, in seconds. */
const spoken = [120, 60, 30];

/** Everything happens in the browser; this screen only waits, and moves on by itself. */
export function InBrowser({ view, screen }: ScreenProps<'in-browser'>) {
  const { t, rich } = useWords();
  const { act } = useActs();
  return (
    <Wizard
      step={2}
      window={t('inBrowser.window')}
      title={t('inBrowser.title')}
      lead={
        screen.opened && !screen.finishing ? rich('inBrowser.lead', { host: screen.issuerHost }) : undefined
      }
      pass={view.pass}
      actions={
        <>
          <Button onClick={() => act('signIn.cancel')}>{t('common.cancel')}</Button>
          <Spring />
        </>
      }
    >
      {screen.opened ? null : (
        <Notice icon="warn" kind="caution" alert>
          <p>{t('inBrowser.leadClosed')}</p>
        </Notice>
      )}
      {screen.code === null || screen.finishing ? null : <Code {...screen.code} />}
      {screen.finishing ? (
        <Finishing />
      ) : (
        <Countdown startedAt={screen.startedAt} deadlineAt={screen.deadlineAt} />
      )}
      {screen.finishing ? null : (
        <div className="stack">
          {screen.opened ? <h2>{t('inBrowser.notOpen')}</h2> : null}
          <div className="row">
            {screen.opened ? (
              <Button icon="out" mirror onClick={() => act('signIn.openAgain')}>
                {t('inBrowser.openAgain')}
              </Button>
            ) : null}
            <CopyButton
              {...(screen.opened ? {} : { kind: 'primary' as const })}
              label={t('inBrowser.copyLink')}
              onCopy={() => act('signIn.copyLink')}
            />
          </div>
          {screen.code === null ? <p className="hint">{t('inBrowser.hint')}</p> : null}
        </div>
      )}
    </Wizard>
  );
}

/** A device code, with the warning of RFC 8628 section 5.4. The page may be opened on any device, so it is spelled out. */
function Code({
  text,
  url,
  guessed,
}: {
  readonly text: string;
  readonly url: string;
  readonly guessed: boolean;
}) {
  const { t, rich } = useWords();
  const letters = text
    .split(/[ ._-]+/)
    .map((part) => [...part].join(' '))
    .join(', ');
  // As one types it: an address that has the code filled in already is a shorter way to the same page.
  const page = url.replace(/^https:\/\/|[?&]\w*code=[^&]*$/g, '');
  const spelled = t('inBrowser.spelled', { code: letters });
  useEffect(() => announce(spelled), [spelled]);
  return (
    <>
      <div className="stack">
        <p className={styles.byCode}>{rich('inBrowser.byCode', { url: page })}</p>
        <p className={styles.code} role="img" aria-label={spelled}>
          {text}
        </p>
        <p className="hint">{t('inBrowser.codeWarning')}</p>
      </div>
      {guessed ? (
        <Notice icon="info">
          <p>{t('inBrowser.guessed')}</p>
        </Notice>
      ) : null}
    </>
  );
}

function Finishing() {
  return <Waiting>{useWords().t('inBrowser.finishing')}</Waiting>;
}

function Countdown({ startedAt, deadlineAt }: { readonly startedAt: number; readonly deadlineAt: number }) {
  const { t } = useWords();
  const total = Math.max(1, Math.round((deadlineAt - startedAt) / 1000));
  const left = useSecondsUntil(deadlineAt);
  useEffect(() => {
    if (spoken.includes(left) && left < total) announce(t('inBrowser.announceLeft', { seconds: left }));
  }, [left, total, t]);
  const minutes = Math.floor(left / 60);
  const seconds = left % 60;
  const clock = `${minutes}:${String(seconds).padStart(2, '0')}`;
  return (
    <div className="stack wide">
      <p className="ends">
        <strong>{t('inBrowser.waiting')}</strong>
        <span className="muted num">{t('inBrowser.left', { time: clock })}</span>
      </p>
      <progress value={left} max={total} aria-label={t('inBrowser.leftLabel', { minutes, seconds })} />
    </div>
  );
}
