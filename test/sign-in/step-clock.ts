import type { Clock } from '../../src-main/platform/clock.ts';

/** Time that stands still while anything can happen, then jumps to the next sleeper. */
export interface StepClock extends Clock {
  /** How many sleep. */
  sleeping(): number;
}

interface Sleeper {
  readonly until: number;
  wake(): void;
}

export function createStepClock(start = 1_700_000_000_000): StepClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  let jumping = false;

  function jump(): void {
    if (jumping) return;
    jumping = true;
    // A turn of the event loop later: what could go on without time has gone on.
    setImmediate(() => {
      jumping = false;
      const next = [...sleepers].sort((one, other) => one.until - other.until)[0];
      if (next === undefined) return;
      now = Math.max(now, next.until);
      next.wake();
      if (sleepers.size > 0) jump();
    });
  }

  return {
    now: () => now,
    sleeping: () => sleepers.size,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const leave = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          until: now + ms,
          wake: () => {
            leave();
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
        jump();
      }),
  };
}
