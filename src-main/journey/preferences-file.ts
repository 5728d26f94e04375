import { join } from 'node:path';
import * as v from 'valibot';
import type { Fault } from '../fault.ts';
import type { ProcessLock } from '../platform/process-lock.ts';
import { createStateFile } from '../platform/state-file.ts';
import { languages, type Preferences, usualPreferences } from './preferences.ts';

/** @throws Fault state.unwritable */
export interface PreferencesFile {
  read(): Promise<Preferences>;
  write(preferences: Preferences): Promise<void>;
}

export interface PreferencesFileOptions {
  /** The state directory; the file is its `preferences.json`. */
  readonly directory: string;
  readonly lock: ProcessLock;
  readonly report: (fault: Fault) => void;
}

export function createPreferencesFile({ directory, lock, report }: PreferencesFileOptions): PreferencesFile {
  const file = createStateFile({
    path: join(directory, 'preferences.json'),
    schema: fileSchema,
    empty: { version: 1, preferences: usualPreferences },
    lock,
    report,
  });
  return {
    read: async () => (await file.read()).preferences,
    write: async (preferences) => void (await file.update(() => ({ version: 1, preferences }))),
  };
}

const fileSchema = v.object({
  version: v.literal(1),
  preferences: v.object({
    language: v.nullable(v.picklist(languages)),
    appearance: v.picklist(['system', 'light', 'dark']),
    closeToTray: v.boolean(),
  }),
});
