/** Who a token of the external provider belongs to, as the directory understands its claims. */
export interface ExternalPerson {
  /** Address (0.16: not folded; up to 0.15: lower case). */
  readonly email: string;
  /** Up to 0.15: the principal name. In 0.16 the address. */
  readonly username: string;
  readonly fullName: string | null;
}

export type TokenCheck =
  | { readonly kind: 'person'; readonly person: ExternalPerson }
  /** `auth.failed`: the provider said 401 or 403, or the JWT lacks a scope. Counted towards a ban from 0.16 on. */
  | { readonly kind: 'failed' }
  /** `auth.error`: everything else. Never counted. */
  | { readonly kind: 'error' };

/** The OpenID provider as Stalwart asks it. */
export interface ExternalDirectory {
  check(token: string): Promise<TokenCheck>;
  /** The provider's document as `/api/discover` shows it; undefined when it could not be fetched (or up to 0.15). */
  document(): Readonly<Record<string, unknown>> | undefined;
  /** What a settings reload does: fetch metadata and keys again. */
  reload(): Promise<void>;
}
