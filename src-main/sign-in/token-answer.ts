import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { Secret } from '../secret.ts';
import { broken, mismatch } from './openid-fault.ts';
import type { SignedInClaims, SignInClient } from './sign-in.ts';
import type { TokenSet } from './token-set.ts';

/** A token endpoint's answer that openid-client has checked. */
type TokenAnswer = TokenEndpointResponse & TokenEndpointResponseHelpers;

/**
 * The token set an answer leads to: what it leaves out stays as `held` has it.
 * @param askedAt milliseconds since 1970 when the request was sent, so that the expiry is never too late
 * @throws Fault signin.provider-broken when the tokens are not bearer tokens
 */
export function tokenSet(
  client: SignInClient,
  answer: TokenAnswer,
  held: TokenSet,
  askedAt: number,
): TokenSet {
  // A sender-constrained token (DPoP, mTLS) is of no use to a mail server: IMAP and SMTP carry bearer tokens only.
  if (answer.token_type !== 'bearer') {
    throw broken(client, 'its tokens are bound to a key (DPoP), which no mail app can use');
  }
  return {
    accessToken: new Secret(answer.access_token),
    refreshToken: answer.refresh_token === undefined ? held.refreshToken : new Secret(answer.refresh_token),
    idToken: answer.id_token === undefined ? held.idToken : new Secret(answer.id_token),
    expiresAt: answer.expires_in === undefined ? null : askedAt + answer.expires_in * 1000,
    // RFC 6749 section 5.1: left out when it is what was asked for.
    scopes:
      answer.scope === undefined ? held.scopes : answer.scope.split(' ').filter((scope) => scope !== ''),
  };
}

/**
 * The first token set of a sign-in.
 * @param scopes as asked for
 */
export function firstTokenSet(
  client: SignInClient,
  answer: TokenAnswer,
  scopes: readonly string[],
  askedAt: number,
): TokenSet {
  const nothing = { accessToken: new Secret(''), refreshToken: null, idToken: null, expiresAt: null, scopes };
  return tokenSet(client, answer, nothing, askedAt);
}

/** Who the id token is about; with a device code there may be none. */
export function claimsOf(answer: TokenAnswer): SignedInClaims {
  const claims = answer.claims();
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 320) : null);
  return {
    subject: text(claims?.sub),
    email: text(claims?.['email']),
    preferredUsername: text(claims?.['preferred_username']),
    name: text(claims?.['name']),
  };
}

/** OpenID Connect Core 12.2: a refreshed id token is about the same person. */
export function checkSamePerson(client: SignInClient, answer: TokenAnswer, held: TokenSet): void {
  const fresh = answer.claims()?.sub;
  const before = held.idToken === null ? null : subjectOf(held.idToken);
  if (fresh !== undefined && before !== null && fresh !== before) {
    throw mismatch(client, 'sub');
  }
}

/** `sub` of an id token that was checked when it came. */
function subjectOf(idToken: Secret): string | null {
  try {
    const payload: unknown = JSON.parse(
      atob((idToken.reveal().split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')),
    );
    return typeof payload === 'object' &&
      payload !== null &&
      'sub' in payload &&
      typeof payload.sub === 'string'
      ? payload.sub
      : null;
  } catch {
    return null;
  }
}
