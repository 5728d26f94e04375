import type { Grant } from './own-oauth.ts';
import { matchesRedirect } from './redirect-uri.ts';
import type { ServerContext } from './server-context.ts';

const longestClientId = 2048;

export function challengeOf(value: string | undefined, method: string | undefined): Grant['challenge'] {
  return value === undefined ? { kind: 'none' } : { kind: method === 'S256' ? 'S256' : 'plain', value };
}

/** What the server says against an authorization request (S16 http/auth/oauth/auth.rs, S15 the same file). */
export function grantComplaint(
  grant: Grant,
  responseType: string | null,
  { traits, oauth }: ServerContext,
): string | undefined {
  if (responseType !== null && responseType !== 'code') {
    return 'Unsupported response type.';
  }
  if (grant.clientId.length > longestClientId) {
    return 'Client ID is too long.';
  }
  if (!URL.canParse(grant.redirectUri)) {
    return 'A redirect URI is required.';
  }
  const withPkce = traits.generation === 'jmap' && grant.challenge.kind !== 'none';
  if (grant.redirectUri.startsWith('http://') && !withPkce) {
    return 'Redirect URI must be HTTPS.';
  }
  const client = oauth.client(grant.clientId);
  if (client === undefined) {
    return undefined;
  }
  if (!client.redirectUris.some((uri) => matchesRedirect(uri, grant.redirectUri))) {
    return 'Redirect URI does not match the client registration.';
  }
  return grant.challenge.kind === 'S256'
    ? undefined
    : 'A PKCE code_challenge with the S256 method is required.';
}
