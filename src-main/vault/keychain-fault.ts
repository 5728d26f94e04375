import { Fault } from '../fault.ts';

/**
 * A keychain's own error as a Fault. The texts are those of keytar 7 over libsecret 0.20 (gnome-keyring 42, KWallet's
 * and KeePassXC's Secret Service), of macOS Security.framework and of wincred; keytar gives no codes. A text that is
 * not known becomes `vault.refused`: the call failed, why is not known. The text itself goes to `cause` only.
 */
export function keychainFault(thrown: unknown): Fault {
  const text = thrown instanceof Error ? thrown.message : '';
  if (lockedTexts.test(text))
    return new Fault('vault.locked', 'the keychain is locked', { retryable: true, cause: thrown });
  if (restartedTexts.test(text))
    return refused('it was started anew: quit Gatepass and open it again', thrown);
  for (const [pattern, reason] of missingTexts) {
    if (pattern.test(text)) return missing(reason, thrown);
  }
  return refused('it gave no known reason', thrown);
}

/** The native part of keytar could not be loaded: on Linux libsecret is not installed, else no build for this CPU. */
export function keychainNotLoadable(thrown: unknown): Fault {
  return missing('its library libsecret-1.so.0 could not be loaded', thrown);
}

const lockedTexts =
  /locked collection|unlock prompt was dismissed|prompt was dismissed|IsLocked|User interaction is not allowed|User canceled|user name or passphrase you entered is not correct/i;

/**
 * libsecret keeps its session with the Secret Service for the life of the process, and learns that the service has
 * gone only from a GLib main loop, which node does not run: after a restart of gnome-keyring every call ends so.
 */
const restartedTexts = /session wrapping the secret does not exist|The name :[\d.]+ was not provided/i;

const missingTexts: readonly (readonly [RegExp, string])[] = [
  [/autolaunch D-?Bus|DBUS_SESSION_BUS_ADDRESS/i, 'no D-Bus session'],
  [
    /not provided by any \.service|ServiceUnknown|Error spawning|Failed to execute program/i,
    'no Secret Service',
  ],
  [/Object does not exist at path|no such (secret )?collection/i, 'no keyring was ever made'],
  [
    /Could not connect|Connection refused|No such file or directory|connection is closed/i,
    'the D-Bus session is gone',
  ],
  [
    /default keychain could not be found|no keychain is available|keychain does not exist/i,
    'no default keychain',
  ],
  [/specified logon session does not exist/i, 'this logon session has no credential store'],
];

function missing(reason: string, cause: unknown): Fault {
  return new Fault('vault.missing', `no keychain: ${reason}`, { cause, facts: { reason } });
}

function refused(reason: string, cause: unknown): Fault {
  return new Fault('vault.refused', 'the keychain refused', { cause, facts: { reason } });
}
