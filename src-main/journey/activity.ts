import type { ActivityView } from '../ipc/view.ts';

/** Entries that are kept; older ones are forgotten. */
export const mostActivity = 500;

/** Puts the newest entry in front and forgets what is too old. Pure. */
export function withActivity(
  entries: readonly ActivityView[],
  newest: ActivityView,
): readonly ActivityView[] {
  return [newest, ...entries].slice(0, mostActivity);
}
