/**
 * What the mail protocols ask the Stalwart-compatible server: who may log in and who gets mail. The one seam between
 * test/sandbox/stalwart (which answers) and test/sandbox/mail (which speaks IMAP, SMTP, POP3 and ManageSieve).
 */
export interface MailAuthority {
  readonly version: StalwartVersion;
  /** Waits like the real server does before a refusal. `remoteIp` decides `allowedIps`. */
  checkPassword(
    user: string,
    secret: string,
    remoteIp: string,
    protocol: MailProtocol,
  ): Promise<LoginOutcome>;
  checkToken(token: string, remoteIp: string, protocol: MailProtocol): Promise<LoginOutcome>;
  /** `RCPT TO` on port 25 and on submission; up to 0.15 remembers negative answers for an hour (finding 7). */
  checkRecipient(address: string): 'accepted' | 'no-such-mailbox' | 'relay-not-allowed';
  /** Every app password that is valid now, for Dovecot's pass word files. `hash` is a crypt(3) `$6$` string. */
  validAppPasswords(): readonly { readonly login: string; readonly address: string; readonly hash: string }[];
  /** Calls back after each change of the above; returns the unsubscribe function. */
  onChange(listener: () => void): () => void;
}

export const stalwartVersions = ['0.16.18', '0.16.1', '0.15.5', '0.14.0', '0.13.1'] as const;
export type StalwartVersion = (typeof stalwartVersions)[number];
export type MailProtocol = 'imap' | 'smtp' | 'pop3' | 'sieve';

export type LoginOutcome =
  | { readonly kind: 'accepted'; readonly login: string; readonly addresses: readonly string[] }
  /** A well-formed (`app_...`) but unknown or destroyed app password. */
  | { readonly kind: 'destroyed' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'address-not-allowed' }
  | { readonly kind: 'protocol-not-allowed'; readonly permission: string }
  /** Any other wrong secret. */
  | { readonly kind: 'wrong-secret' }
  /** Garbage or unknown token. */
  | { readonly kind: 'token-unknown' }
  /** A JWT that fails the check of signature, audience, issuer or expiry. */
  | { readonly kind: 'token-invalid' };
