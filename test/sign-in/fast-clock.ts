import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../src-main/platform/clock.ts';

/** Time runs `times` as fast, beside real requests: a wait of five seconds takes 25 ms at 200. */
export function createFastClock(times = 200): Clock {
  const start = Date.now();
  return {
    now: () => Math.round(start + (Date.now() - start) * times),
    sleep: (ms, signal) => setTimeout(ms / times, undefined, signal ? { signal } : {}),
  };
}
