import { Fault } from '../../src-main/fault.ts';
import { createKeytarVault } from '../../src-main/vault/keytar-vault.ts';

/**
 * Deletes what a job that was killed has left in the keychain, and says what could not be deleted.
 * @returns whether a call to the keychain still waits, and would hold up the end of this process
 */
export async function forgetItems(items: readonly string[], say: (text: string) => void): Promise<boolean> {
  const vault = createKeytarVault({ timeoutMs: 10_000 });
  // This writes and deletes the canary item, which may have been left too.
  const { state, fault } = await vault.describe();
  for (const item of items) {
    try {
      if (state !== 'ready') throw fault ?? new Fault('vault.locked', 'keychain is not open');
      await vault.delete(item);
    } catch {
      say(`  This keychain item could not be deleted: service “gatepass”, account “${item}”.`);
    }
  }
  return fault?.code === 'vault.timeout';
}
