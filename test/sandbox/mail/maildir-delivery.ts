import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Delivers into `<root>/<domain>/<local part>/Maildir/new`, written in `tmp` first as the Maildir format wants it.
 * @param own makes a new path belong to the user who reads the mail
 */
export function deliverIntoMaildir(
  root: string,
  address: string,
  raw: Buffer,
  own: (path: string) => void,
): void {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  // What becomes part of a path holds no separators and no dots of a parent directory.
  if (![local, domain].every((part) => /^[a-z0-9_+=-][a-z0-9._+=-]*$/.test(part))) return;
  let directory = root;
  for (const part of [domain, local, 'Maildir']) {
    directory = join(directory, part);
    make(directory, own);
  }
  for (const part of ['cur', 'new', 'tmp']) make(join(directory, part), own);
  const name = `${Date.now()}.${randomBytes(8).toString('hex')}.sandbox`;
  writeFileSync(join(directory, 'tmp', name), raw, { mode: 0o600 });
  own(join(directory, 'tmp', name));
  renameSync(join(directory, 'tmp', name), join(directory, 'new', name));
}

function make(directory: string, own: (path: string) => void): void {
  if (mkdirSync(directory, { recursive: true, mode: 0o700 }) !== undefined) own(directory);
}
