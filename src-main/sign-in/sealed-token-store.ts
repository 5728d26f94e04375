import { createHash, randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { readPrivateFile, removePrivateFile, setAside, writePrivateFile } from '../platform/private-file.ts';
import type { ProcessLock } from '../platform/process-lock.ts';
import { Secret } from '../secret.ts';
import type { Vault } from '../vault/vault.ts';
import { seal, sealKeyBytes, unseal } from './token-seal.ts';
import type { TokenSet } from './token-set.ts';
import type { TokenStore } from './token-store.ts';

export interface SealedTokenStoreOptions {
  /** The state directory. */
  readonly directory: string;
  readonly vault: Vault;
  /** Of its own (name `token-sets`): held while the file is read, changed and written. */
  readonly lock: ProcessLock;
  /** Told when the file had to be set aside (`state.corrupt`). */
  readonly report: (fault: Fault) => void;
}

/**
 * The keychain item with the key of the file in `directory`: one for each place that state is kept at, so that the last
 * sign-out at one does not take the key of another. `#` keeps it apart from app password ids.
 */
export function tokenSetsKeyName(directory: string): string {
  return `#token-sets-key-${createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 8)}`;
}

const fileName = 'token-sets.sealed';
const maxBytes = 4 * 1024 * 1024;

type TokenSets = ReadonlyMap<string, TokenSet>;

/**
 * Token sets in one file sealed with a key that is the keychain item: a token set may be far larger than the 2,560
 * bytes that an item of Windows holds. A file whose key is gone, or that was changed, is set aside and counts as
 * signed out; a keychain that is locked is a Fault and leaves the file where it is. With the last token set the file
 * and the key are removed.
 */
export function createSealedTokenStore({
  directory,
  vault,
  lock,
  report,
}: SealedTokenStoreOptions): TokenStore {
  const path = join(directory, fileName);
  const keyName = tokenSetsKeyName(directory);

  async function readKey(): Promise<Buffer | null> {
    const kept = await vault.get(keyName);
    const key = kept === null ? null : Buffer.from(kept.reveal(), 'base64url');
    return key?.length === sealKeyBytes ? key : null;
  }

  /** Only under the lock, where two processes cannot both make one. */
  async function readOrMakeKey(): Promise<Buffer> {
    const kept = await readKey();
    if (kept) return kept;
    const made = randomBytes(sealKeyBytes);
    await vault.set(keyName, new Secret(made.toString('base64url')));
    return made;
  }

  /** The keychain is asked only when there is a file. */
  async function readUsable(): Promise<TokenSets | 'unusable'> {
    let bytes: Buffer | null;
    try {
      bytes = await readPrivateFile(path, maxBytes);
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.code === 'state.corrupt') return 'unusable';
      throw thrown;
    }
    if (bytes === null) return new Map();
    const key = await readKey();
    const plain = key && unseal(key, bytes);
    return (plain && decode(plain)) ?? 'unusable';
  }

  /** Only under the lock: without it, key and file may be of different moments and a good file would be set aside. */
  async function readOrSetAside(): Promise<TokenSets> {
    const found = await readUsable();
    if (found !== 'unusable') return found;
    const aside = await setAside(path, Date.now());
    if (aside)
      report(new Fault('state.corrupt', 'the token sets could not be unsealed', { facts: { path, aside } }));
    return new Map();
  }

  /**
   * Wakes the keychain before the lock is taken: it may wait for its person for a minute, in which other processes
   * must not run into the lock's deadline.
   */
  const unlockFirst = (): Promise<unknown> => vault.get(keyName);

  return {
    async load(accountId) {
      let found = await readUsable();
      if (found === 'unusable') found = await lock.hold(readOrSetAside);
      return found.get(accountId) ?? null;
    },
    async save(accountId, tokens) {
      await unlockFirst();
      await lock.hold(async () => {
        const next = new Map(await readOrSetAside()).set(accountId, tokens);
        await writePrivateFile(path, seal(await readOrMakeKey(), encode(next)));
      });
    },
    async remove(accountId) {
      if ((await readPrivateFile(path, maxBytes)) === null) return;
      await unlockFirst();
      await lock.hold(async () => {
        const next = new Map(await readOrSetAside());
        const removed = next.delete(accountId);
        if (next.size === 0) {
          await removePrivateFile(path);
          await vault.delete(keyName);
        } else if (removed) {
          await writePrivateFile(path, seal(await readOrMakeKey(), encode(next)));
        }
      });
    },
  };
}

const secretSchema = v.pipe(
  v.string(),
  v.transform((value) => new Secret(value)),
);

const tokenSetsSchema = v.array(
  v.object({
    accountId: v.string(),
    accessToken: secretSchema,
    refreshToken: v.nullable(secretSchema),
    idToken: v.nullable(secretSchema),
    expiresAt: v.nullable(v.number()),
    scopes: v.array(v.string()),
  }),
);

function encode(sets: TokenSets): Buffer {
  const plain: v.InferInput<typeof tokenSetsSchema> = [...sets].map(([accountId, tokens]) => ({
    accountId,
    accessToken: tokens.accessToken.reveal(),
    refreshToken: tokens.refreshToken?.reveal() ?? null,
    idToken: tokens.idToken?.reveal() ?? null,
    expiresAt: tokens.expiresAt,
    scopes: [...tokens.scopes],
  }));
  return Buffer.from(JSON.stringify(plain));
}

function decode(plain: Buffer): TokenSets | null {
  try {
    const parsed = v.safeParse(tokenSetsSchema, JSON.parse(plain.toString('utf8')));
    return parsed.success
      ? new Map(parsed.output.map(({ accountId, ...tokens }) => [accountId, tokens]))
      : null;
  } catch {
    return null;
  }
}
