import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './values.module.css';

/** A list of values, each with where it comes from or with its copy button. */
export function Values({ tall, children }: { readonly tall?: boolean; readonly children: ReactNode }) {
  return <dl className={cx(styles.values, tall && styles.tall)}>{children}</dl>;
}

interface ValueRowProps {
  readonly label: string;
  /** Who said so. */
  readonly from?: string;
  readonly tool?: ReactNode;
  readonly children: ReactNode;
}

export function ValueRow({ label, from, tool, children }: ValueRowProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {from === undefined ? null : <span className={styles.from}>{from}</span>}
      </dd>
      {tool === undefined ? null : <dd className={styles.tool}>{tool}</dd>}
    </div>
  );
}
