import type { TokenClaims } from './access-token.ts';
import { shown } from './shown-claim.ts';
import type { TokenFinding } from './token-finding.ts';

/** What a Stalwart directory demands unless told otherwise (0.16, `OidcDirectory`). */
const requiredAudience = 'stalwart';
const requiredScopes = ['openid', 'email'];

/** The issuer is compared as it is written in the provider’s document, but for a slash at the end. Pure. */
export function issuerFindings({ iss }: TokenClaims, issuer: string): readonly TokenFinding[] {
  if (iss === null || iss.replace(/\/$/, '') === issuer.replace(/\/$/, '')) return [];
  const entra = iss.startsWith('https://sts.windows.net/');
  return [
    {
      kind: 'issuer-differs',
      whose: entra ? 'provider' : 'server',
      found: `The access token is from ${shown(iss)}, the mail server expects ${shown(issuer)}.`,
      whatToChange: entra
        ? 'In the manifest of the API app at Entra set requestedAccessTokenVersion to 2.'
        : `Set issuerUrl of the Oidc directory in Stalwart to ${shown(iss)}, or sign in at the issuer it has.`,
    },
  ];
}

/** HS* is checked with a secret nobody else has, and Stalwart has no P-521. */
export function algFindings(alg: string): readonly TokenFinding[] {
  if (!/^HS|^none$|^ES512$/i.test(alg)) return [];
  return [
    {
      kind: 'alg',
      whose: 'provider',
      found: `The access token is signed with ${shown(alg)}, which the mail server does not take.`,
      whatToChange:
        'Give the client a signing key for RS256 or ES256 (authentik: the provider’s Signing Key).',
    },
  ];
}

/** One of `aud` must be `requireAudience`. Pure. */
export function audienceFindings({ aud, clientId }: TokenClaims): readonly TokenFinding[] {
  if (aud.includes(requiredAudience)) return [];
  const own = clientId !== null && aud.includes(clientId);
  const said = aud.length === 0 ? 'for no audience at all' : `for ${aud.slice(0, 4).map(shown).join(', ')}`;
  return [
    {
      kind: 'audience',
      whose: own ? 'server' : 'provider',
      found: `The access token is ${said}, the mail server expects “${requiredAudience}” (unless it was told otherwise).`,
      whatToChange: audienceChange(aud, own ? clientId : null),
    },
  ];
}

function audienceChange(aud: readonly string[], ownClient: string | null): string {
  if (aud.some((one) => /graph\.microsoft\.com|^00000003-0000-0000-c000-000000000000$/.test(one))) {
    return 'Ask Entra for the scope of your own API app (--scope api://…/access_as_user) and set requireAudience of the Oidc directory in Stalwart to that app’s id.';
  }
  if (ownClient !== null) {
    return `Name the client “${requiredAudience}” at the sign-in service, or set requireAudience of the Oidc directory in Stalwart to ${shown(ownClient)}.`;
  }
  return `Add an audience mapper for “${requiredAudience}” to the client (Keycloak: Audience mapper, Included Custom Audience, in the access token), or set requireAudience of the Oidc directory in Stalwart. Where the sign-in service takes an audience: --audience ${requiredAudience}.`;
}

/** Each of `requireScopes` must be in claim `scope`; `scp` is never read. Pure. */
export function scopeFindings({ scope, hasScp }: TokenClaims): readonly TokenFinding[] {
  const missing = requiredScopes.filter((one) => !scope?.includes(one));
  if (missing.length === 0) return [];
  if (scope === null) {
    return [
      {
        kind: hasScp ? 'scp-instead' : 'scope-missing',
        whose: 'server',
        found: hasScp
          ? 'The access token lists its scopes as “scp”; the mail server only reads “scope”.'
          : 'The access token does not list its scopes, which the mail server asks for.',
        whatToChange:
          'Set requireScopes of the Oidc directory in Stalwart to {} (and keep requireAudience), or let the sign-in service write a “scope” claim.',
      },
    ];
  }
  return [
    {
      kind: 'scope-missing',
      whose: 'provider',
      found: `The access token lacks the scope ${missing.join(' and ')}, which the mail server asks for.`,
      whatToChange: `Allow ${requiredScopes.join(' and ')} for the client, and ask for no resource that replaces them; or set requireScopes of the Oidc directory in Stalwart.`,
    },
  ];
}
