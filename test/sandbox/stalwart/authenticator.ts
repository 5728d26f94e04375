import { randomInt, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, effectivePermissions } from './account.ts';
import { parseAppSecret } from './app-secret.ts';
import { attachPerson } from './attach-person.ts';
import { legacyUserPermissions } from './legacy-user-permissions.ts';
import type { ServerContext } from './server-context.ts';
import { isAppPassword, matchesStored } from './stored-secret.ts';
import { userPermissions } from './user-permissions.ts';

/** Who is calling, or why not. The reasons are finer than what HTTP shows: mail protocols tell some apart. */
export type Login =
  | { readonly kind: 'account'; readonly account: Account; readonly permissions: readonly string[] }
  | { readonly kind: 'admin' }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly banned: boolean };

export type Refusal =
  /** A well-formed app password that is unknown, or of an unknown account. */
  | 'destroyed'
  | 'wrong-secret'
  /** 0.16 with an external directory: a secret of another shape than `app_...` is an error there, not a failure. */
  | 'unsupported-secret'
  | 'expired'
  | 'address-not-allowed'
  | 'not-permitted'
  /** `auth.failed` of a token. */
  | 'token-unknown'
  /** `auth.error` of a token. */
  | 'token-invalid';

export interface Authenticator {
  basic(user: string, secret: string, ip: string): Promise<Login>;
  bearer(token: string, ip: string): Promise<Login>;
}

/** Reasons that count towards a ban; up to 0.15 a token never does (stalwart-api.md 1.11, 2.3). */
const counted: ReadonlySet<Refusal> = new Set([
  'destroyed',
  'wrong-secret',
  'address-not-allowed',
  'token-unknown',
]);

const adminName = 'admin';

/** Every login of the server, whatever the protocol (S16 common/auth/authentication.rs). */
export function createAuthenticator(context: ServerContext): Authenticator {
  const { store, traits, options } = context;
  const delay = options.refusalDelay ?? { min: 50, max: 500 };

  const finish = async (outcome: Login | Refusal, ip: string): Promise<Login> => {
    if (typeof outcome !== 'string') {
      return outcome;
    }
    if (delay.max > 0) {
      await wait(randomInt(delay.min, delay.max + 1), undefined, { ref: false });
    }
    const counts = counted.has(outcome) && (traits.generation === 'jmap' || !outcome.startsWith('token'));
    return { kind: 'refused', reason: outcome, banned: counts && context.limits.countFailure(ip) };
  };

  const adminLogin = (secret: string): Login | Refusal =>
    sameText(secret, options.adminPassword ?? 'admin-sandbox-password') ? { kind: 'admin' } : 'wrong-secret';

  const password = (account: Account | undefined, secret: string): Login | undefined => {
    const matches = account?.credentials.some(
      (credential) => credential.kind === 'password' && sameText(credential.secret, secret),
    );
    return account !== undefined && matches === true ? accepted(account, userPermissions) : undefined;
  };

  const basicCurrent = (user: string, secret: string, ip: string): Login | Refusal => {
    const login = user.includes('@') ? user : `${user}@${options.defaultDomain ?? ''}`;
    const account = store.byEmail(login);
    const parsed = parseAppSecret(secret);
    if (parsed === undefined) {
      return (
        password(account, secret) ??
        (context.directory.active() === undefined ? 'wrong-secret' : 'unsupported-secret')
      );
    }
    const found = account?.credentials.find(({ id }) => id === parsed.credentialId);
    if (account === undefined || found?.kind !== 'app-password' || !sameText(found.random, parsed.random)) {
      return 'destroyed';
    }
    if (found.expiresAt !== null && Date.parse(found.expiresAt) <= context.now()) {
      return 'expired';
    }
    if (!isAllowedAddress(ip, found.allowedIps)) {
      return 'address-not-allowed';
    }
    const permissions = effectivePermissions(userPermissions, found.permissions);
    return permissions.includes('authenticate') ? accepted(account, permissions) : 'not-permitted';
  };

  const basicLegacy = (user: string, secret: string): Login | Refusal => {
    const account = store.byName(user);
    if (account === undefined) {
      return 'wrong-secret';
    }
    const matches = account.secrets.some((stored) => isAppPassword(stored) && matchesStored(stored, secret));
    if (matches) {
      return accepted(account, legacyUserPermissions);
    }
    // Next to an external directory only app passwords are taken (from 0.13.2).
    const external = context.directory.active() !== undefined;
    return (external ? undefined : password(account, secret)) ?? 'wrong-secret';
  };

  return {
    basic: async (user, secret, ip) => {
      const folded = user.trim().toLowerCase();
      if (folded === adminName) {
        return finish(adminLogin(secret), ip);
      }
      const current = traits.generation === 'jmap';
      return finish(current ? basicCurrent(folded, secret, ip) : basicLegacy(folded, secret), ip);
    },
    bearer: async (token, ip) => {
      const permissions = traits.generation === 'jmap' ? userPermissions : legacyUserPermissions;
      const directory = context.directory.active();
      const checked = await directory?.check(token);
      if (checked?.kind === 'person') {
        const account = attachPerson(context, checked.person);
        return finish(account === undefined ? 'token-invalid' : accepted(account, permissions), ip);
      }
      const own = context.oauth.accountOf(token);
      const account = own === undefined ? undefined : store.byId(own);
      if (account !== undefined) {
        return accepted(account, permissions);
      }
      return finish(checked?.kind === 'failed' ? 'token-unknown' : 'token-invalid', ip);
    },
  };
}

function accepted(account: Account, permissions: readonly string[]): Login {
  return { kind: 'account', account, permissions };
}

/** `allowedIps` holds addresses and networks; empty means any address. */
export function isAllowedAddress(ip: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0) {
    return true;
  }
  const list = new BlockList();
  for (const entry of allowed) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) {
      list.addAddress(address, family);
    } else {
      list.addSubnet(address, Number(prefix), family);
    }
  }
  return list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
