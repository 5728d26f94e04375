import type { Account, Credential, MailDomain } from './account.ts';

/** The accounts and mail domains of one sandbox server, in memory. Values are replaced, never changed in place. */
export interface AccountsStore {
  accounts(): readonly Account[];
  domains(): readonly MailDomain[];
  domain(name: string): MailDomain | undefined;
  /** By what mail apps log in with. */
  byName(name: string): Account | undefined;
  /** By any of its addresses, aliases included. */
  byEmail(email: string): Account | undefined;
  byId(id: number): Account | undefined;
  addDomain(name: string): MailDomain;
  add(account: NewAccount): Account;
  /** @throws RangeError when the account is gone */
  change(id: number, change: Partial<Omit<Account, 'id'>>): Account;
  remove(id: number): void;
  /** An API key or a login password next to the app passwords, so that an all-list names foreign ids in `notFound`. */
  addCredential(accountId: number, credential: ForeignCredential): number;
  onChange(listener: () => void): () => void;
}

export interface NewAccount {
  readonly name: string;
  readonly emails: readonly string[];
  readonly description?: string | null;
  readonly roles?: readonly string[];
  readonly password?: string;
}

export type ForeignCredential =
  | { readonly kind: 'api-key'; readonly description: string }
  | { readonly kind: 'password'; readonly secret: string };

/**
 * @param sharedIds up to 0.15 domains and accounts are numbered together (run: alice 1, her domain 2); in 0.16 apart
 */
export function createAccountsStore(sharedIds: boolean, now: () => number): AccountsStore {
  const accounts = new Map<number, Account>();
  const domains = new Map<string, MailDomain>();
  const listeners = new Set<() => void>();
  let lastAccountId = 0;
  let lastDomainId = 0;

  const changed = () => {
    for (const listener of listeners) {
      listener();
    }
  };
  const nextAccountId = () => {
    lastAccountId += 1;
    return lastAccountId;
  };
  const nextDomainId = () => {
    if (sharedIds) {
      return nextAccountId();
    }
    lastDomainId += 1;
    return lastDomainId;
  };
  const find = (wanted: (account: Account) => boolean) => [...accounts.values()].find(wanted);
  const change = (id: number, part: Partial<Omit<Account, 'id'>>) => {
    const account = accounts.get(id);
    if (account === undefined) {
      throw new RangeError(`no account ${id}`);
    }
    const next = { ...account, ...part };
    accounts.set(id, next);
    changed();
    return next;
  };

  return {
    accounts: () => [...accounts.values()],
    domains: () => [...domains.values()],
    domain: (name) => domains.get(name),
    byName: (name) => find((account) => account.name === name),
    byEmail: (email) => find((account) => account.emails.includes(email)),
    byId: (id) => accounts.get(id),
    addDomain: (name) => {
      const known = domains.get(name);
      if (known !== undefined) {
        return known;
      }
      const domain = { id: nextDomainId(), name };
      domains.set(name, domain);
      changed();
      return domain;
    },
    add: (fresh) => {
      const account: Account = {
        id: nextAccountId(),
        name: fresh.name,
        emails: fresh.emails,
        description: fresh.description ?? null,
        roles: fresh.roles ?? ['user'],
        createdAt: toSeconds(now()),
        credentials:
          fresh.password === undefined ? [] : [{ kind: 'password', id: 0, secret: fresh.password }],
        secrets: [],
      };
      accounts.set(account.id, account);
      changed();
      return account;
    },
    change,
    remove: (id) => {
      accounts.delete(id);
      changed();
    },
    addCredential: (accountId, foreign) => {
      const credentials = accounts.get(accountId)?.credentials ?? [];
      const id = foreign.kind === 'password' ? 0 : nextCredentialId(credentials);
      change(accountId, { credentials: [...credentials, { ...foreign, id }] });
      return id;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The highest id in use plus one, so that a destroyed highest id is used again (S16 mapping/account.rs). */
export function nextCredentialId(credentials: readonly Credential[]): number {
  return credentials.reduce((highest, credential) => Math.max(highest, credential.id), 0) + 1;
}

/** A date as 0.16 writes it: UTC, whole seconds. */
export function toSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
