import type { OidcDirectoryOptions } from './oidc-directory.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** `scope` as one string or an array; `scp` (Entra) is not read. */
export function scopesOf(claim: unknown): readonly string[] {
  if (Array.isArray(claim)) {
    return claim.filter((scope) => typeof scope === 'string');
  }
  return typeof claim === 'string' ? claim.split(' ') : [];
}

/** The address of a person: the user name claim when it is one, with the domain the server adds, else `email`. */
export function emailOf(claims: Claims, options: OidcDirectoryOptions): string | undefined {
  const username = textClaim(claims, options.claimUsername);
  if (username?.includes('@')) {
    return username;
  }
  if (username !== undefined && options.usernameDomain !== null) {
    return `${username}@${options.usernameDomain}`;
  }
  return textClaim(claims, 'email');
}

export function textClaim(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
