import { chmod, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src-main/fault.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { createStateFile } from '../../src-main/platform/state-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const schema = v.object({ count: v.number() });

async function make(directory?: string) {
  const home = directory ?? join(await temporaryDirectory(), 'state');
  const path = join(home, 'counts.json');
  const faults: Fault[] = [];
  const open = () =>
    createStateFile({
      path,
      schema,
      empty: { count: 0 },
      lock: createProcessLock({ directory: home, name: 'state' }),
      report: (fault) => faults.push(fault),
    });
  return { home, path, faults, open, file: open() };
}

describe('a state file', () => {
  test('starts empty, keeps what is put into it, for its owner only', async () => {
    const { home, path, file, open } = await make();
    expect(await file.read()).toEqual({ count: 0 });
    expect(await file.update(({ count }) => ({ count: count + 1 }))).toEqual({ count: 1 });
    expect(await open().read()).toEqual({ count: 1 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    expect(await readdir(home)).toEqual(['counts.json']);
  });

  test('leaves the mode of a directory that was there', async () => {
    const home = join(await temporaryDirectory(), 'shared');
    await mkdir(home, { mode: 0o755 });
    const { file } = await make(home);
    await file.update(() => ({ count: 1 }));
    expect((await stat(home)).mode & 0o777).toBe(0o755);
  });

  test('is not written when nothing changes', async () => {
    const { home, file } = await make();
    await file.update((current) => current);
    expect(await readdir(home)).toEqual([]);
  });

  test('loses no update of many at once', async () => {
    const { file, open } = await make();
    const others = Array.from({ length: 4 }, open);
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => others[n % 4]?.update(({ count }) => ({ count: count + 1 }))),
    );
    expect(await file.read()).toEqual({ count: 40 });
  });

  test('goes on after a change that throws', async () => {
    const { file } = await make();
    const refused = file.update(() => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await file.update(() => ({ count: 2 }))).toEqual({ count: 2 });
  });

  test.each([
    ['nothing', ''],
    ['half of it', '{"count":'],
    ['another shape', '{"count":"1"}'],
    ['another document', '[]'],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0x22])],
    ['too much', Buffer.alloc(5 * 1024 * 1024, 0x20)],
  ])('that holds %s is set aside, reported and counts as empty', async (_, content) => {
    const { home, path, faults, file } = await make();
    await mkdir(home);
    await writeFile(path, content);
    await chmod(path, 0o644);
    expect(await file.read()).toEqual({ count: 0 });
    const aside = (await readdir(home)).filter((name) => name.startsWith('counts.json.corrupt-2'));
    expect(aside).toHaveLength(1);
    expect((await readFile(join(home, aside[0] ?? ''))).equals(Buffer.from(content))).toBe(true);
    expect((await stat(join(home, aside[0] ?? ''))).mode & 0o777).toBe(0o600);
    expect(faults).toMatchObject([{ code: 'state.corrupt', facts: { aside: aside[0] } }]);
    expect(await file.update(({ count }) => ({ count: count + 1 }))).toEqual({ count: 1 });
  });

  test('any bytes at all are read or set aside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        async (content) => {
          const { home, path, faults, file } = await make();
          await mkdir(home);
          await writeFile(path, content);
          const found = await file.read();
          expect(v.is(schema, found)).toBe(true);
          expect((await readdir(home)).length).toBe(1);
          if (faults.length > 0) expect(found).toEqual({ count: 0 });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a directory in its place is set aside too', async () => {
    const { home, path, file } = await make();
    await mkdir(path, { recursive: true });
    expect(await file.read()).toEqual({ count: 0 });
    expect(await file.update(() => ({ count: 3 }))).toEqual({ count: 3 });
    expect((await readdir(home)).length).toBe(2);
  });

  test('a link in its place is replaced, not followed', async () => {
    const { home, path, file } = await make();
    await mkdir(home);
    const other = join(home, 'other');
    await writeFile(other, '{"count":5}');
    await symlink(other, path);
    await file.update(({ count }) => ({ count: count + 1 }));
    expect(await readFile(other, 'utf8')).toBe('{"count":5}');
    expect(await file.read()).toEqual({ count: 6 });
  });

  test('temporary files of killed processes go, those of living ones stay', async () => {
    const { home, file } = await make();
    await mkdir(home);
    await writeFile(join(home, '.counts.json.0011.tmp'), 'old');
    await utimes(join(home, '.counts.json.0011.tmp'), new Date(0), new Date(0));
    await writeFile(join(home, '.counts.json.2233.tmp'), 'new');
    await file.update(() => ({ count: 1 }));
    expect((await readdir(home)).sort()).toEqual(['.counts.json.2233.tmp', 'counts.json']);
  });

  test('a place that cannot be written is state.unwritable', async () => {
    const parent = await temporaryDirectory();
    await writeFile(join(parent, 'file'), '');
    const { file } = await make(join(parent, 'file', 'state'));
    await expect(file.update(() => ({ count: 1 }))).rejects.toMatchObject({ code: 'state.unwritable' });
  });
});
