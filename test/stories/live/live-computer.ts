import process from 'node:process';
import {
  type KeyringSession,
  keyringInstalled,
  keyringMissing,
  openKeyringSession,
} from '../../vault/keyring-session.ts';
import { openTerminal, type Terminal } from '../terminal.ts';
import { Skipped } from './live-checklist.ts';

/** A terminal with a keychain; `keyring` is null where it is the one of whoever runs this. */
export interface LiveComputer {
  readonly terminal: Terminal;
  readonly keyring: KeyringSession | null;
  close(): Promise<void>;
}

/**
 * A computer with an empty keychain of its own. Where none can be made (macOS, Windows, no gnome-keyring) the first one
 * has the keychain of the session; there can be no second one then.
 * @throws Skipped when there is no keychain for it
 */
export async function openLiveComputer(ca: string | null, which: 'first' | 'second'): Promise<LiveComputer> {
  const keyring = keyringInstalled ? await openKeyringSession() : null;
  if (keyring === null && which === 'second') throw new Skipped(keyringMissing);
  const terminal = await openTerminal({
    env: keyring?.env ?? sessionVariables(),
    ...(ca === null ? {} : { ca }),
  });
  return {
    terminal,
    keyring,
    async close() {
      await terminal.close();
      await keyring?.close();
    },
  };
}

function sessionVariables(): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'APPDATA',
    'SystemRoot',
    'DBUS_SESSION_BUS_ADDRESS',
    'XDG_RUNTIME_DIR',
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
