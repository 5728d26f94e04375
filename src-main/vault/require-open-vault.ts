import type { Vault } from './vault.ts';

/**
 * Makes sure that a secret can be kept, before work is done that would be for nothing otherwise.
 * @returns the keychain's name for people
 * @throws Fault vault.missing, vault.locked, vault.timeout, vault.refused
 */
export async function requireOpenVault(vault: Pick<Vault, 'describe'>): Promise<string> {
  const { name, fault } = await vault.describe();
  if (fault !== null) throw fault;
  return name;
}
