import type { Secret } from '../secret.ts';
import type { TokenSet } from './token-set.ts';

/** How to be a client at one issuer. */
export interface SignInClient {
  /** Exact `issuer` of its metadata document. */
  readonly issuer: string;
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

/** Who the PROVIDER says signed in; only for words on screen, the server's word counts. */
export interface SignedInClaims {
  readonly subject: string;
  readonly email: string | null;
  readonly preferredUsername: string | null;
  readonly name: string | null;
}

export interface SignInResult {
  readonly tokens: TokenSet;
  readonly claims: SignedInClaims;
}

/**
 * OpenID Connect at one issuer: code + PKCE S256, state, nonce, `iss` (RFC 6749, 7636, 9207, 9700; OIDC Core).
 * @throws Fault signin.* , issuer.*, network.*
 */
export interface SignIn {
  /** Fetches and checks the issuer's metadata (cached); the exact issuer, what it supports. */
  discover(issuer: string, signal?: AbortSignal): Promise<IssuerDescription>;
  begin(client: SignInClient, redirectUri: string, loginHint: string, signal?: AbortSignal): Promise<PendingSignIn>;
  /** `callback` is the full address the browser was sent to. Exchanges the code, checks everything. */
  finish(client: SignInClient, pending: PendingSignIn, callback: URL, signal?: AbortSignal): Promise<SignInResult>;
  /** One refresh. The answer's refresh token, or the old one where none came back. `signin.needed` when the provider ended the session. */
  refresh(client: SignInClient, refreshToken: Secret, signal?: AbortSignal): Promise<TokenSet>;
  /** Revokes refresh then access token where the provider can (RFC 7009); returns what could be done. */
  revoke(client: SignInClient, tokens: TokenSet, signal?: AbortSignal): Promise<'revoked' | 'not-offered'>;
  /** RP-initiated logout address for the browser, or null where not offered. */
  endSessionUrl(client: SignInClient, tokens: TokenSet): Promise<URL | null>;
}

export interface IssuerDescription {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly scopesSupported: readonly string[] | null;
  readonly canRevoke: boolean;
  readonly canEndSession: boolean;
  readonly deviceCode: boolean;
}
