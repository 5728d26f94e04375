import { expect, test } from 'vitest';
import { stateDirectory } from '../../src-main/platform/state-directory.ts';

test.each([
  ['linux', {}, '/home/a', '/home/a/.local/state/gatepass'],
  ['linux', { XDG_STATE_HOME: '/data/state' }, '/home/a', '/data/state/gatepass'],
  ['linux', { XDG_STATE_HOME: 'relative' }, '/home/a', '/home/a/.local/state/gatepass'],
  ['linux', { GATEPASS_HOME: '/elsewhere', XDG_STATE_HOME: '/data' }, '/home/a', '/elsewhere'],
  ['linux', { GATEPASS_HOME: '' }, '/home/a', '/home/a/.local/state/gatepass'],
  ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/Gatepass'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' },
    'C:\\Users\\a',
    'C:\\Users\\a\\AppData\\Roaming\\Gatepass',
  ],
  ['win32', {}, 'C:\\Users\\a', 'C:\\Users\\a\\AppData\\Roaming\\Gatepass'],
] as const)('%s with %j and home %s keeps its state in %s', (platform, env, home, expected) => {
  expect(stateDirectory({ platform, env, home })).toBe(expected);
});
