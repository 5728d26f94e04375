import { assertNever } from '../assert-never.ts';
import { addressFindings, userinfoFindings } from './address-findings.ts';
import { algFindings, audienceFindings, issuerFindings, scopeFindings } from './jwt-findings.ts';
import { shown } from './shown-claim.ts';
import type { TokenFinding, TokenRefusal } from './token-finding.ts';

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

function nothingFound({ generation, issuer, address }: TokenRefusal): TokenFinding {
  return {
    kind: 'directory-not-default',
    whose: 'server',
    found: 'Nothing is wrong with the sign-in itself.',
    whatToChange:
      generation === 'jmap'
        ? `Check in Stalwart: Authentication.directoryId names the Oidc directory of ${shown(issuer)}; the mail domain ${shown(address.slice(address.lastIndexOf('@') + 1))} exists there; the sign-in service was reachable when Stalwart started (reload the settings, and look whether the reload was refused). After new signing keys wait five minutes.`
        : `Check in Stalwart: storage.directory names the oidc directory; its endpoint.url answers the mail server with fields.email and fields.username as texts, within its timeout.`,
  };
}
