import { afterEach, expect } from 'vitest';
import { Window } from './window.ts';

/** Opens windows that are closed after each test, with nothing going on behind them. */
export function openWindows(): (...from: ConstructorParameters<typeof Window>) => Window {
  let open: Window[] = [];
  afterEach(async () => {
    await Promise.all(open.map(({ journey }) => journey.close()));
    expect(open.flatMap(({ fake }) => fake.going)).toEqual([]);
    open = [];
  });
  return (...from) => {
    const one = new Window(...from);
    open.push(one);
    return one;
  };
}
