import type { ReactNode } from 'react';
import type { CheckView } from '../../src-main/ipc/view.ts';
import { useWords } from '../words/words.tsx';
import styles from './checklist.module.css';
import { Icon } from './icon.tsx';

interface CheckRowProps {
  readonly check: CheckView;
  readonly more?: ReactNode;
  readonly focusable?: boolean;
}

/** One check: a ring while it waits, turning while it works, a tick or a cross at its end. */
export function CheckRow({ check, more, focusable }: CheckRowProps) {
  const { t } = useWords();
  const time = useCheckTime(check);
  return (
    <li
      className={styles.check}
      data-state={check.state}
      {...(check.state === 'working' ? { 'aria-current': 'step' } : {})}
      {...(focusable ? { tabIndex: -1, 'data-failed-row': '' } : {})}
    >
      <span className={styles.sign}>
        {check.state === 'working' ? <span className={styles.spinner} /> : null}
        {check.state === 'done' ? <Icon name="check" /> : null}
        {check.state === 'failed' ? <Icon name="cross" /> : null}
      </span>
      <span className={styles.what}>{t(`check.${check.name}`, { state: check.state })}</span>
      {time === null ? null : <span className={styles.time}>{time}</span>}
      {more}
    </li>
  );
}

function useCheckTime(check: CheckView): string | null {
  const { t, number } = useWords();
  if (check.ms === null) return null;
  if (check.ms < 100) return t('common.milliseconds', { ms: Math.round(check.ms) });
  const seconds = check.ms / 1000;
  return t('common.seconds', { seconds: number(seconds, seconds < 10 ? 1 : 0) });
}
