import type { Secret } from '../secret.ts';
import type { Vault } from './vault.ts';
import { checkItemName, checkItemSecret } from './vault-item.ts';

/** Secrets that end with the process: for the demo on a machine without a keychain, and for tests. */
export function createMemoryVault(): Vault {
  const items = new Map<string, Secret>();
  return {
    async get(id) {
      checkItemName(id);
      return items.get(id) ?? null;
    },
    async set(id, secret) {
      checkItemName(id);
      checkItemSecret(secret);
      items.set(id, secret);
    },
    async delete(id) {
      checkItemName(id);
      items.delete(id);
    },
    async describe() {
      return { name: 'memory, for this demo only', state: 'ready', fault: null };
    },
  };
}
