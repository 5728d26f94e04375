import type { IssuerMetadata } from './issuer-metadata.ts';
import type { SignInClient } from './sign-in.ts';

/** What is asked for, the same in every kind of sign-in. */
export function authorizationParameters(
  client: SignInClient,
  metadata: IssuerMetadata,
): Readonly<Record<string, string>> {
  return {
    scope: narrowScopes(client.scopes, metadata.scopesSupported).join(' '),
    ...(client.audience === null ? {} : { audience: client.audience }),
    ...resourceOf(client),
  };
}

/** RFC 8707 section 2: `resource` is an absolute URI without a fragment; sent in every request of the sign-in. */
export function resourceOf(client: SignInClient): { resource?: string } {
  const audience = client.audience;
  return audience !== null && URL.canParse(audience) && !audience.includes('#') ? { resource: audience } : {};
}

/** Wanted scopes the provider offers, in the wanted order; `openid` always, or there would be no id token. */
export function narrowScopes(
  wanted: readonly string[],
  supported: readonly string[] | null,
): readonly string[] {
  const offered = wanted.filter(
    (scope) => scope === 'openid' || supported === null || supported.includes(scope),
  );
  const distinct = [...new Set(offered)];
  return distinct.includes('openid') ? distinct : ['openid', ...distinct];
}
