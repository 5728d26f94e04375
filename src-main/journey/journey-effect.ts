import type { ActivityView } from '../ipc/view.ts';
import type { Task } from './journey-task.ts';
import type { Preferences } from './preferences.ts';

/** What the runner does for the machine. */
export type JourneyEffect =
  | { readonly kind: 'start'; readonly work: number; readonly task: Task }
  /** Abort it. What it still says has no effect, unless the machine keeps it in `works`. */
  | { readonly kind: 'cancel'; readonly work: number }
  | { readonly kind: 'open-browser'; readonly url: string }
  | { readonly kind: 'record'; readonly entry: ActivityView }
  | { readonly kind: 'save-preferences'; readonly preferences: Preferences };
