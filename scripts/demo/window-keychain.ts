import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createKeytarVault } from '../../src-main/vault/keytar-vault.ts';
import { cornerItemsFile } from '../../src-main/vault/sandbox-vault.ts';
import { keyringInstalled, openKeyringSession } from '../../test/vault/keyring-session.ts';
import { forgetItems } from './forget-items.ts';

/** Where the window of a demo keeps secrets. */
export interface WindowKeychain {
  /** For people. */
  readonly name: string;
  /** What GATEPASS_SANDBOX says of it; null for the keychain as it is. */
  readonly vault: string | null;
  /** For the window's process. */
  readonly env: Readonly<Record<string, string>>;
  /** A call to the computer's keychain may still be under way, and hold up the end of this process. */
  readonly stuck: boolean;
  /** Deletes what the window has left; once the window is gone. */
  close(): Promise<void>;
}

export interface WindowKeychainOptions {
  /** Names of items in the computer's keychain begin with this. */
  readonly corner: string;
  /** The window's state directory. */
  readonly home: string;
  readonly say: (text: string) => void;
}

/** A locked keychain may show its window to somebody, who needs a moment. */
const patienceMs = 20_000;

/**
 * The keychain of this computer when it is open. Else, where gnome-keyring is installed, a real keychain in a session
 * of its own, so that this part is shown too. Else memory, which only a demo may do.
 */
export async function openWindowKeychain({
  corner,
  home,
  say,
}: WindowKeychainOptions): Promise<WindowKeychain> {
  const { name, state, fault } = hasSession()
    ? await createKeytarVault({ timeoutMs: patienceMs }).describe()
    : { name: '', state: 'missing' as const, fault: null };
  if (state === 'ready') {
    const close = async () => void (await forgetItems(itemsIn(home), say));
    return { name, vault: corner, env: {}, stuck: false, close };
  }
  const stuck = fault?.code === 'vault.timeout';
  const why =
    state === 'locked'
      ? 'The keychain of this computer is locked'
      : 'This computer has no keychain that Gatepass can use';
  if (keyringInstalled) {
    say(`  ${why}, so this demo starts one of its own.\n`);
    const { env, close } = await openKeyringSession();
    return {
      name: 'a keychain of its own, for this demo only (Secret Service)',
      vault: null,
      env,
      stuck,
      close,
    };
  }
  say(`  ${why}, so for this demo the password is kept in memory.\n`);
  return {
    name: 'memory, for this demo only',
    vault: 'memory',
    env: {},
    stuck,
    close: () => Promise.resolve(),
  };
}

/** Asked without a D-Bus session, libsecret starts one where there is a display, and leaves it running. */
function hasSession(): boolean {
  const { env, platform } = process;
  if (platform !== 'linux' || env['DBUS_SESSION_BUS_ADDRESS']) return true;
  return env['XDG_RUNTIME_DIR'] !== undefined && existsSync(join(env['XDG_RUNTIME_DIR'], 'bus'));
}

function itemsIn(home: string): readonly string[] {
  try {
    const names = readFileSync(join(home, cornerItemsFile), 'utf8').split('\n');
    return [...new Set(names.filter((name) => name !== ''))];
  } catch {
    return [];
  }
}
