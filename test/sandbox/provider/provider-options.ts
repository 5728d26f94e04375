import type { FaultBook } from '../faults.ts';
import type { Person } from '../people.ts';

/** What the provider tells about a person. */
export type ReleasedClaim = 'email' | 'preferred_username' | 'name';

/** How access tokens look. Providers differ in each of these, and a mail server minds most of them. */
export interface TokenShape {
  /** Signed JWT (RFC 9068) or a reference that only the provider understands. */
  readonly tokens: 'jwt' | 'opaque';
  /** `aud` of a JWT. An opaque token has none, and is the only kind the UserInfo endpoint takes. */
  readonly audience: string;
  /** The granted scopes as `scope` string, as `scp` array (Entra ID, Okta, Hydra), or not told at all (Dex). */
  readonly scopeClaim: 'scope' | 'scp' | 'absent';
  /** Claims released about anyone, in every token and at the UserInfo endpoint; each needs its scope, too. */
  readonly releasedClaims: readonly ReleasedClaim[];
  /** Whether access tokens carry released claims, or only the id token and the UserInfo endpoint do. */
  readonly claimsInAccessToken: boolean;
}

export interface ProviderOptions extends Partial<TokenShape> {
  /** Seconds an access token lives; default 3600. */
  readonly accessTokenTtl?: number;
  /**
   * When a refresh token is given to an app that asks for `offline_access`: always (default), only with
   * `prompt=consent` (OpenID Connect Core 11 to the letter), or never.
   */
  readonly refreshTokens?: 'on-request' | 'with-consent-prompt' | 'never';
  /** Seconds by which the provider's clock is ahead of ours; negative: behind. Shown in its tokens and `Date`. */
  readonly clockSkew?: number;
  /** Who can sign in; default: the people of the sandbox. */
  readonly people?: readonly Person[];
  /** Faults of the sandbox, by the provider's own paths (`POST /token`, `GET /me`, ...). */
  readonly faults?: FaultBook;
}

/** One token that differs from what the provider would issue. */
export interface MintOptions extends Partial<TokenShape> {
  /** Default `openid email profile offline_access`. */
  readonly scopes?: readonly string[];
  /** Seconds from now until it expires; negative: expired already. Default: the provider's own. */
  readonly expiresIn?: number;
  /** JWT only: replaces or adds claims, `undefined` takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** JWT only: signed by a key the provider does not publish, under the name of one it does. */
  readonly foreignKey?: boolean;
}

export const defaultTokenShape: TokenShape = {
  tokens: 'jwt',
  audience: 'stalwart',
  scopeClaim: 'scope',
  releasedClaims: ['email', 'preferred_username', 'name'],
  claimsInAccessToken: true,
};
