import type { ActivityView } from '../../src-main/ipc/view.ts';
import { useWords } from '../words/words.tsx';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<ActivityView['kind'], IconName>> = {
  'signed-in': 'key',
  activated: 'mail',
  created: 'ticket',
  checked: 'check',
  'check-failed': 'warn',
  revoked: 'revoke',
  'signed-out': 'out',
};

/** One thing that happened. @param withDay with the day before the time, where no heading says it */
export function ActivityLine({
  entry,
  withDay,
}: {
  readonly entry: ActivityView;
  readonly withDay?: boolean;
}) {
  const { rich, time, nearness, t, day } = useWords();
  const near = nearness(entry.at);
  const dayWord =
    near === 'other' ? day(entry.at) : t(near === 'today' ? 'common.today' : 'common.yesterday');
  return (
    <li>
      <Icon name={icons[entry.kind]} mirror={entry.kind === 'signed-out'} />
      <span>{rich(`activity.${entry.kind}`, { subject: entry.subject })}</span>
      <time dateTime={entry.at}>
        {withDay ? t('common.dayTime', { day: dayWord, time: time(entry.at) }) : time(entry.at)}
      </time>
    </li>
  );
}
