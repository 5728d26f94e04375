import type { Vault } from './vault.ts';

export interface CornerVault {
  readonly vault: Vault;
  /** Deletes every item that was written here; what cannot be deleted stays told. */
  empty(): Promise<void>;
}

export interface CornerTold {
  /** Settles before the item is written, so that somebody else knows of it even when this process is killed. */
  readonly onItem: (id: string) => Promise<void>;
  readonly onGone: (id: string) => void;
}

/**
 * A corner of a keychain with names of its own: a demo on the computer of somebody who uses Gatepass must neither see
 * nor delete their items.
 */
export function createCornerVault(whole: Vault, corner: string, told: CornerTold): CornerVault {
  const items = new Set<string>();
  const named = (id: string) => `${corner}${id.replaceAll('#', '')}`;

  async function remove(name: string): Promise<void> {
    await whole.delete(name);
    if (items.delete(name)) told.onGone(name);
  }

  return {
    vault: {
      get: (id) => whole.get(named(id)),
      async set(id, secret) {
        const name = named(id);
        items.add(name);
        await told.onItem(name);
        await whole.set(name, secret);
      },
      delete: (id) => remove(named(id)),
      describe: () => whole.describe(),
    },
    async empty() {
      for (const name of [...items]) await remove(name).catch(() => undefined);
    },
  };
}
