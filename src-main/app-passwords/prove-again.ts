import type { Account } from '../mailbox/account.ts';
import type { ProofLine } from '../mailbox/proof-line.ts';
import { watchedProof } from '../mailbox/watched-proof.ts';
import type { Clock } from '../platform/clock.ts';
import type { Watch } from '../steps.ts';
import type { Vault } from '../vault/vault.ts';
import type { AppPassword } from './app-password.ts';
import type { AppPasswordBook } from './app-password-book.ts';
import { showAppPassword } from './show-app-password.ts';

export interface ProveAgainPorts {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly appPasswords: AppPasswordBook;
}

export interface ProveAgainRequest {
  readonly appPassword: AppPassword;
  readonly account: Account;
  /** Stays the caller's to close. */
  readonly line: ProofLine;
}

/**
 * Tries an app password that is kept here, one attempt a protocol, and remembers the result with it. What a server
 * refuses is a result, not a fault: the person wants to know, and nothing is changed by it.
 * @throws Fault password.not-found when the keychain does not have it, vault.*, state.unwritable
 */
export async function proveAgain(
  ports: ProveAgainPorts,
  { appPassword, account, line }: ProveAgainRequest,
  watch: Watch,
): Promise<AppPassword> {
  const secret = await showAppPassword(ports.vault, appPassword.id);
  const proof = await watchedProof(ports.clock, line, { user: account.login, secret }, watch);
  const proved: AppPassword = { ...appPassword, proof };
  // Revoked meanwhile: it must not come back into the book.
  if ((await ports.appPasswords.get(appPassword.id)) !== null) await ports.appPasswords.put(proved);
  return proved;
}
