import { cx } from '../cx.ts';
import styles from './person.module.css';

/** First letters of a name, or of an address where there is no name. */
export function initials(name: string): string {
  const words =
    name
      .split('@')[0]
      ?.split(/[\s._-]+/)
      .filter(Boolean) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase();
}

export function Face({
  name,
  large,
  other,
}: {
  readonly name: string;
  readonly large?: boolean;
  readonly other?: boolean;
}) {
  return (
    <span className={cx(styles.face, large && styles.large, other && styles.other)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
