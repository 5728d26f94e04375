import { useEffect, useState } from 'react';
import { useActs } from '../acts.tsx';
import { cx } from '../cx.ts';
import { useWords } from '../words/words.tsx';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './pass.module.css';
import { PassBand, Stamp } from './pass.tsx';
import { useSecondsUntil } from './use-seconds-until.ts';

interface SecretPassProps {
  readonly id: string;
  readonly description: string;
  /** ISO date, 'never', or null when it is not known. */
  readonly validUntil: string | null;
  readonly works: boolean;
}

interface Shown {
  readonly secret: string;
  /** Milliseconds since 1970 at which it is hidden again. */
  readonly until: number;
}

const shownMs = 30_000;
/** Not the password: the same eighteen dots for every one of them. */
const dots = '•'.repeat(18);

/** The pass that holds the secret. It enters the page only after Show, and leaves it after 30 seconds or on Hide. */
export function SecretPass({ id, description, validUntil, works }: SecretPassProps) {
  const { t, day } = useWords();
  const { act } = useActs();
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => {
      setShown(null);
      announce(t('secret.announceHidden'));
    }, shown.until - Date.now());
    return () => clearTimeout(timer);
  }, [shown, t]);
  const show = async (): Promise<void> => {
    const reply = await act('appPassword.reveal', { id });
    if (!reply.ok) return;
    setShown({ secret: reply.value.secret, until: Date.now() + shownMs });
    announce(t('secret.announceShown'));
  };
  const hide = (): void => {
    setShown(null);
    announce(t('secret.announceHidden'));
  };
  return (
    <aside className={cx(styles.pass, styles.secretPass)} aria-label={t('pass.of', { name: description })}>
      <PassBand>{description}</PassBand>
      <div className={styles.passLines}>
        <div>
          <h2>{t('secret.title')}</h2>
          <p className={styles.notYours}>{t('common.notYours')}</p>
        </div>
        <div className={styles.secret}>
          <output
            className={cx(styles.secretValue, shown !== null && styles.shown)}
            aria-label={t('secret.label', { state: shown === null ? 'hidden' : 'shown' })}
          >
            {shown === null ? dots : breakable(shown.secret)}
          </output>
          <div className={styles.secretTools}>
            <Button
              icon={shown === null ? 'eye' : 'eyeoff'}
              aria-pressed={shown !== null}
              onClick={() => (shown === null ? void show() : hide())}
            >
              {t(shown === null ? 'secret.show' : 'secret.hide')}
            </Button>
            <CopyButton onCopy={() => act('appPassword.copy', { id })} />
          </div>
          <p className="hint">{shown === null ? t('secret.clears') : <HidesIn until={shown.until} />}</p>
        </div>
      </div>
      <div className={styles.passTear} />
      <dl className={styles.passStub}>
        <div>
          <dt>{t('pass.validUntil')}</dt>
          <dd>{validUntil === null || validUntil === 'never' ? t('pass.noEnd') : day(validUntil)}</dd>
        </div>
      </dl>
      {works ? <Stamp /> : null}
    </aside>
  );
}

function HidesIn({ until }: { readonly until: number }) {
  return useWords().t('secret.hidesIn', { seconds: useSecondsUntil(until) });
}

/** May break in its middle, where it can be read in two lines, and nowhere else. */
function breakable(secret: string) {
  const middle = Math.ceil(secret.length / 2);
  return (
    <>
      {secret.slice(0, middle)}
      <wbr />
      {secret.slice(middle)}
    </>
  );
}
