import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import { type DeviceAnswer, pollDeviceCode } from '../../src-main/sign-in/poll-device-code.ts';
import { createStepClock } from './step-clock.ts';

type Said = DeviceAnswer<string> | Fault;

const pending: Said = { kind: 'pending' };
const slowDown: Said = { kind: 'slow-down' };
const expired: Said = { kind: 'expired' };
const done: Said = { kind: 'done', result: 'tokens' };
const cut = new Fault('network.reset', 'cut');

/** Polls an endpoint that says `answers` and repeats the last of them; notes when it was asked. */
function poll(answers: readonly Said[], { intervalMs = 5_000, lifeMs = 900_000 } = {}) {
  const clock = createStepClock();
  const start = clock.now();
  const askedAt: number[] = [];
  const cancel = new AbortController();
  const work = pollDeviceCode(clock, {
    intervalMs,
    deadlineAt: start + lifeMs,
    signal: cancel.signal,
    ask: async () => {
      askedAt.push(clock.now() - start);
      const said = answers[Math.min(askedAt.length, answers.length) - 1];
      if (said === undefined || said instanceof Fault) throw said;
      return said;
    },
  });
  return { work, askedAt, cancel, clock, elapsed: () => clock.now() - start };
}

const seconds = (...list: number[]) => list.map((one) => one * 1000);

test('asks after each interval, not before, until the person has finished', async () => {
  const { work, askedAt } = poll([pending, pending, done]);
  await expect(work).resolves.toBe('tokens');
  expect(askedAt).toEqual(seconds(5, 10, 15));
});

test('slow_down is five seconds more, for good', async () => {
  const { work, askedAt } = poll([pending, slowDown, pending, slowDown, pending, done]);
  await expect(work).resolves.toBe('tokens');
  expect(askedAt).toEqual(seconds(5, 10, 20, 30, 45, 60));
});

test('slow_down for ever ends with the deadline, after ever fewer questions', async () => {
  const { work, askedAt, elapsed } = poll([slowDown], { lifeMs: 600_000 });
  await expect(work).rejects.toMatchObject({ code: 'signin.timeout' });
  expect(askedAt.length).toBeLessThan(16);
  expect(elapsed()).toBeLessThanOrEqual(600_000);
});

test('a code that has expired is a sign-in that was not finished in time', async () => {
  const { work } = poll([pending, expired]);
  await expect(work).rejects.toMatchObject({ code: 'signin.timeout', facts: { seconds: 10 } });
});

test('what the endpoint refuses otherwise ends it at once', async () => {
  const { work, askedAt } = poll([pending, new Fault('signin.denied', 'denied')]);
  await expect(work).rejects.toMatchObject({ code: 'signin.denied' });
  expect(askedAt).toEqual(seconds(5, 10));
});

describe('a question without an answer', () => {
  test('is asked again after twice the time, and the pace returns with the answers', async () => {
    const { work, askedAt } = poll([cut, cut, pending, pending, done]);
    await expect(work).resolves.toBe('tokens');
    expect(askedAt).toEqual(seconds(5, 15, 35, 40, 45));
  });

  test('waits a minute at most, unless the interval itself has grown longer', async () => {
    const { work, askedAt } = poll([cut], { lifeMs: 300_000 });
    await expect(work).rejects.toBe(cut);
    expect(askedAt).toEqual(seconds(5, 15, 35, 75, 135, 195, 255));
  });

  test('a provider that is broken for a moment counts as none; one that is broken for good ends it', async () => {
    const busy = new Fault('signin.provider-broken', 'status 503', { retryable: true });
    const mad = new Fault('signin.provider-broken', 'it is not JSON');
    const { work, askedAt } = poll([busy, mad]);
    await expect(work).rejects.toBe(mad);
    expect(askedAt).toEqual(seconds(5, 15));
  });

  test('an unsafe connection is no passing trouble', async () => {
    const unsafe = new Fault('network.tls', 'another certificate');
    await expect(poll([unsafe]).work).rejects.toBe(unsafe);
  });

  test('one that never comes ends with the deadline', async () => {
    const clock = createStepClock();
    const work = pollDeviceCode(clock, {
      intervalMs: 5_000,
      deadlineAt: clock.now() + 60_000,
      ask: () => new Promise(() => undefined),
    });
    await expect(work).rejects.toMatchObject({ code: 'signin.timeout', facts: { seconds: 60 } });
  });
});

test.each([0, 1, 2])(
  'cancelled after %i questions it ends at once, whatever it waits for',
  async (questions) => {
    const reason = new Error('cancelled');
    const cancel = new AbortController();
    const clock = createStepClock();
    let asked = 0;
    if (questions === 0) cancel.abort(reason);
    const work = pollDeviceCode(clock, {
      intervalMs: 5_000,
      deadlineAt: clock.now() + 900_000,
      signal: cancel.signal,
      ask: async (signal) => {
        asked += 1;
        if (asked < questions) return { kind: 'pending' };
        cancel.abort(reason);
        signal.throwIfAborted();
        return { kind: 'pending' };
      },
    });
    await expect(work).rejects.toBe(reason);
    expect(asked).toBe(questions);
    expect(clock.sleeping()).toBe(0);
  },
);

test('whatever the endpoint says: never faster than the interval, never after the deadline, no timer left', async () => {
  const answer = fc.constantFrom(pending, slowDown, cut);
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(done, expired, pending, slowDown),
      fc.integer({ min: 1_000, max: 60_000 }),
      fc.integer({ min: 1_000, max: 900_000 }),
      async (answers, last, intervalMs, lifeMs) => {
        const { work, askedAt, clock, elapsed } = poll([...answers, last], { intervalMs, lifeMs });
        const end = await work.catch((thrown: unknown) => thrown);
        expect(end === 'tokens' || end instanceof Fault).toBe(true);
        expect(elapsed()).toBeLessThanOrEqual(lifeMs);
        const pauses = askedAt.map((at, index) => at - (askedAt[index - 1] ?? 0));
        expect(pauses.every((pause) => pause >= intervalMs)).toBe(true);
        expect(clock.sleeping()).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});
