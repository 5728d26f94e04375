import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Whom the sandbox's own services run as. */
export interface ServiceUser {
  readonly name: string;
  readonly group: string;
  /** For `spawn`; absent where this process is that user already. */
  readonly ids?: { readonly uid: number; readonly gid: number };
  /** Makes a path belong to them. */
  own(path: string): void;
}

/** `nobody` when we are root, else ourselves. */
export function serviceUser(): ServiceUser {
  const id = (...args: readonly string[]) =>
    execFileSync('id', args, { encoding: 'utf8', timeout: 5000 }).trim();
  if (process.getuid?.() !== 0) {
    return { name: userInfo().username, group: id('-gn'), own: () => undefined };
  }
  const ids = { uid: Number(id('-u', 'nobody')), gid: Number(id('-g', 'nobody')) };
  return {
    name: 'nobody',
    group: id('-gn', 'nobody'),
    ids,
    own: (path) => chownSync(path, ids.uid, ids.gid),
  };
}
