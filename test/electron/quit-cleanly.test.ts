import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { quitCleanly } from '../../src-main/electron/quit-cleanly.ts';
import { fakeEmitter, fakeEvent } from './fake-emitter.ts';

function setUp(work: () => Promise<void>) {
  let quits = 0;
  const app = {
    ...fakeEmitter(),
    quit() {
      quits++;
    },
  };
  const quitting = quitCleanly(app as unknown as App, work);
  const ask = () => {
    const event = fakeEvent({});
    app.emit('before-quit', event);
    return event.prevented;
  };
  return { ask, quits: () => quits, quitting };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('quitting', () => {
  it('waits for the last work, does it once, and goes on', async () => {
    let done: () => void = () => undefined;
    let runs = 0;
    const { ask, quits, quitting } = setUp(() => {
      runs++;
      return new Promise((resolve) => {
        done = resolve;
      });
    });
    expect(quitting.isQuitting()).toBe(false);
    expect([ask(), ask()]).toEqual([true, true]);
    expect(quitting.isQuitting()).toBe(true);
    expect([runs, quits()]).toEqual([1, 0]);
    done();
    await settle();
    expect(quits()).toBe(1);
    expect(ask()).toBe(false);
  });

  it('goes on when the work fails', async () => {
    const { ask, quits } = setUp(() => Promise.reject(new Error('no')));
    ask();
    await settle();
    expect(quits()).toBe(1);
  });

  it('goes on when the work never ends', async () => {
    const { ask, quits } = setUp(() => new Promise(() => undefined));
    ask();
    await expect.poll(quits, { timeout: 10_000 }).toBe(1);
  });
});
