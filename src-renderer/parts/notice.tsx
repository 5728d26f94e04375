import type { ReactNode } from 'react';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

interface NoticeProps {
  readonly icon: IconName;
  readonly kind?: 'caution' | 'critical';
  /** Read out at once when it appears. */
  readonly alert?: boolean;
  readonly children: ReactNode;
}

/** One thing to know, in place. */
export function Notice({ icon, kind, alert, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-kind={kind} {...(alert ? { role: 'alert' } : {})}>
      <Icon name={icon} />
      {children}
    </div>
  );
}
