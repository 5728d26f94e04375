import { assertNever } from '../assert-never.ts';
import type { Generation } from '../discovery/mail-service.ts';
import type { ReadAccessToken, TokenClaims } from './access-token.ts';
import { addressFindings, userinfoFindings } from './address-findings.ts';
import { shown } from './shown-claim.ts';
import type { UserinfoAnswer } from './userinfo-claims.ts';

export type TokenFindingKind =
  | 'issuer-differs'
  | 'alg'
  | 'encrypted-token'
  | 'expired'
  | 'audience'
  | 'scope-missing'
  | 'scp-instead'
  | 'userinfo-refused'
  | 'userinfo-unreadable'
  | 'no-address-claim'
  | 'address-upper-case'
  | 'address-other-domain'
  | 'user-name-is-other-address'
  | 'opaque'
  | 'directory-not-default';

/** One thing that is, or may be, why the mail server does not take the sign-in. Holds no part of the token. */
export interface TokenFinding {
  readonly kind: TokenFindingKind;
  /** Who can change it: the people of the sign-in service, of the mail server, or the one in front of the screen. */
  readonly whose: 'provider' | 'server' | 'person';
  /** What is wrong, in one sentence. */
  readonly found: string;
  /** What to change, naming the setting. */
  readonly whatToChange: string;
}

export interface TokenRefusal {
  readonly token: ReadAccessToken;
  readonly generation: Generation;
  /** The issuer that was signed in at. */
  readonly issuer: string;
  /** The address typed. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly userinfo: UserinfoAnswer;
}

/** What a Stalwart directory demands unless told otherwise (0.16, `OidcDirectory`). */
const requiredAudience = 'stalwart';
const requiredScopes = ['openid', 'email'];
/** Stalwart forgives this much of the end of a token. */
const leewayMs = 60_000;

/**
 * Why a mail server answers 401, found out here, since its answer is the same for every cause (0.16 finding 9).
 * Ordered by certainty: what stands first is certain to be refused, `directory-not-default` comes when nothing was
 * found. Never empty. Pure.
 */
export function diagnoseTokenRefusal(refusal: TokenRefusal): readonly TokenFinding[] {
  const findings = [
    ...(refusal.generation === 'jmap' ? tokenFindings(refusal) : expiryFindings(refusal)),
    ...userinfoFindings(refusal),
    ...addressFindings(refusal),
  ];
  return findings.length > 0 ? findings : [nothingFound(refusal)];
}

function tokenFindings(refusal: TokenRefusal): readonly TokenFinding[] {
  const { token } = refusal;
  switch (token.kind) {
    case 'jwt':
      return [
        ...issuerFindings(token.claims, refusal.issuer),
        ...algFindings(token.alg),
        ...expiryFindings(refusal),
        ...audienceFindings(token.claims),
        ...scopeFindings(token.claims),
      ];
    case 'encrypted':
      return refusal.userinfo.kind === 'claims' ? [] : [encrypted];
    case 'opaque':
      return refusal.userinfo.kind === 'unknown' ? [opaque] : [];
    default:
      return assertNever(token);
  }
}

function issuerFindings({ iss }: TokenClaims, issuer: string): readonly TokenFinding[] {
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
function algFindings(alg: string): readonly TokenFinding[] {
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

function expiryFindings({ token, now }: TokenRefusal): readonly TokenFinding[] {
  if (token.kind !== 'jwt' || token.claims.exp === null || token.claims.exp * 1000 + leewayMs > now)
    return [];
  return [
    {
      kind: 'expired',
      whose: 'person',
      found: 'The sign-in has run out.',
      whatToChange:
        'Sign in again. If it is new, the clock of this computer or of the sign-in service is wrong.',
    },
  ];
}

function audienceFindings({ aud, clientId }: TokenClaims): readonly TokenFinding[] {
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

function scopeFindings({ scope, hasScp }: TokenClaims): readonly TokenFinding[] {
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

const encrypted: TokenFinding = {
  kind: 'encrypted-token',
  whose: 'provider',
  found: 'The access token is encrypted, so the mail server can only ask the sign-in service about it.',
  whatToChange:
    'Remove the encryption key of the client (authentik), or ask for an audience (Auth0: --audience stalwart).',
};

const opaque: TokenFinding = {
  kind: 'opaque',
  whose: 'provider',
  found:
    'Only the sign-in service can read this access token, and its UserInfo could not be asked from here.',
  whatToChange:
    'Check that the mail server reaches the UserInfo endpoint, and that it gives preferred_username or email.',
};

function nothingFound({ generation, issuer }: TokenRefusal): TokenFinding {
  return {
    kind: 'directory-not-default',
    whose: 'server',
    found: 'Nothing is wrong with the sign-in itself.',
    whatToChange:
      generation === 'jmap'
        ? `Check in Stalwart: Authentication.directoryId names the Oidc directory of ${shown(issuer)}; the domain of the address exists there; the sign-in service was reachable when Stalwart started (reload the settings, and look whether the reload was refused). After new signing keys wait five minutes.`
        : `Check in Stalwart: storage.directory names the oidc directory; its endpoint.url answers the mail server with fields.email and fields.username as texts, within its timeout.`,
  };
}
