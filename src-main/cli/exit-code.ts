import type { FaultCode } from '../fault.ts';

/** 0 done, 1 failed, 2 usage, 3 a person must sign in, 4 not found, 5 keychain not available, 130 Ctrl+C. */
export function exitCode(code: FaultCode): number {
  if (code === 'signin.needed' || code === 'signin.first') return 3;
  if (code === 'password.not-found' || code === 'account.not-found') return 4;
  if (code.startsWith('vault.')) return 5;
  if (code.startsWith('input.')) return 2;
  return 1;
}
