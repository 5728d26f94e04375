import type { Secret } from '../secret.ts';
import type { TokenSet } from './token-set.ts';

/**
 * Whose metadata document is read, and so what it is trusted for:
 * - `external`: any OpenID provider. Its `issuer` must be the one asked for; its endpoints may be on other hosts.
 * - `stalwart`: the mail server's own OAuth server, `issuer` being the server's base address. The server is trusted
 *   with this person's tokens anyway, so the name it gives itself is taken as it is (behind a TLS proxy it says
 *   `http://<inner name>`, or nothing at all: recorded answers of 0.16.18 and 0.16.1), but every endpoint is used
 *   below the base address only, whatever host the document says.
 */
export type IssuerKind = 'external' | 'stalwart';

/** How to be a client at one issuer. */
export interface SignInClient {
  /** As `discover` returned it: the exact `issuer` of the metadata document, or the mail server's base address. */
  readonly issuer: string;
  /** 'stalwart' when the mail server's own OAuth is signed into; see `IssuerKind`. 'external' when absent. */
  readonly issuerKind?: IssuerKind;
  readonly clientId: string;
  /** Wanted scopes; narrowed to `scopes_supported` where the provider publishes that list. */
  readonly scopes: readonly string[];
  /** Sent as `audience` and, when it is a URI, as `resource` (RFC 8707) too; null sends neither. */
  readonly audience: string | null;
}

/** What one started authorization request must remember until the browser comes back. */
export interface PendingSignIn {
  /** What the browser opens. */
  readonly authorizationUrl: URL;
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: Secret;
}

/** What one started device authorization (RFC 8628) must remember until the person has finished. */
export interface PendingDevice {
  /** What the person types; letters, digits and ` ._-` only. */
  readonly userCode: string;
  /** Where the person types it: https, or http on loopback; of kind `stalwart` below the server's base address. */
  readonly verificationUri: URL;
  /** The same page with the code filled in, or null. */
  readonly verificationUriComplete: URL | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Milliseconds between two questions for the tokens. */
  readonly intervalMs: number;
  readonly deviceCode: Secret;
  readonly codeVerifier: Secret;
}

/**
 * Who the PROVIDER says signed in; only for words on screen, the server's word counts. All null where there was no id
 * token, which a device code need not bring.
 */
export interface SignedInClaims {
  readonly subject: string | null;
  readonly email: string | null;
  readonly preferredUsername: string | null;
  readonly name: string | null;
}

export interface SignInResult {
  readonly tokens: TokenSet;
  readonly claims: SignedInClaims;
}

/**
 * OpenID Connect at one issuer: code + PKCE S256, state, nonce, `iss` (RFC 6749, 7636, 9207, 9700; OIDC Core), or a
 * device code (RFC 8628).
 * @throws Fault signin.* , issuer.*, network.*
 */
export interface SignIn {
  /**
   * Fetches and checks the issuer's metadata (cached for an hour): what it supports and how it is spelled exactly.
   * A slash more or less after a bare host is forgiven here, so use the returned `issuer` from then on.
   */
  discover(issuer: string, options?: DiscoverOptions): Promise<IssuerDescription>;
  /**
   * @param prompt `login`: the provider asks who it is, also where the browser is signed in as somebody (OIDC Core
   *   section 3.1.2.1). Providers that do not know it go on as usual.
   */
  begin(
    client: SignInClient,
    redirectUri: string,
    loginHint: string,
    signal?: AbortSignal,
    prompt?: 'login' | null,
  ): Promise<PendingSignIn>;
  /** `callback` is the full address the browser was sent to. Exchanges the code, checks everything. */
  finish(
    client: SignInClient,
    pending: PendingSignIn,
    callback: URL,
    signal?: AbortSignal,
  ): Promise<SignInResult>;
  /**
   * Asks for a device code: for people whose browser is on another device, and for servers that have no other way.
   * @throws Fault signin.no-device-code where the issuer or its client has no device flow
   */
  beginDevice(client: SignInClient, signal?: AbortSignal): Promise<PendingDevice>;
  /**
   * Waits until the person has finished, as RFC 8628 section 3.5 wants it. An `expiresAt` that was moved forward is
   * the deadline.
   * @throws Fault signin.timeout (the code has expired), signin.denied
   */
  finishDevice(client: SignInClient, pending: PendingDevice, signal?: AbortSignal): Promise<SignInResult>;
  /**
   * One refresh of what is held. Parts that do not come back (refresh token, id token, scopes) are kept; another
   * person's id token is refused. `signin.needed` when there is no refresh token or the provider ended the session.
   */
  refresh(client: SignInClient, held: TokenSet, signal?: AbortSignal): Promise<TokenSet>;
  /** Revokes refresh then access token where the provider can (RFC 7009); what it refuses to revoke is no error. */
  revoke(client: SignInClient, tokens: TokenSet, signal?: AbortSignal): Promise<'revoked' | 'not-offered'>;
  /** RP-initiated logout address for the browser, with no token in it, or null where not offered. */
  endSessionUrl(client: SignInClient, signal?: AbortSignal): Promise<URL | null>;
}

export interface DiscoverOptions {
  readonly kind?: IssuerKind;
  readonly signal?: AbortSignal;
}

export interface IssuerDescription {
  /** For `SignInClient.issuer`. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly scopesSupported: readonly string[] | null;
  readonly canRevoke: boolean;
  readonly canEndSession: boolean;
  readonly deviceCode: boolean;
}
