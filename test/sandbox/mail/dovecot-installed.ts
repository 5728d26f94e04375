import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const libraries = ['/usr/lib/dovecot', '/usr/libexec/dovecot', '/usr/local/libexec/dovecot'];
const services = ['imap-login', 'submission-login', 'managesieve-login'];

/** The dovecot program; people who are not root often have no sbin in their PATH. Null when there is none. */
export function dovecotProgram(): string | null {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return directories.map((directory) => join(directory, 'dovecot')).find((path) => existsSync(path)) ?? null;
}

/** Whether Dovecot 2.3 is here with IMAP, submission and ManageSieve; 2.4 reads another kind of configuration. */
export function dovecotInstalled(): boolean {
  const program = dovecotProgram();
  if (program === null) return false;
  if (!libraries.some((directory) => services.every((service) => existsSync(join(directory, service)))))
    return false;
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', timeout: 5000 }).startsWith('2.3.');
  } catch {
    return false;
  }
}
