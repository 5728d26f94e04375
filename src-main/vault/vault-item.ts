import { Fault } from '../fault.ts';
import type { Secret } from '../secret.ts';

/** Windows Credential Manager keeps at most CRED_MAX_CREDENTIAL_BLOB_SIZE (5 * 512) bytes in one item (wincred.h). */
export const maxSecretBytes = 2_560;

/** Names of items that are no app passwords start with `#`, which no app password id can. */
const itemName = /^[a-z0-9#][a-z0-9._-]{0,127}$/;

/** @throws Fault `vault.refused` for a name that not every keychain can keep. */
export function checkItemName(id: string): void {
  if (!itemName.test(id)) throw refused('its name is not usable');
}

/**
 * What every keychain keeps to the byte: not empty, UTF-8, no NUL (libsecret takes C strings), not too large.
 * @throws Fault `vault.refused`
 */
export function checkItemSecret(secret: Secret): void {
  const value = secret.reveal();
  if (value === '') throw refused('it is empty');
  if (value.includes('\0') || /\p{Surrogate}/u.test(value)) throw refused('it is not plain text');
  if (new TextEncoder().encode(value).byteLength > maxSecretBytes) throw refused('it is too long');
}

function refused(reason: string): Fault {
  return new Fault('vault.refused', `unfit for a keychain: ${reason}`, { facts: { reason } });
}
