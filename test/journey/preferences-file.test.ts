import { expect, test } from 'vitest';
import { usualPreferences } from '../../src-main/journey/preferences.ts';
import { createPreferencesFile } from '../../src-main/journey/preferences-file.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

test('what was chosen is there after a restart; before, everything follows the system', async () => {
  const directory = await temporaryDirectory();
  const open = () =>
    createPreferencesFile({
      directory,
      lock: createProcessLock({ directory, name: 'preferences' }),
      report: () => {},
    });
  expect(await open().read()).toEqual(usualPreferences);
  await open().write({ language: 'ar', appearance: 'dark', closeToTray: true });
  expect(await open().read()).toEqual({ language: 'ar', appearance: 'dark', closeToTray: true });
});
