import { Fault } from '../fault.ts';
import type { Account } from './account.ts';
import type { AccountBook } from './account-book.ts';

/**
 * The mailbox a person means.
 * @param named address or id; null where there is only one
 * @throws Fault account.not-found, signin.first (there is none yet), input.invalid (there are several)
 */
export async function namedAccount(accounts: AccountBook, named: string | null): Promise<Account> {
  if (named !== null) {
    const found = await accounts.get(named);
    if (!found) throw new Fault('account.not-found', 'no such account', { facts: { account: named } });
    return found;
  }
  const [first, second] = await accounts.list();
  if (!first) throw new Fault('signin.first', 'no account');
  if (second)
    throw new Fault('input.invalid', 'several accounts', {
      facts: { what: 'there are several mailboxes, so say which with --account ADDRESS' },
    });
  return first;
}
