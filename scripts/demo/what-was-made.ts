import { createAppPasswordBook } from '../../src-main/app-passwords/app-password-book.ts';
import { provedBy } from '../../src-main/app-passwords/proved-by.ts';
import { findMailApp } from '../../src-main/mail-apps/catalogue.ts';
import { settingsFor } from '../../src-main/mail-apps/settings.ts';
import { createAccountBook } from '../../src-main/mailbox/account-book.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import type { JobResult } from './messages.ts';

/** Reads in the window's state directory what came of its work; null when no app password was made. */
export async function whatWasMade(directory: string): Promise<Omit<JobResult, 'vault' | 'steps'> | null> {
  const report = () => undefined;
  const lock = (name: string) => createProcessLock({ directory, name });
  const passwords = createAppPasswordBook({ directory, lock: lock('app-passwords'), report });
  const appPassword = (await passwords.list()).at(-1);
  if (!appPassword) return null;
  const accounts = createAccountBook({ directory, lock: lock('accounts'), report });
  const account = await accounts.get(appPassword.accountId);
  if (!account) return null;
  return {
    generation: account.service.generation,
    identity: account.login,
    proof: provedBy(appPassword.proof),
    settings: settingsFor(findMailApp(appPassword.mailApp), account, appPassword.description),
  };
}
