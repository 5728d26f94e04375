import { sha512Crypt } from '../../../src-main/app-passwords/sha512-crypt.ts';
import type { LoginOutcome, MailAuthority, MailProtocol } from '../mail/mail-authority.ts';
import { type Account, effectivePermissions } from './account.ts';
import { type Authenticator, isAllowedAddress, type Login } from './authenticator.ts';
import { createMailAcceptance } from './mail-acceptance.ts';
import type { ServerContext } from './server-context.ts';
import { storedAsCrypt } from './stored-secret.ts';
import { userPermissions } from './user-permissions.ts';

/** The right each protocol asks for on top of `authenticate`. */
const protocolPermissions: Readonly<Record<MailProtocol, string>> = {
  imap: 'imapAuthenticate',
  smtp: 'emailSend',
  pop3: 'pop3Authenticate',
  sieve: 'sieveAuthenticate',
};

/** Answers the mail protocols out of the same accounts and logins as HTTP. */
export function createMailAuthority(context: ServerContext, authenticator: Authenticator): MailAuthority {
  const { store, traits } = context;
  const hashes = new Map<string, string>();

  const outcome = (login: Login, protocol: MailProtocol): LoginOutcome => {
    if (login.kind === 'admin') {
      return { kind: 'wrong-secret' };
    }
    if (login.kind === 'account') {
      const permission = protocolPermissions[protocol];
      return traits.generation === 'jmap' && !login.permissions.includes(permission)
        ? { kind: 'protocol-not-allowed', permission }
        : { kind: 'accepted', login: login.account.name, addresses: login.account.emails };
    }
    // A banned address finds its connection closed, as one that is not allowed does.
    if (login.banned) {
      return { kind: 'address-not-allowed' };
    }
    switch (login.reason) {
      case 'not-permitted':
        return { kind: 'protocol-not-allowed', permission: 'authenticate' };
      case 'unsupported-secret':
        return { kind: 'wrong-secret' };
      default:
        return { kind: login.reason };
    }
  };

  const hashOf = (secret: string, salt: string) => {
    const known = hashes.get(secret) ?? sha512Crypt(secret, salt);
    hashes.set(secret, known);
    return known;
  };

  const hashesOf = (account: Account): readonly string[] => {
    if (traits.generation === 'rest') {
      return account.secrets.flatMap((stored) => storedAsCrypt(stored, 'sandboxsalt') ?? []);
    }
    return account.credentials.flatMap((credential) => {
      if (credential.kind !== 'app-password') {
        return [];
      }
      const expired = credential.expiresAt !== null && Date.parse(credential.expiresAt) <= context.now();
      const permissions = effectivePermissions(userPermissions, credential.permissions);
      const usable =
        !expired &&
        isAllowedAddress('127.0.0.1', credential.allowedIps) &&
        permissions.includes('authenticate') &&
        permissions.includes(protocolPermissions.imap);
      return usable ? [hashOf(credential.secret, `credential${credential.id}`)] : [];
    });
  };

  return {
    version: traits.version,
    checkPassword: async (user, secret, remoteIp, protocol) => {
      if (context.limits.isBanned(remoteIp)) {
        return { kind: 'address-not-allowed' };
      }
      return outcome(await authenticator.basic(user, secret, remoteIp), protocol);
    },
    checkToken: async (token, remoteIp, protocol) => {
      if (context.limits.isBanned(remoteIp)) {
        return { kind: 'address-not-allowed' };
      }
      return outcome(await authenticator.bearer(token, remoteIp), protocol);
    },
    checkRecipient: createMailAcceptance(context),
    validAppPasswords: () =>
      store.accounts().flatMap((account) =>
        hashesOf(account).map((hash) => ({
          login: account.name,
          address: account.emails[0] ?? account.name,
          hash,
        })),
      ),
    onChange: (listener) => store.onChange(listener),
  };
}
