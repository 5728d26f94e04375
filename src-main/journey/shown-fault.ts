import { toFault } from '../fault.ts';
import type { FaultView } from '../ipc/view.ts';

/** What was thrown, as the window may know it: no message and no cause, which are for the log. Pure. */
export function shownFault(thrown: unknown): FaultView {
  const { code, facts, retryable } = toFault(thrown);
  return { code, facts, retryable };
}
