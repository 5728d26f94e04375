import { createKeytarVault } from '../../src-main/vault/keytar-vault.ts';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';
import type { Vault, VaultState } from '../../src-main/vault/vault.ts';

export interface PickedVault {
  readonly vault: Vault;
  /** What people must know about it, or null. */
  readonly note: string | null;
  /** A call to the keychain may still be under way, and hold up the end of this process. */
  readonly stuck: boolean;
}

/** A locked keychain may show its window to somebody, who needs a moment. */
const patienceMs = 20_000;

const notes: Readonly<Record<Exclude<VaultState, 'ready'>, string>> = {
  missing:
    'This computer has no keychain that Gatepass can use, so for this demo the password is kept in memory.',
  locked: 'The keychain of this computer is locked, so for this demo the password is kept in memory.',
};

/** The keychain of the OS when it is open, else memory, which only a demo may do. */
export async function pickVault(): Promise<PickedVault> {
  const keychain = createKeytarVault({ timeoutMs: patienceMs });
  const { state, fault } = await keychain.describe();
  if (state === 'ready') return { vault: keychain, note: null, stuck: false };
  return { vault: createMemoryVault(), note: notes[state], stuck: fault?.code === 'vault.timeout' };
}
