import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const holder = new URL('./lock-child.ts', import.meta.url).pathname;

async function holdInChild(directory: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', holder, directory], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

test('one holder at a time, in the order of asking', async () => {
  const lock = createProcessLock({ directory: await temporaryDirectory(), name: 'a' });
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} in`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} out`);
  };
  await Promise.all([lock.hold(work('1')), lock.hold(work('2')), lock.hold(work('3'))]);
  expect(seen).toEqual(['1 in', '1 out', '2 in', '2 out', '3 in', '3 out']);
});

test('two paths to one directory are one lock, two names are two', async () => {
  const parent = await temporaryDirectory();
  const directory = join(parent, 'state');
  const here = createProcessLock({ directory, name: 'a', deadlineMs: 30 });
  await here.hold(async () => {
    await symlink(directory, join(parent, 'link'));
    const there = createProcessLock({ directory: join(parent, 'link'), name: 'a', deadlineMs: 30 });
    await expect(there.hold(async () => 'in')).rejects.toMatchObject({
      code: 'state.unwritable',
      retryable: true,
    });
    const other = createProcessLock({ directory, name: 'b' });
    expect(await other.hold(async () => 'in')).toBe('in');
  });
});

test('a process that is killed holds nothing', async () => {
  const directory = await temporaryDirectory();
  const child = await holdInChild(directory);
  const impatient = createProcessLock({ directory, name: 'a', deadlineMs: 50 });
  await expect(impatient.hold(async () => 'in')).rejects.toMatchObject({ code: 'state.unwritable' });
  const waiting = createProcessLock({ directory, name: 'a' }).hold(async () => 'in');
  child.kill('SIGKILL');
  expect(await waiting).toBe('in');
});

test('waiting can be given up', async () => {
  const directory = await temporaryDirectory();
  await holdInChild(directory);
  const controller = new AbortController();
  const waiting = createProcessLock({ directory, name: 'a' }).hold(async () => 'in', controller.signal);
  controller.abort(new Error('given up'));
  await expect(waiting).rejects.toThrow('given up');
});
