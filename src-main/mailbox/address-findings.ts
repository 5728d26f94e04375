import type { Generation } from '../discovery/mail-service.ts';
import type { TokenClaims } from './access-token.ts';
import { shown } from './shown-claim.ts';
import type { TokenFinding, TokenRefusal } from './token-finding.ts';

/** What UserInfo's answer explains. Up to 0.15 the server asks it (or introspection) about every token. Pure. */
export function userinfoFindings({ token, generation, userinfo }: TokenRefusal): readonly TokenFinding[] {
  // 0.16 asks it about a JWT only when that names nobody.
  const asked = generation === 'rest' || token.kind !== 'jwt' || addressOf(token.claims, generation) === null;
  if (!asked) return [];
  if (userinfo.kind === 'refused') {
    return [
      {
        kind: 'userinfo-refused',
        whose: token.kind === 'jwt' ? 'person' : 'provider',
        found:
          'The UserInfo of the sign-in service does not take this access token, so the mail server learns no address.',
        whatToChange:
          token.kind === 'jwt'
            ? 'Leave out --audience (the token is then for UserInfo), or let the sign-in service write the email claim into the access token (Entra: optional claim “email” of the API app).'
            : 'Allow the scopes openid and email for the client. If it is a new sign-in, tell the people of the sign-in service.',
      },
    ];
  }
  if (userinfo.kind === 'unreadable') {
    return [
      {
        kind: 'userinfo-unreadable',
        whose: 'provider',
        found: 'The UserInfo of the sign-in service is signed or not JSON, which the mail server can’t read.',
        whatToChange:
          'Let UserInfo answer with plain JSON for this client (Authelia: userinfo_signed_response_alg none).',
      },
    ];
  }
  return [];
}

/** What the names in the token (or, where it has none, in UserInfo) explain. Pure. */
export function addressFindings(refusal: TokenRefusal): readonly TokenFinding[] {
  const claims = namingClaims(refusal);
  if (claims === null) return [];
  const address = addressOf(claims, refusal.generation);
  if (address === null) return [noAddress(claims, refusal.generation)];
  const other = otherAddress(claims, refusal.address);
  if (refusal.generation === 'rest') return other;
  return [...upperCase(address), ...(other.length > 0 ? other : otherDomain(address, refusal.address))];
}

function namingClaims({ token, generation, userinfo }: TokenRefusal): TokenClaims | null {
  const fromToken = token.kind === 'jwt' && generation === 'jmap' ? token.claims : null;
  if (fromToken !== null && addressOf(fromToken, generation) !== null) return fromToken;
  if (userinfo.kind === 'claims') return userinfo.claims;
  // Neither the token nor UserInfo names an address, as far as could be seen.
  return userinfo.kind === 'unknown' ? fromToken : null;
}

/**
 * 0.16: claim `preferred_username` when it is an address, else claim `email` (unless `usernameDomain` is set). Up to
 * 0.15: what `fields.email` names, usually `email`.
 */
function addressOf({ preferredUsername, email }: TokenClaims, generation: Generation): string | null {
  if (generation === 'jmap' && preferredUsername?.includes('@')) return preferredUsername;
  return email?.includes('@') ? email : null;
}

function noAddress({ preferredUsername }: TokenClaims, generation: Generation): TokenFinding {
  return {
    kind: 'no-address-claim',
    whose: 'provider',
    found: 'The sign-in service does not tell the mail server an e-mail address.',
    whatToChange:
      preferredUsername === null || generation === 'rest'
        ? 'Release the claims preferred_username and email to this client (scope email).'
        : `Release the claim email to this client (scope email), or set usernameDomain of the Oidc directory in Stalwart, so that ${shown(preferredUsername)} becomes an address.`,
  };
}

/** A login name that looks like an address (Zitadel, Kanidm, Entra) hides the real one. */
function otherAddress({ preferredUsername, email }: TokenClaims, address: string): readonly TokenFinding[] {
  if (preferredUsername === null || !preferredUsername.includes('@') || email === null) return [];
  if (isEqual(preferredUsername, address) || !isEqual(email, address)) return [];
  return [
    {
      kind: 'user-name-is-other-address',
      whose: 'server',
      found: `The mail server takes the user name ${shown(preferredUsername)} for the address, not ${shown(email)}.`,
      whatToChange:
        'Set claimUsername of the Oidc directory in Stalwart to email (up to 0.15: fields.username).',
    },
  ];
}

/** 0.16 looks the claim up as it is written; domains are stored in small letters. */
function upperCase(address: string): readonly TokenFinding[] {
  if (address === address.toLowerCase()) return [];
  return [
    {
      kind: 'address-upper-case',
      whose: 'provider',
      found: `The sign-in service writes the address with capitals: ${shown(address)}. The mail server does not know it so.`,
      whatToChange: 'Write the address of this person in small letters at the sign-in service.',
    },
  ];
}

function otherDomain(address: string, typed: string): readonly TokenFinding[] {
  const domain = domainOf(address);
  if (isEqual(domain, domainOf(typed))) return [];
  return [
    {
      kind: 'address-other-domain',
      whose: 'server',
      found: `The sign-in service says ${shown(address)}, of a domain the mail server may not have.`,
      whatToChange: `Sign in as ${shown(typed)}; or add the domain ${shown(domain)} to Stalwart; or choose another claim with claimUsername.`,
    },
  ];
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function isEqual(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
