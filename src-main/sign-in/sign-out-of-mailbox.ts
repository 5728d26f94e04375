import type { AppPasswordBook } from '../app-passwords/app-password-book.ts';
import type { Account } from '../mailbox/account.ts';
import type { AccountBook } from '../mailbox/account-book.ts';
import type { Browser } from '../platform/browser.ts';
import type { Clock } from '../platform/clock.ts';
import { runStep, type Watch } from '../steps.ts';
import type { Vault } from '../vault/vault.ts';
import { clientOf } from './client-of.ts';
import type { SignIn } from './sign-in.ts';
import type { TokenStore } from './token-store.ts';

export interface SignOutPorts {
  readonly clock: Clock;
  readonly browser: Browser;
  readonly signIn: SignIn;
  readonly vault: Vault;
  readonly tokens: TokenStore;
  readonly accounts: AccountBook;
  readonly appPasswords: AppPasswordBook;
}

export interface SignedOut {
  /** The address. */
  readonly signedOut: string;
  /** What became of the tokens at the provider. */
  readonly tokens: 'revoked' | 'not-offered' | 'unreachable' | 'none';
  /** Descriptions of app passwords made here that go on working. */
  readonly stillValid: readonly string[];
  /** The provider's sign-out page, opened in the browser unless that was not wanted; null where it has none. */
  readonly sessionPage: string | null;
}

/**
 * Ends the sign-in at the provider as far as it offers that, then forgets every secret of the mailbox on this computer.
 * Forgetting happens also when the provider cannot be told: a person who signs out of a shared computer must be able
 * to rely on it.
 * @throws Fault vault.* when a secret could not be removed
 */
export async function signOutOfMailbox(
  ports: SignOutPorts,
  account: Account,
  openBrowser: boolean,
  watch: Watch,
): Promise<SignedOut> {
  const now = () => ports.clock.now();
  return runStep(watch, now, 'signed-out', async () => {
    const { tokens, sessionPage } = await endAtProvider(ports, account, watch.signal);
    const kept = await ports.appPasswords.list(account.id);
    await ports.tokens.remove(account.id);
    for (const { id } of kept) {
      await ports.vault.delete(id);
      await ports.appPasswords.remove(id);
    }
    await ports.accounts.remove(account.id);
    if (sessionPage !== null && openBrowser) await ports.browser.open(sessionPage);
    return {
      signedOut: account.address,
      tokens,
      stillValid: kept.map(({ description }) => description),
      sessionPage: sessionPage?.href ?? null,
    };
  });
}

async function endAtProvider(
  ports: SignOutPorts,
  account: Account,
  signal: AbortSignal,
): Promise<{ tokens: SignedOut['tokens']; sessionPage: URL | null }> {
  const tokenSet = await ports.tokens.load(account.id);
  if (tokenSet === null) return { tokens: 'none', sessionPage: null };
  const client = clientOf(account);
  try {
    const sessionPage = await ports.signIn.endSessionUrl(client, signal);
    return { tokens: await ports.signIn.revoke(client, tokenSet, signal), sessionPage };
  } catch {
    signal.throwIfAborted();
    return { tokens: 'unreachable', sessionPage: null };
  }
}
