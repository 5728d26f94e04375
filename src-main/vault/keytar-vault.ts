import { Fault, toFault } from '../fault.ts';
import { Secret } from '../secret.ts';
import { keychainFault, keychainNotLoadable } from './keychain-fault.ts';
import type { Vault, VaultDescription } from './vault.ts';
import { checkItemName, checkItemSecret } from './vault-item.ts';

export interface KeytarVaultOptions {
  /** For one call of the OS. A locked keychain may show its own window and wait for the person: 60,000 when absent. */
  readonly timeoutMs?: number;
}

const service = 'gatepass';

/** Written and removed again to see whether the keychain is open; `#` keeps it apart from app passwords. */
const canary = '#canary';

/** What is used of keytar. Never `findCredentials`: it crashes the process on a locked keyring (7.9.0 and 7.10.6). */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/**
 * The keychain of the OS by way of keytar: Secret Service (Linux), Keychain (macOS), Credential Manager (Windows).
 *
 * libsecret answers "null" and "nothing deleted" for a locked keyring and for none at all, as for an absent item. So
 * on Linux such an answer is checked by writing and removing a canary item; an item that is there costs one call.
 *
 * After `vault.timeout` the OS call still runs, and may still succeed, in a thread that node waits for at
 * `process.exit()`: a process that wants to end then must use `endProcess` (platform/end-process.ts).
 */
export function createKeytarVault({ timeoutMs = 60_000 }: KeytarVaultOptions = {}): Vault {
  let loading: Promise<Keytar> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /**
   * One call at a time: each takes one of libuv's four threads for as long as the keychain waits for its person, and
   * four of them would stop all file access of this process. A call whose turn comes too late is not made.
   */
  async function call<Result>(run: (keytar: Keytar) => Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    let late = false;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        late = true;
        reject(timedOut(timeoutMs));
      }, timeoutMs);
    });
    const turn = last.then(async () => {
      loading ??= loadKeytar();
      const keytar = await loading;
      if (late) throw timedOut(timeoutMs);
      return run(keytar);
    });
    last = turn.catch(() => undefined);
    try {
      return await Promise.race([turn, deadline]);
    } catch (thrown) {
      throw thrown instanceof Fault ? thrown : keychainFault(thrown);
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws Fault vault.locked, vault.missing, vault.timeout, vault.refused when the keychain cannot be written to */
  async function checkOpen(): Promise<void> {
    await call((keytar) => keytar.setPassword(service, canary, 'canary'));
    await call((keytar) => keytar.deletePassword(service, canary));
  }

  async function checkThatAbsentIsTrue(): Promise<void> {
    if (process.platform === 'linux') await checkOpen();
  }

  return {
    async get(id) {
      checkItemName(id);
      const found = await call((keytar) => keytar.getPassword(service, id));
      if (found !== null) return new Secret(found);
      await checkThatAbsentIsTrue();
      return null;
    },
    async set(id, secret) {
      checkItemName(id);
      checkItemSecret(secret);
      await call((keytar) => keytar.setPassword(service, id, secret.reveal()));
    },
    async delete(id) {
      checkItemName(id);
      const deleted = await call((keytar) => keytar.deletePassword(service, id));
      if (!deleted) await checkThatAbsentIsTrue();
    },
    async describe() {
      return { name: keychainName(process.platform), ...(await stateOf(checkOpen)) };
    },
  };
}

async function loadKeytar(): Promise<Keytar> {
  try {
    const { keytar } = await import('./keytar-binding.ts');
    return keytar;
  } catch (thrown) {
    throw keychainNotLoadable(thrown);
  }
}

async function stateOf(checkOpen: () => Promise<void>): Promise<Pick<VaultDescription, 'state' | 'fault'>> {
  try {
    await checkOpen();
    return { state: 'ready', fault: null };
  } catch (thrown) {
    const fault = toFault(thrown);
    // A keychain that waits for its person (timeout) or will not be written to is there, but not open.
    return { state: fault.code === 'vault.missing' ? 'missing' : 'locked', fault };
  }
}

function keychainName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'the macOS keychain';
  if (platform === 'win32') return 'Windows Credential Manager';
  return 'the keychain of this computer (Secret Service)';
}

function timedOut(timeoutMs: number): Fault {
  return new Fault('vault.timeout', `the keychain did not answer within ${timeoutMs} ms`, {
    retryable: true,
    facts: { seconds: Math.ceil(timeoutMs / 1000) },
  });
}
