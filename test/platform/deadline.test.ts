import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { withDeadline } from '../../src-main/platform/deadline.ts';

const never = () => new Promise<never>(() => {});

test('gives what the work gives, and leaves no listener on the parent', async () => {
  const parent = new AbortController();
  await expect(withDeadline(10_000, parent.signal, async () => 7)).resolves.toBe(7);
  await expect(withDeadline(10_000, parent.signal, () => Promise.reject(new Error('x')))).rejects.toThrow(
    'x',
  );
  expect(getEventListeners(parent.signal, 'abort')).toHaveLength(0);
});

test('leaves no timer behind', async () => {
  const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  await withDeadline(600_000, undefined, async () => {});
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(
    before,
  );
});

test('ends work that pays no attention, with the error the caller names', async () => {
  await expect(withDeadline(5, undefined, never)).rejects.toMatchObject({
    code: 'network.timeout',
    retryable: true,
  });
  await expect(withDeadline(5, undefined, never, () => new Error('late'))).rejects.toThrow('late');
});

test('the work learns of it by its signal, and its own error about that is not what comes out', async () => {
  let reason: unknown;
  const work = (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reason = signal.reason;
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
  await expect(withDeadline(5, undefined, work)).rejects.toMatchObject({ code: 'network.timeout' });
  expect(reason).toMatchObject({ code: 'network.timeout' });
});

test("a parent's abort comes out as its reason, before and during the work", async () => {
  const parent = new AbortController();
  const reason = new Error('left');
  const waiting = withDeadline(10_000, parent.signal, never);
  parent.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  let started = false;
  const late = withDeadline(10_000, parent.signal, async () => {
    started = true;
  });
  await expect(late).rejects.toBe(reason);
  expect(started).toBe(false);
  expect(getEventListeners(parent.signal, 'abort')).toHaveLength(0);
});
