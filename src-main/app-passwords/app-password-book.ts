import { join } from 'node:path';
import * as v from 'valibot';
import type { Fault } from '../fault.ts';
import type { ProcessLock } from '../platform/process-lock.ts';
import { createStateFile } from '../platform/state-file.ts';
import type { AppPassword, ProofResult } from './app-password.ts';

/** What this install remembers of the app passwords it made, oldest first. No secrets. @throws Fault state.unwritable */
export interface AppPasswordBook {
  /** Of one account, or of all when `accountId` is absent. */
  list(accountId?: string): Promise<readonly AppPassword[]>;
  get(id: string): Promise<AppPassword | null>;
  /** Adds it, or replaces the one of the same id. */
  put(appPassword: AppPassword): Promise<void>;
  /** Idempotent. */
  remove(id: string): Promise<void>;
}

export interface AppPasswordBookOptions {
  /** The state directory; the book is its `app-passwords.json`. */
  readonly directory: string;
  readonly lock: ProcessLock;
  readonly report: (fault: Fault) => void;
}

export function createAppPasswordBook({ directory, lock, report }: AppPasswordBookOptions): AppPasswordBook {
  const file = createStateFile({
    path: join(directory, 'app-passwords.json'),
    schema: bookSchema,
    empty: { version: 1, appPasswords: [] },
    lock,
    report,
  });

  return {
    async list(accountId) {
      const { appPasswords } = await file.read();
      return accountId === undefined
        ? appPasswords
        : appPasswords.filter((one) => one.accountId === accountId);
    },
    async get(id) {
      return (await file.read()).appPasswords.find((one) => one.id === id) ?? null;
    },
    async put(appPassword) {
      await file.update(({ appPasswords }) => {
        const at = appPasswords.findIndex(({ id }) => id === appPassword.id);
        return {
          version: 1,
          appPasswords: at < 0 ? [...appPasswords, appPassword] : appPasswords.with(at, appPassword),
        };
      });
    },
    async remove(id) {
      await file.update((book) => {
        const kept = book.appPasswords.filter((one) => one.id !== id);
        return kept.length === book.appPasswords.length ? book : { version: 1, appPasswords: kept };
      });
    },
  };
}

const timestamp = v.pipe(v.string(), v.isoTimestamp());

const proofResultSchema: v.GenericSchema<unknown, ProofResult> = v.variant('kind', [
  v.object({ kind: v.literal('accepted'), ms: v.number() }),
  v.object({
    kind: v.literal('refused'),
    ms: v.number(),
    reason: v.picklist([
      'wrong-or-revoked',
      'expired',
      'address-not-allowed',
      'protocol-not-allowed',
      'tls-required',
    ]),
  }),
  v.object({ kind: v.literal('unreachable'), ms: v.number(), code: v.string() }),
]);

const appPasswordSchema: v.GenericSchema<unknown, AppPassword> = v.object({
  id: v.string(),
  accountId: v.string(),
  mailApp: v.string(),
  serverId: v.string(),
  description: v.string(),
  createdAt: v.nullable(timestamp),
  expiresAt: v.nullable(timestamp),
  proof: v.nullable(
    v.object({ at: timestamp, imap: proofResultSchema, smtp: proofResultSchema, jmap: proofResultSchema }),
  ),
});

const bookSchema = v.object({ version: v.literal(1), appPasswords: v.array(appPasswordSchema) });
