import type { ActivityView } from '../../src-main/ipc/view.ts';
import { ActivityLine } from '../parts/activity-line.tsx';
import { EmptyPass } from '../parts/empty-pass.tsx';
import { HomeFrame } from '../parts/home-frame.tsx';
import log from '../parts/log.module.css';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** What happened and when, day by day, newest first. */
export function Activity({ view, screen }: ScreenProps<'activity'>) {
  const { t, weekday, nearness } = useWords();
  const empty = screen.entries.length === 0;
  return (
    <HomeFrame
      view={view}
      place="activity"
      window={t('activity.title')}
      title={empty ? null : t('activity.title')}
      centred={empty}
    >
      {empty ? <EmptyPass title={t('activity.empty')} text={t('activity.emptyLead')} /> : null}
      {byDay(screen.entries).map(([at, entries]) => {
        const near = nearness(at);
        return (
          <section key={at} aria-labelledby={`day-${at}`}>
            <h2 className={log.day} id={`day-${at}`}>
              {near === 'other' ? weekday(at) : t(near === 'today' ? 'common.today' : 'common.yesterday')}
            </h2>
            <ul className={`${log.log} ${log.ruled}`}>
              {entries.map((entry) => (
                <ActivityLine key={`${entry.at} ${entry.kind} ${entry.subject}`} entry={entry} />
              ))}
            </ul>
          </section>
        );
      })}
    </HomeFrame>
  );
}

/** The entries of each local day, under the moment of its first one. */
function byDay(entries: readonly ActivityView[]): readonly (readonly [string, readonly ActivityView[]])[] {
  const days = new Map<string, { readonly at: string; readonly entries: ActivityView[] }>();
  for (const entry of entries) {
    const day = new Date(entry.at).toDateString();
    const known = days.get(day);
    if (known === undefined) days.set(day, { at: entry.at, entries: [entry] });
    else known.entries.push(entry);
  }
  return [...days.values()].map(({ at, entries: ofDay }) => [at, ofDay] as const);
}
