import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailAuthority } from './mail-authority.ts';

export interface AppPasswordSlots {
  /** One configuration of Dovecot's dict passdb each. */
  readonly configFiles: readonly string[];
  /** Writes what is valid now, all of it or nothing. Effective at the next login. */
  write(): void;
}

export interface AppPasswordSlotsOptions {
  readonly authority: MailAuthority;
  readonly directory: string;
  /** App passwords one person can have at once; Stalwart's quota is 5. */
  readonly slots: number;
  /** Makes a file readable for the user Dovecot runs as. */
  readonly own: (path: string) => void;
}

/**
 * The valid app passwords as one Dovecot dict file. A passdb finds one hash per user, so the n-th app password of a
 * person is in the n-th slot, and there is a passdb for each slot. Only hashes are written.
 *
 * Why a dict and not passwd-files: those are looked at once a second, so that a login right after `create` or
 * `destroy` would meet the old list; a dict file is opened again whenever another file has its name
 * (lib-dict/dict-file.c, verified with 2.3.19).
 */
export function createAppPasswordSlots(options: AppPasswordSlotsOptions): AppPasswordSlots {
  const { authority, directory, slots, own } = options;
  const file = join(directory, 'app-passwords');
  let written: string | null = null;

  function put(path: string, text: string): void {
    writeFileSync(path, text, { mode: 0o600 });
    own(path);
  }
  const configFiles = Array.from({ length: slots }, (_, slot) => {
    const path = join(directory, `app-passwords-${slot}.conf.ext`);
    put(path, slotConfig(file, slot));
    return path;
  });
  return {
    configFiles,
    write() {
      const text = dictText(authority, slots);
      if (text === written) return;
      put(`${file}.new`, text);
      renameSync(`${file}.new`, file);
      written = text;
    },
  };
}

function slotConfig(file: string, slot: number): string {
  return `uri = file:${file}
default_pass_scheme = SHA512-CRYPT
key passdb {
  key = slot-${slot}/%Lu
  format = json
}
passdb_objects = passdb
`;
}

/** Two lines for each key of a file dict: the key and its value. */
function dictText(authority: MailAuthority, slots: number): string {
  const taken = new Map<string, number>();
  let text = '';
  for (const { login, address, hash } of authority.validAppPasswords()) {
    // What is written to a line of its own holds no line break, and a key no path.
    if (![login, address, hash].every((field) => /^[^\s\\]+$/.test(field)) || /\//.test(login + address))
      continue;
    const mailbox = address.toLowerCase();
    for (const user of new Set([login.toLowerCase(), mailbox])) {
      const slot = taken.get(user) ?? 0;
      if (slot >= slots) continue;
      taken.set(user, slot + 1);
      const value = { password: `{SHA512-CRYPT}${hash}`, user: mailbox };
      text += `shared/slot-${slot}/${user}\n${JSON.stringify(value)}\n`;
    }
  }
  return text;
}
