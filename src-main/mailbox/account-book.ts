import { join } from 'node:path';
import * as v from 'valibot';
import type { Fault } from '../fault.ts';
import type { ProcessLock } from '../platform/process-lock.ts';
import { createStateFile } from '../platform/state-file.ts';
import type { Account } from './account.ts';

/** The mailboxes this install is signed in to, oldest first. @throws Fault state.unwritable */
export interface AccountBook {
  list(): Promise<readonly Account[]>;
  /** By id, or else by address in any case; null when there is none. */
  get(idOrAddress: string): Promise<Account | null>;
  /** Adds it, or replaces the one of the same id. */
  put(account: Account): Promise<void>;
  /** Idempotent. */
  remove(id: string): Promise<void>;
}

export interface AccountBookOptions {
  /** The state directory; the book is its `accounts.json`. */
  readonly directory: string;
  readonly lock: ProcessLock;
  readonly report: (fault: Fault) => void;
}

export function createAccountBook({ directory, lock, report }: AccountBookOptions): AccountBook {
  const file = createStateFile({
    path: join(directory, 'accounts.json'),
    schema: bookSchema,
    empty: { version: 1, accounts: [] },
    lock,
    report,
  });
  const list = async (): Promise<readonly Account[]> => (await file.read()).accounts;

  return {
    list,
    async get(idOrAddress) {
      const accounts = await list();
      const address = idOrAddress.toLowerCase();
      return (
        accounts.find((account) => account.id === idOrAddress) ??
        accounts.find((account) => account.address.toLowerCase() === address) ??
        null
      );
    },
    async put(account) {
      await file.update(({ accounts }) => {
        const at = accounts.findIndex(({ id }) => id === account.id);
        return { version: 1, accounts: at < 0 ? [...accounts, account] : accounts.with(at, account) };
      });
    },
    async remove(id) {
      await file.update((book) => {
        const kept = book.accounts.filter((account) => account.id !== id);
        return kept.length === book.accounts.length ? book : { version: 1, accounts: kept };
      });
    },
  };
}

const originSchema = v.picklist(['option', 'remembered', 'server', 'autoconfig', 'pacc', 'guess']);

const endpointSchema = v.object({
  host: v.string(),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  security: v.picklist(['tls', 'starttls']),
  origin: originSchema,
});

const accountSchema: v.GenericSchema<unknown, Account> = v.object({
  id: v.string(),
  address: v.string(),
  login: v.string(),
  service: v.object({
    server: v.pipe(v.string(), v.url()),
    generation: v.picklist(['jmap', 'rest']),
    imap: endpointSchema,
    smtp: endpointSchema,
    sieve: v.nullable(endpointSchema),
    issuer: v.object({
      url: v.pipe(v.string(), v.url()),
      origin: originSchema,
      kind: v.picklist(['external', 'stalwart']),
    }),
  }),
  clientId: v.string(),
  scopes: v.array(v.string()),
  audience: v.nullable(v.string()),
  jmapAccountId: v.nullable(v.string()),
  signedInAt: v.pipe(v.string(), v.isoTimestamp()),
});

const bookSchema = v.object({ version: v.literal(1), accounts: v.array(accountSchema) });
