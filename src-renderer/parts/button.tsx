import type { ButtonHTMLAttributes } from 'react';
import { cx } from '../cx.ts';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** One primary a screen; quiet for the small things beside what they act on. */
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly danger?: boolean;
  readonly small?: boolean;
  /** Begins at the edge of the column although it has an inner margin. */
  readonly flush?: boolean;
  readonly icon?: IconName;
  readonly mirror?: boolean;
}

export function Button({
  kind = 'plain',
  danger,
  small,
  flush,
  icon,
  mirror,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(kind === 'quiet' ? { 'data-quiet': '' } : {})}
      className={cx(
        'button',
        styles.button,
        kind === 'primary' && styles.primary,
        kind === 'quiet' && styles.quiet,
        danger && styles.danger,
        small && styles.small,
        flush && styles.flush,
      )}
    >
      {icon === undefined ? null : <Icon name={icon} mirror={mirror ?? false} />}
      {children}
    </button>
  );
}
