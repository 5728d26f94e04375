import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCornerVault } from './corner-vault.ts';
import { createMemoryVault } from './memory-vault.ts';
import type { Vault } from './vault.ts';

/** The list of what was written into the corner, one name a line: whoever started the program deletes it by that. */
export const cornerItemsFile = 'keychain-items';

/**
 * Where a program that is not packaged keeps secrets while it works on a sandbox.
 * @param place `memory`, or how the names of its items in `keychain` begin
 * @param directory the state directory, which is there
 */
export function createSandboxVault(place: string, keychain: Vault, directory: string): Vault {
  if (place === 'memory') return createMemoryVault();
  const onItem = (name: string) => appendFile(join(directory, cornerItemsFile), `${name}\n`, { mode: 0o600 });
  return createCornerVault(keychain, place, { onItem, onGone: () => undefined }).vault;
}
