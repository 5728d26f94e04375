import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenSetsKeyName } from '../../../src-main/sign-in/sealed-token-store.ts';
import { seal, unseal } from '../../../src-main/sign-in/token-seal.ts';
import { Skipped } from './live-checklist.ts';
import type { LiveComputer } from './live-computer.ts';

interface SealedTokens {
  accessToken: string;
  refreshToken: string | null;
  expiresAt: number | null;
}

/** The first token set of a computer, opened with the key that is in its keychain. @throws Skipped where it is not ours */
async function open(computer: LiveComputer) {
  if (computer.keyring === null) throw new Skipped('the keychain is not ours to look into');
  const path = join(computer.terminal.home, 'token-sets.sealed');
  const item = tokenSetsKeyName(computer.terminal.home);
  const words = ['secret-tool', 'lookup', 'service', 'gatepass', 'account', item] as const;
  const key = Buffer.from((await computer.keyring.run(words)).stdout, 'base64url');
  const sets = JSON.parse(unseal(key, await readFile(path))?.toString('utf8') ?? '[]') as SealedTokens[];
  const [first] = sets;
  if (!first) throw new Error('no token set is kept');
  return { path, key, sets, first };
}

/** Makes Gatepass believe that its access token ends now, so that the next command refreshes. */
export async function forceRefresh(computer: LiveComputer): Promise<void> {
  const { path, key, sets, first } = await open(computer);
  if (first.refreshToken === null) throw new Skipped('the provider gave no refresh token');
  first.expiresAt = Date.now();
  await writeFile(path, seal(key, Buffer.from(JSON.stringify(sets))));
}

/** Whether the access token of now is another one, and the refresh token too (rotation is the provider's choice). */
export async function compareTokens(
  computer: LiveComputer,
): Promise<() => Promise<{ access: boolean; refresh: boolean }>> {
  const { first: before } = await open(computer);
  return async () => {
    const { first: now } = await open(computer);
    return {
      access: now.accessToken !== before.accessToken,
      refresh: now.refreshToken !== before.refreshToken,
    };
  };
}
