import { randomBytes } from 'node:crypto';
import { sha512Crypt } from '../../../src-main/app-passwords/sha512-crypt.ts';
import type { LoginOutcome, MailAuthority, StalwartVersion } from './mail-authority.ts';

/** An authority whose answers a test decides. */
export interface TryoutAuthority extends MailAuthority {
  /** From now on `secret` is an app password of `login`. */
  mint(login: string, address: string, secret: string): void;
  /** What becomes of a secret or token instead: destroyed, expired, a token that is good, ... */
  decide(secretOrToken: string, outcome: LoginOutcome): void;
}

export function createTryoutAuthority(version: StalwartVersion): TryoutAuthority {
  const passwords = new Map<
    string,
    { readonly login: string; readonly address: string; readonly hash: string }
  >();
  const decisions = new Map<string, LoginOutcome>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    version,
    async checkPassword(user, secret) {
      const found = passwords.get(secret);
      if (found?.login === user) return { kind: 'accepted', login: found.login, addresses: [found.address] };
      return decisions.get(secret) ?? { kind: 'wrong-secret' };
    },
    checkToken: async (token) => decisions.get(token) ?? { kind: 'token-unknown' },
    checkRecipient(address) {
      if ([...passwords.values()].some((each) => each.address === address)) return 'accepted';
      return address.endsWith('@example.org') ? 'no-such-mailbox' : 'relay-not-allowed';
    },
    validAppPasswords: () => [...passwords.values()],
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    mint(login, address, secret) {
      const salt = randomBytes(8).toString('hex');
      passwords.set(secret, { login, address, hash: sha512Crypt(secret, salt) });
      changed();
    },
    decide(secretOrToken, outcome) {
      passwords.delete(secretOrToken);
      decisions.set(secretOrToken, outcome);
      changed();
    },
  };
}
