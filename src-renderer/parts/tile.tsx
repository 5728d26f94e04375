import { cx } from '../cx.ts';
import { Icon } from './icon.tsx';

interface TileProps {
  /** PNG data address of the installed app's own icon, as the system gave it. */
  readonly icon: string | null;
  /** Its first letter stands on the neutral tile; null draws an envelope. */
  readonly name: string | null;
  readonly large?: boolean;
}

/** The installed app's own icon, else a neutral tile of ours: no copies of trademarks. */
export function Tile({ icon, name, large }: TileProps) {
  if (icon !== null)
    return (
      <span className={cx('tile', large && 'large')}>
        <img src={icon} alt="" draggable={false} />
      </span>
    );
  const letter = [...(name ?? '')][0];
  return (
    <span className={cx('tile', 'letter', large && 'large')} aria-hidden="true">
      {letter === undefined ? <Icon name="mail" /> : letter.toLocaleUpperCase()}
    </span>
  );
}
