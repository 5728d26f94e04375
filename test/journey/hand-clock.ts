import type { Clock } from '../../src-main/platform/clock.ts';

/** Time that passes only when the test says so. */
export class HandClock implements Clock {
  #now: number;
  #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const abort = () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { until: this.#now + ms, wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Second by second, so that those who sleep in turns do. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.#now += 1_000;
      const awake = this.#sleepers.filter(({ until }) => until <= this.#now);
      this.#sleepers = this.#sleepers.filter((one) => !awake.includes(one));
      for (const { wake } of awake) wake();
      // Whoever woke up goes to sleep again before the next second.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  get sleeping(): number {
    return this.#sleepers.length;
  }
}
