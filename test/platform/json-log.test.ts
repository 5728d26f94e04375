import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createJsonLog } from '../../src-main/platform/json-log.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const clock = { now: () => Date.UTC(2026, 10, 24) };

test('one line of JSON for each event, for its owner only', async () => {
  const directory = join(await temporaryDirectory(), 'state');
  const log = createJsonLog({ directory, clock });
  log.info('sign-in started', { server: 'mail.example.org', attempt: 1 });
  log.warn('state.corrupt', { ok: false, at: 'mine' });
  const lines = (await readFile(join(directory, 'log.jsonl'), 'utf8')).split('\n');
  expect(lines[0]).toBe(
    '{"at":"2026-11-24T00:00:00.000Z","level":"info","event":"sign-in started","server":"mail.example.org","attempt":1}',
  );
  expect(lines[1]).toBe(
    '{"at":"2026-11-24T00:00:00.000Z","level":"warn","event":"state.corrupt","ok":false}',
  );
  expect((await stat(join(directory, 'log.jsonl'))).mode & 0o777).toBe(0o600);
});

test('what looks like a secret does not get in, by name or by look', async () => {
  const directory = await temporaryDirectory();
  const log = createJsonLog({ directory, clock });
  log.info('answer was app_aaaaaaiaaebagbafaydqqcikbmga7dqpcaiq', {
    accessToken: 'short',
    url: 'https://a.example/?code=abcdefgh',
  });
  const text = await readFile(join(directory, 'log.jsonl'), 'utf8');
  expect(text).not.toMatch(/aaaaaaia|short|abcdefgh/);
});

test('at most two files of the given size', async () => {
  const directory = await temporaryDirectory();
  const log = createJsonLog({ directory, clock, maxBytes: 2_000 });
  for (let n = 0; n < 200; n++) log.info('event', { n });
  expect((await readdir(directory)).sort()).toEqual(['log.1.jsonl', 'log.jsonl']);
  for (const name of ['log.1.jsonl', 'log.jsonl'])
    expect((await stat(join(directory, name))).size).toBeLessThanOrEqual(2_000);
  expect(await readFile(join(directory, 'log.jsonl'), 'utf8')).toContain('"n":199}');
});

test('a log that cannot be written stops nothing, a very long text is cut', async () => {
  const directory = await temporaryDirectory();
  await mkdir(join(directory, 'log.jsonl'));
  createJsonLog({ directory, clock }).info('event');
  const file = join(directory, 'file');
  await writeFile(file, '');
  createJsonLog({ directory: file, clock }).info('event');
  const other = join(directory, 'other');
  createJsonLog({ directory: other, clock }).info('x '.repeat(5_000));
  expect((await stat(join(other, 'log.jsonl'))).size).toBeLessThan(700);
});
