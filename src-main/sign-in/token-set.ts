import type { Secret } from '../secret.ts';

/** Never leaves the main process. */
export interface TokenSet {
  readonly accessToken: Secret;
  readonly refreshToken: Secret | null;
  readonly idToken: Secret | null;
  /** Milliseconds since 1970; null when the provider did not say. */
  readonly expiresAt: number | null;
  /** As granted, which may be less than asked for. */
  readonly scopes: readonly string[];
}
