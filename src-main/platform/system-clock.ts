import { setTimeout } from 'node:timers/promises';
import type { Clock } from './clock.ts';

export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    sleep: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}),
  };
}
