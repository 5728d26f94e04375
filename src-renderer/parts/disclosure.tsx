import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

interface DisclosureProps {
  readonly title: string;
  /** Open when it comes; the person decides from then on. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** The technical names, one click away. */
export function Disclosure({ title, open = false, children }: DisclosureProps) {
  return (
    <details className={styles.moreInfo} open={open}>
      <summary>
        <Icon name="next" mirror />
        {title}
      </summary>
      {children}
    </details>
  );
}
