import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './badge.module.css';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<'positive' | 'caution' | 'critical', IconName>> = {
  positive: 'check',
  caution: 'warn',
  critical: 'cross',
};

/** A fact in two or three words; its kind is an icon as well as a colour. */
export function Badge({
  kind,
  children,
}: {
  readonly kind?: keyof typeof icons;
  readonly children: ReactNode;
}) {
  return (
    <span className={cx('badge', styles.badge)} data-kind={kind}>
      {kind === undefined ? null : <Icon name={icons[kind]} />}
      {children}
    </span>
  );
}
