import { type HTMLInputTypeAttribute, useId } from 'react';
import { cx } from '../cx.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem: string | null;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'url';
  readonly autoComplete?: string;
  readonly large?: boolean;
  /** Set left to right in every language: addresses. */
  readonly latin?: boolean;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  /** Gets the focus when the screen comes; 'select' also selects its text. */
  readonly arrive?: boolean | 'select';
}

/** One line to type, with its label above and what is missing below. */
export function Field({ label, value, onChange, hint, problem, large, latin, arrive, ...input }: FieldProps) {
  const id = useId();
  const described = [hint === undefined ? null : `${id}-hint`, problem === null ? null : `${id}-problem`];
  const describedBy = described.filter((part) => part !== null).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={cx(styles.input, large && styles.large)}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(latin ? { dir: 'ltr' } : {})}
        {...(arrive ? { 'data-arrive': arrive === 'select' ? 'select' : '' } : {})}
        {...(problem === null ? {} : { 'aria-invalid': true })}
        {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
      />
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem === null ? null : (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          <Icon name="warn" tiny />
          {problem}
        </p>
      )}
    </div>
  );
}
