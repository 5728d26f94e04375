import type { Generation } from '../discovery/mail-service.ts';
import type { ReadAccessToken } from './access-token.ts';
import type { UserinfoAnswer } from './userinfo-claims.ts';

export type TokenFindingKind =
  | 'issuer-differs'
  | 'alg'
  | 'encrypted-token'
  | 'expired'
  | 'audience'
  | 'scope-missing'
  | 'scp-instead'
  | 'userinfo-refused'
  | 'userinfo-unreadable'
  | 'no-address-claim'
  | 'address-upper-case'
  | 'address-other-domain'
  | 'user-name-is-other-address'
  | 'opaque'
  | 'directory-not-default';

/** One thing that is, or may be, why the mail server does not take the sign-in. Holds no part of the token. */
export interface TokenFinding {
  readonly kind: TokenFindingKind;
  /** Who can change it: the people of the sign-in service, of the mail server, or the one in front of the screen. */
  readonly whose: 'provider' | 'server' | 'person';
  /** What is wrong, in one sentence. */
  readonly found: string;
  /** What to change, naming the setting. */
  readonly whatToChange: string;
}

export interface TokenRefusal {
  readonly token: ReadAccessToken;
  readonly generation: Generation;
  /** The issuer that was signed in at. */
  readonly issuer: string;
  /** The address typed. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly userinfo: UserinfoAnswer;
}
