import type { Account } from '../mailbox/account.ts';
import type { SignInClient } from './sign-in.ts';

/** How to be a client at the issuer of an account. Pure. */
export function clientOf(account: Account): SignInClient {
  return {
    issuer: account.service.issuer.url,
    issuerKind: account.service.issuer.kind,
    clientId: account.clientId,
    scopes: account.scopes,
    audience: account.audience,
  };
}
