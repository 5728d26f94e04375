import { createKeytarVault } from '../../src-main/vault/keytar-vault.ts';

/** Deletes what a job that was killed has left in the keychain, and says what could not be deleted. */
export async function forgetItems(items: readonly string[], say: (text: string) => void): Promise<void> {
  const vault = createKeytarVault({ timeoutMs: 10_000 });
  for (const item of items) {
    try {
      await vault.delete(item);
    } catch {
      say(`  This keychain item could not be deleted: service “gatepass”, account “${item}”.`);
    }
  }
}
