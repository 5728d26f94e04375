import type { ServerContext } from './server-context.ts';

export type RecipientCheck = 'accepted' | 'no-such-mailbox' | 'relay-not-allowed';

const remembersMs = 3_600_000;

/**
 * Whether mail to an address is taken. Up to 0.15 a "no" is remembered for an hour, for the mail domain and for the
 * mailbox, so that mail still bounces after the first sign-in if it came too early (finding 7); 0.16 looks each time.
 */
export function createMailAcceptance(context: ServerContext): (address: string) => RecipientCheck {
  const { store, traits } = context;
  const refusedUntil = new Map<string, number>();

  const exists = (key: string, found: boolean) => {
    if (traits.generation === 'jmap') {
      return found;
    }
    if ((refusedUntil.get(key) ?? 0) > context.now()) {
      return false;
    }
    if (!found) {
      refusedUntil.set(key, context.now() + remembersMs);
    }
    return found;
  };

  return (address) => {
    const folded = address.toLowerCase();
    const domain = folded.slice(folded.lastIndexOf('@') + 1);
    if (!exists(domain, store.domain(domain) !== undefined)) {
      return 'relay-not-allowed';
    }
    const account = store
      .accounts()
      .find(({ emails }) => emails.some((email) => email.toLowerCase() === folded));
    return exists(folded, account !== undefined) ? 'accepted' : 'no-such-mailbox';
  };
}
