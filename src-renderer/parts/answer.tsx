import type { ReactNode } from 'react';
import { announce } from './announcer.tsx';
import styles from './answers.module.css';
import { Icon } from './icon.tsx';

interface AnswerProps {
  readonly question: string;
  readonly open?: boolean;
  /** The first question gets the focus when the screen comes. */
  readonly arrive?: boolean;
  readonly children: ReactNode;
}

/** One thing a mail app may do, and what it means. One is open at a time (the browser sees to it by their name). */
export function Answer({ question, open = false, arrive, children }: AnswerProps) {
  return (
    <details
      name="does"
      open={open}
      onToggle={(event) => {
        const words = event.currentTarget.querySelector('p')?.textContent ?? '';
        if (event.newState === 'open' && event.currentTarget.contains(document.activeElement))
          announce(words);
      }}
    >
      <summary {...(arrive ? { 'data-arrive': '' } : {})}>
        {question}
        <Icon name="next" mirror />
      </summary>
      <div className={styles.answer}>{children}</div>
    </details>
  );
}
