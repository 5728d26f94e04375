import { useWords } from '../words/words.tsx';
import styles from './frame.module.css';
import { Mark } from './icon.tsx';

export type WizardStep = 1 | 2 | 3 | 4;

const names = ['steps.address', 'steps.signIn', 'steps.mailApp', 'steps.settings'] as const;

/** The system's title bar with our progress inside it; without a step, only the name. */
export function TitleBar({ step }: { readonly step?: WizardStep }) {
  const { t } = useWords();
  return (
    <header className={styles.titlebar}>
      <div className={styles.titlebarStart}>
        <Mark />
        <span>Gatepass</span>
      </div>
      {step === undefined ? (
        <div />
      ) : (
        <ol className={styles.steps} aria-label={t('steps.label')}>
          {names.map((name, at) => (
            <li
              key={name}
              {...(at + 1 < step ? { 'data-done': '' } : at + 1 === step ? { 'aria-current': 'step' } : {})}
            >
              {t(name)}
              {at + 1 < step ? <span className="unseen">, {t('steps.done')}</span> : null}
            </li>
          ))}
        </ol>
      )}
      <div className={styles.titlebarEnd} />
    </header>
  );
}
