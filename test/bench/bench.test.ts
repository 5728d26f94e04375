import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../architecture/source-tree.ts';
import { keyringInstalled } from '../vault/keyring-session.ts';
import { median, metric, ninetyFifth } from './metric.ts';
import { report } from './report.ts';
import { longestChain, roundTripsOf } from './trips.ts';

const shown = keyringInstalled
  ? ['passwordsShow', 'passwordsShowToSecretTool', 'passwordsShowToKeytarAlone']
  : [];
const names = [
  'roundTripsJmap',
  'redirectToSettingsJmap',
  'roundTripsRest',
  'redirectToSettingsRest',
  ...shown,
  'bundleEntry',
  'bundlePasswordsShow',
  'bundleAll',
  'windowPaint',
  'windowInteractive',
  'windowClick',
  'windowMemory',
  'windowPagesLoaded',
  'windowPagesAll',
  'windowPreload',
];

test('every metric is told, and no round trip has been added', { timeout: 180_000 }, async () => {
  const words = ['--import', 'tsx', join(root, 'test', 'bench', 'run.ts'), '--json', '--quick'];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^[^\n]*\n$/);
  const metrics = JSON.parse(stdout);
  expect(Object.keys(metrics)).toEqual(names);
  for (const one of Object.values(metrics)) {
    expect(one).toEqual({
      value: expect.any(Number),
      unit: expect.any(String),
      floor: expect.any(Number),
      ratio: expect.any(Number),
    });
  }
  // Code, session (whose identity must be seen before anything is made), create, proof. An old server is asked for its
  // version between session and create, since one of the versions would wipe what is made.
  expect([metrics.roundTripsJmap.value, metrics.roundTripsRest.value], stderr).toEqual([4, 5]);
  // A command that mail apps run at each login loads little.
  expect(metrics.bundlePasswordsShow.value).toBeLessThan(40_000);
});

describe('the longest chain', () => {
  const trip = (what: string, start: number, end: number, count = 1) => ({ what, start, end, count });

  test('is what came one after the other, however much was side by side', () => {
    const chain = longestChain([
      trip('b', 10, 25),
      trip('a', 0, 10),
      trip('beside b', 12, 27),
      trip('c', 25, 30),
      trip('x', 9, 26),
    ]);
    expect(chain.map(({ what }) => what)).toEqual(['a', 'b', 'c']);
  });

  test('goes where connections had to be made', () => {
    const chain = longestChain([
      trip('a', 0, 10),
      trip('slow', 10, 20, 3),
      trip('b', 10, 12),
      trip('c', 12, 20),
    ]);
    expect([chain.map(({ what }) => what), roundTripsOf(chain)]).toEqual([['a', 'slow'], 4]);
    expect(longestChain([])).toEqual([]);
  });
});

test('ratios and medians', () => {
  expect([median([3]), median([1, 9, 2]), median([4, 1, 3, 2])]).toEqual([3, 2, 2.5]);
  expect([ninetyFifth([7]), ninetyFifth(Array.from({ length: 100 }, (_, index) => index + 1))]).toEqual([
    7, 95,
  ]);
  expect(metric(4, 'round trips', 3)).toEqual({ value: 4, unit: 'round trips', floor: 3, ratio: 1.33 });
  expect(metric(10, 'bytes')).toEqual({ value: 10, unit: 'bytes', floor: 0, ratio: 0 });
});

test('people get a table that says what each figure means', () => {
  const text = report({ roundTripsJmap: metric(4, 'round trips', 3), bundleAll: metric(10, 'bytes') });
  expect(text).toMatch(/roundTripsJmap +4 +round trips +3 +1\.33 +one after the other/);
  expect(text).toMatch(/bundleAll +10 +bytes +the whole command line/);
});
