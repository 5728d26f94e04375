import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '../../src-main/fault.ts';
import { mostActivity, withActivity } from '../../src-main/journey/activity.ts';
import { createActivityBook } from '../../src-main/journey/activity-book.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const entry = (number: number) => ({
  at: new Date(number).toISOString(),
  kind: 'created' as const,
  subject: `number ${number}`,
});

function bookIn(directory: string, report: (fault: Fault) => void = () => {}) {
  return createActivityBook({ directory, lock: createProcessLock({ directory, name: 'activity' }), report });
}

test('the newest entry stands first, after a restart too, and none is lost when several are added at once', async () => {
  const directory = await temporaryDirectory();
  const book = bookIn(directory);
  await book.add(entry(1));
  await Promise.all([book.add(entry(2)), book.add(entry(3))]);
  const subjects = (await bookIn(directory).list()).map(({ subject }) => subject);
  expect([...subjects].sort()).toEqual(['number 1', 'number 2', 'number 3']);
  expect(subjects.at(-1)).toBe('number 1');
});

test('the oldest are forgotten', () => {
  const full = Array.from({ length: mostActivity }, (_, index) => entry(mostActivity - index));
  const next = withActivity(full, entry(mostActivity + 1));
  expect(next).toHaveLength(mostActivity);
  expect([next[0]?.subject, next.at(-1)?.subject]).toEqual([`number ${mostActivity + 1}`, 'number 2']);
});

test('a damaged book is set aside and begun again', async () => {
  const directory = await temporaryDirectory();
  await writeFile(join(directory, 'activity.json'), '{"version":1,"entries":[{"at":"x"}]}', { mode: 0o600 });
  const reported: string[] = [];
  const book = bookIn(directory, ({ code }) => reported.push(code));
  expect(await book.list()).toEqual([]);
  expect(reported).toEqual(['state.corrupt']);
});
