import { Fault } from '../fault.ts';
import type { Secret } from '../secret.ts';
import type { Vault } from '../vault/vault.ts';
import { isAppPasswordId } from './app-password-name.ts';

/**
 * The secret of one app password. Needs nothing but the keychain, so that mail apps that ask at each login are quick.
 * @throws Fault password.not-found, vault.*
 */
export async function showAppPassword(vault: Vault, id: string): Promise<Secret> {
  const secret = isAppPasswordId(id) ? await vault.get(id) : null;
  if (secret === null) throw new Fault('password.not-found', 'no such app password', { facts: { id } });
  return secret;
}
