import { useEffect, useState } from 'react';

function secondsUntil(at: number): number {
  return Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** Whole seconds until a moment, never below 0, counting down. @param at milliseconds since 1970 */
export function useSecondsUntil(at: number): number {
  const [left, setLeft] = useState(() => secondsUntil(at));
  useEffect(() => {
    const tick = (): void => setLeft(secondsUntil(at));
    tick();
    // Four times a second, so that no second is skipped however late a tick comes.
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}
