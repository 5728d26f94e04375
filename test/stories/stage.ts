import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { type OpenSandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { type KeyringSession, type KeyringState, openKeyringSession } from '../vault/keyring-session.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** One computer of a person: a keychain and a terminal. */
export interface Computer {
  readonly keyring: KeyringSession;
  readonly terminal: Terminal;
}

/** What the stories of one file share: a sandbox, and as many computers as they need. */
export interface Stage {
  readonly sandbox: OpenSandbox;
  /** PEM of the sandbox's authority. */
  readonly ca: string;
  /** A new computer with nothing on it; gone when the test of the caller has ended. */
  computer(keyring?: KeyringState, options?: Omit<TerminalOptions, 'env' | 'ca'>): Promise<Computer>;
  close(): Promise<void>;
}

export async function openStage(options: SandboxOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({ quick: true, ...options });
  return {
    sandbox,
    ca: readFileSync(sandbox.ca, 'utf8'),
    async computer(state = 'unlocked', terminalOptions = {}) {
      const keyring = await openKeyringSession(state);
      onTestFinished(() => keyring.close());
      const terminal = await openTerminal({ env: keyring.env, ca: sandbox.ca, ...terminalOptions });
      // Undone in reverse: what still runs may need the keychain to end.
      onTestFinished(() => terminal.close());
      return { keyring, terminal };
    },
    close: () => sandbox.stop(),
  };
}
