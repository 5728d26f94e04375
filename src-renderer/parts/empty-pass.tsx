import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** A blank pass, drawn: there is nothing here yet, and what would be. */
export function EmptyPass({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <svg className={styles.art} viewBox="0 0 168 112" aria-hidden="true">
        <path
          className={styles.artPaper}
          d="M124 8h32a8 8 0 0 1 8 8v80a8 8 0 0 1-8 8h-32a8 8 0 0 0-16 0H12a8 8 0 0 1-8-8V16a8 8 0 0 1 8-8h96a8 8 0 0 0 16 0Z"
        />
        <path className={styles.artTear} d="M116 24v64" />
        <rect className={styles.artBlank} x="20" y="26" width="24" height="24" rx="6" />
        <path className={styles.artLine} d="M56 34h36M56 44h24M20 72h64M20 84h40M130 44h20M130 56h14" />
      </svg>
      <h1 id="title" tabIndex={-1} data-arrive="">
        {title}
      </h1>
      <p className="muted">{text}</p>
      {children}
    </div>
  );
}
