import { test } from 'vitest';

/**
 * `test` when `condition` holds. Else a test that is skipped loudly: the reason is in its name, from where
 * scripts/run-tests.mjs lists it and .ci/run decides whether it may be skipped.
 * @example skipUnless(hasKeyring, 'no gnome-keyring')('keeps a secret', async () => { ... })
 */
export function skipUnless(
  condition: boolean,
  reason: string,
): (name: string, run: () => unknown, timeoutMs?: number) => void {
  if (condition) return (name, run, timeoutMs) => test(name, run as () => Promise<void>, timeoutMs);
  return (name) => test.skip(`${name} ${skipReason(reason)}`, () => undefined);
}

/** How a skipped test's name ends. */
export function skipReason(reason: string): string {
  return `[skipped: ${reason}]`;
}
