import type { ReactNode } from 'react';
import styles from './waiting.module.css';

/** Something takes longer than 300 ms: a ring that turns, and the words that carry it. */
export function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.waiting} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      {children}
    </p>
  );
}
