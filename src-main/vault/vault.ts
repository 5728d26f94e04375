import type { Fault } from '../fault.ts';
import type { Secret } from '../secret.ts';

export type VaultState = 'ready' | 'locked' | 'missing';

export interface VaultDescription {
  /** Which store, for people: "the keychain of this computer (Secret Service)", "the macOS keychain", "memory, for this demo only". */
  readonly name: string;
  readonly state: VaultState;
  /** Why it is not ready, as `get` and `set` would throw it; null when it is. */
  readonly fault: Fault | null;
}

/**
 * The OS keychain. Items are `service = gatepass`, `account = id`, so that
 * `secret-tool lookup service gatepass account <id>` and `security find-generic-password -s gatepass -a <id> -w` find them.
 * Every call has a deadline.
 * @throws Fault vault.locked, vault.missing, vault.timeout, vault.refused
 */
export interface Vault {
  /** The secret, or null when the item is surely absent (a locked or missing keychain is a Fault, never null). */
  get(id: string): Promise<Secret | null>;
  /** Creates or replaces. At most 2,560 bytes (Windows Credential Manager). */
  set(id: string, secret: Secret): Promise<void>;
  /** Idempotent: deleting what is not there is no error. */
  delete(id: string): Promise<void>;
  describe(): Promise<VaultDescription>;
}
