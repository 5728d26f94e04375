import { Fault } from '../fault.ts';
import type { Account } from './account.ts';
import type { AccountBook } from './account-book.ts';

/**
 * The mailbox that is meant: by id or address, or the only one there is.
 * @throws Fault account.not-found; signin.first when there is none; input.invalid when it is not clear which
 */
export async function chooseAccount(
  book: Pick<AccountBook, 'get' | 'list'>,
  named: string | null,
): Promise<Account> {
  if (named !== null) {
    const found = await book.get(named);
    if (!found) throw new Fault('account.not-found', 'no such account', { facts: { account: named } });
    return found;
  }
  const [first, second] = await book.list();
  if (!first) throw new Fault('signin.first', 'no account');
  if (second)
    throw new Fault('input.invalid', 'several accounts', {
      facts: { what: 'there are several mailboxes, so say which with --account ADDRESS' },
    });
  return first;
}
