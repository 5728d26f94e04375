import type { FindRequest } from '../discovery/find-mail-service.ts';
import type { Endpoint } from '../discovery/mail-service.ts';
import type { Account } from '../mailbox/account.ts';
import type { SignInRequest } from '../sign-in/sign-in-to-mailbox.ts';

/** Which mailbox is meant and how to sign in there; what is null is found, or taken from the defaults. */
export type MailboxRequest = FindRequest & Pick<SignInRequest, 'clientId' | 'scopes' | 'audience'>;

export interface TypedMailbox {
  readonly address: string;
  readonly server: string | null;
  readonly issuer: string | null;
}

/** What was typed, and of a mailbox that is already known what it needed the last time. Pure. */
export function mailboxRequest(typed: TypedMailbox, accounts: readonly Account[]): MailboxRequest {
  const address = typed.address.trim();
  const known = accounts.find((account) => account.address.toLowerCase() === address.toLowerCase());
  return {
    address,
    server: typed.server ?? known?.service.server ?? null,
    issuer: typed.issuer ?? (known?.service.issuer.origin === 'option' ? known.service.issuer.url : null),
    imap: optionOf(known?.service.imap),
    smtp: optionOf(known?.service.smtp),
    sieve: optionOf(known?.service.sieve),
    clientId: known?.clientId ?? null,
    scopes: known?.scopes ?? null,
    audience: known?.audience ?? null,
  };
}

/** Only what a person had to say is said again; the rest is found afresh. */
function optionOf(endpoint: Endpoint | null | undefined): string | null {
  return endpoint?.origin === 'option' ? `${endpoint.host}:${endpoint.port}` : null;
}
