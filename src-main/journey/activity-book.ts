import { join } from 'node:path';
import * as v from 'valibot';
import type { Fault } from '../fault.ts';
import type { ActivityView } from '../ipc/view.ts';
import type { ProcessLock } from '../platform/process-lock.ts';
import { createStateFile } from '../platform/state-file.ts';
import { withActivity } from './activity.ts';

/** What has happened on this computer, newest first. No secrets. @throws Fault state.unwritable */
export interface ActivityBook {
  list(): Promise<readonly ActivityView[]>;
  add(entry: ActivityView): Promise<void>;
}

export interface ActivityBookOptions {
  /** The state directory; the book is its `activity.json`. */
  readonly directory: string;
  readonly lock: ProcessLock;
  readonly report: (fault: Fault) => void;
}

export function createActivityBook({ directory, lock, report }: ActivityBookOptions): ActivityBook {
  const file = createStateFile({
    path: join(directory, 'activity.json'),
    schema: bookSchema,
    empty: { version: 1, entries: [] },
    lock,
    report,
  });
  return {
    list: async () => (await file.read()).entries,
    add: async (entry) =>
      void (await file.update(({ entries }) => ({ version: 1, entries: [...withActivity(entries, entry)] }))),
  };
}

const bookSchema = v.object({
  version: v.literal(1),
  entries: v.array(
    v.object({
      at: v.pipe(v.string(), v.isoTimestamp()),
      kind: v.picklist([
        'signed-in',
        'activated',
        'created',
        'checked',
        'check-failed',
        'revoked',
        'signed-out',
      ]),
      subject: v.string(),
    }),
  ),
});
