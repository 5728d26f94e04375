import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { isProtectedUrl } from '../platform/server-url.ts';
import { type NamingIssuer, placeAddress } from './endpoint-address.ts';
import type { IssuerKind } from './sign-in.ts';

/** What Gatepass uses of an issuer's metadata document (RFC 8414 section 2, OpenID Connect Discovery section 3). */
export interface IssuerMetadata {
  /** What `iss` must be, in the authorization response and in id tokens. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  readonly endSessionEndpoint: string | null;
  readonly deviceAuthorizationEndpoint: string | null;
  readonly scopesSupported: readonly string[] | null;
  /** Never empty, never `none`; shared-secret algorithms only of the mail server itself. */
  readonly idTokenAlgorithms: readonly string[];
  /** RFC 9207: an authorization response without `iss` is then refused. */
  readonly issInResponse: boolean;
}

const address = v.pipe(v.string(), v.minLength(1), v.maxLength(2048));
const list = v.pipe(v.array(v.pipe(v.string(), v.maxLength(512))), v.maxLength(1000));
const offered = v.fallback(v.nullish(address, null), null);

const documentSchema = v.object({
  issuer: v.pipe(v.string(), v.maxLength(2048)),
  authorization_endpoint: address,
  token_endpoint: address,
  revocation_endpoint: offered,
  end_session_endpoint: offered,
  device_authorization_endpoint: offered,
  scopes_supported: v.fallback(v.nullish(list, null), null),
  id_token_signing_alg_values_supported: v.fallback(v.nullish(list, null), null),
  authorization_response_iss_parameter_supported: v.fallback(v.nullish(v.boolean(), false), false),
});

/**
 * Signatures anyone can check (RFC 7518 section 3.1, RFC 8037): `HS*` would need a secret, which an installed
 * program can't keep.
 */
const publicKeyAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/**
 * Up to 0.15 Stalwart signs with HS256 unless it is told otherwise, with a key that nobody else knows. That vouches for
 * nothing, and nothing rests on it: the id token came from the server itself, and its claims are shown only.
 */
const ownAlgorithms = [...publicKeyAlgorithms, 'HS256', 'HS384', 'HS512'];

function idTokenAlgorithms(listed: readonly string[] | null, kind: IssuerKind): readonly string[] {
  if (kind === 'stalwart') return ownAlgorithms;
  const usable = (listed ?? publicKeyAlgorithms).filter((name) => publicKeyAlgorithms.includes(name));
  // RS256 is what OpenID Connect Discovery obliges every provider to support.
  return usable.length > 0 ? usable : ['RS256'];
}

/**
 * @param body the document's text, already limited in size
 * @param wanted the issuer (or, of kind `stalwart`, the server's base address) that was asked for
 * @throws Fault issuer.invalid, facts `issuer`, `check` (what it failed)
 */
export function readIssuerMetadata(body: string, wanted: string, kind: IssuerKind): IssuerMetadata {
  const parsed = v.safeParse(documentSchema, parseJson(body, wanted));
  if (!parsed.success) throw invalidIssuer(wanted, 'its metadata document lacks something');
  const document = parsed.output;
  if (kind === 'external') checkName(document.issuer, wanted);
  const place = (endpoint: string) => placed(endpoint, { kind, wanted, says: document.issuer });
  const placeOffered = (endpoint: string | null) => (endpoint === null ? null : place(endpoint));
  return {
    issuer: document.issuer === '' ? wanted.replace(/\/$/, '') : document.issuer,
    authorizationEndpoint: place(document.authorization_endpoint),
    tokenEndpoint: place(document.token_endpoint),
    revocationEndpoint: placeOffered(document.revocation_endpoint),
    endSessionEndpoint: placeOffered(document.end_session_endpoint),
    deviceAuthorizationEndpoint: placeOffered(document.device_authorization_endpoint),
    scopesSupported: document.scopes_supported,
    idTokenAlgorithms: idTokenAlgorithms(document.id_token_signing_alg_values_supported, kind),
    issInResponse: document.authorization_response_iss_parameter_supported,
  };
}

/** An issuer as typed or configured: https (http on loopback), no query or fragment (RFC 8414 section 2). */
export function parseIssuer(text: string): URL {
  if (/[{}]|%7b|%7d/i.test(text)) throw invalidIssuer(text, 'it stands for every tenant, not for one');
  if (text.length > 2048 || /[\s?#\\]/.test(text) || !URL.canParse(text))
    throw invalidIssuer(text, 'its address is not one');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw invalidIssuer(text, 'its address is not one');
  if (!isProtectedUrl(url)) throw invalidIssuer(text, 'it is not https');
  return url;
}

/** What an issuer or its document failed, as it stands in the message. */
export type IssuerCheck =
  | 'its address is not one'
  | 'it is not https'
  | 'it stands for every tenant, not for one'
  | 'it has no metadata document'
  | 'its metadata document is behind a redirect'
  | 'its metadata document is too large or cut short'
  | 'its metadata document is not JSON'
  | 'its metadata document lacks something'
  | 'it calls itself by another name';

/** `says`: what the document calls itself. */
export function invalidIssuer(issuer: string, check: IssuerCheck, says?: string): Fault {
  const facts = {
    issuer: issuer.slice(0, 200),
    check: says === undefined ? check : `${check}: ${says.slice(0, 200)}`,
  };
  return new Fault('issuer.invalid', check, { facts });
}

function parseJson(body: string, wanted: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw invalidIssuer(wanted, 'its metadata document is not JSON');
  }
}

/**
 * The exact comparison of RFC 8414 section 3.3, with one tolerance: `https://host` and `https://host/` are the same
 * address, and people type either. After a path the slash counts (authentik, Rauthy).
 */
function checkName(says: string, wanted: string): void {
  // A document that stands for every tenant would accept tokens of all of them.
  if (/[{}]/.test(says)) throw invalidIssuer(wanted, 'it stands for every tenant, not for one', says);
  const sameRoot = URL.canParse(wanted) && isRoot(new URL(wanted)) && stripped(says) === stripped(wanted);
  if (says !== wanted && !sameRoot) throw invalidIssuer(wanted, 'it calls itself by another name', says);
}

function isRoot(url: URL): boolean {
  return url.pathname === '/';
}

function stripped(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text;
}

function placed(endpoint: string, issuer: NamingIssuer): string {
  const url = placeAddress(endpoint, issuer);
  if (url === 'unreadable') throw invalidIssuer(issuer.wanted, 'its metadata document lacks something');
  if (url === 'unsafe') throw invalidIssuer(issuer.wanted, 'it is not https');
  return url.href;
}
