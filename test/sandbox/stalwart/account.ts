/** What an app password or API key may do, as 0.16 stores it (`permissions` of x:AppPassword). */
export type CredentialPermissions =
  | { readonly kind: 'Inherit' }
  | { readonly kind: 'Disable'; readonly permissions: readonly string[] }
  | { readonly kind: 'Replace'; readonly permissions: readonly string[] };

export interface AppPasswordCredential {
  readonly kind: 'app-password';
  readonly id: number;
  readonly description: string;
  /** The 18 random bytes in hex; the real server keeps their Argon2id hash. */
  readonly random: string;
  /** The whole secret, which the real server does not keep; Dovecot's password file is made of it. */
  readonly secret: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly permissions: CredentialPermissions;
  readonly allowedIps: readonly string[];
}

export type Credential =
  | AppPasswordCredential
  | { readonly kind: 'password'; readonly id: number; readonly secret: string }
  | { readonly kind: 'api-key'; readonly id: number; readonly description: string };

export interface Account {
  readonly id: number;
  /** What the server calls the account and mail apps log in with: the address (0.16), the principal name (up to 0.15). */
  readonly name: string;
  /** Primary address first, then aliases. */
  readonly emails: readonly string[];
  readonly description: string | null;
  readonly roles: readonly string[];
  readonly createdAt: string;
  readonly credentials: readonly Credential[];
  /** Up to 0.15: `$app$<name>$<secret or hash>`, verbatim. */
  readonly secrets: readonly string[];
  /** Null: no limit; undefined: the server's. */
  readonly maxAppPasswords?: number | null;
}

export interface MailDomain {
  readonly id: number;
  readonly name: string;
}

/** The rights a credential leaves of the account's (S16 common/auth/access_token.rs). */
export function effectivePermissions(
  account: readonly string[],
  credential: CredentialPermissions,
): readonly string[] {
  switch (credential.kind) {
    case 'Inherit':
      return account;
    case 'Disable':
      return account.filter((permission) => !credential.permissions.includes(permission));
    case 'Replace':
      return account.filter((permission) => credential.permissions.includes(permission));
  }
}
