import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../fault.ts';

/** Older than any write takes: such a temporary file was left by a process that was killed. */
const abandonedAfterMs = 60_000;

/**
 * The whole file, or null where there is none.
 * @throws Fault `state.unwritable` when it is there and cannot be read; a file of more than `maxBytes` throws
 *   `state.corrupt`: nothing of ours grows that large, and it must not fill the memory.
 */
export async function readPrivateFile(path: string, maxBytes: number): Promise<Buffer | null> {
  try {
    // Non-blocking, so that a FIFO in the place of the file is an error and not a wait for ever.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = await handle.stat();
      if (!facts.isFile() || facts.size > maxBytes)
        throw new Fault('state.corrupt', 'not a file of ours', about(path));
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw unwritable(path, thrown);
  }
}

/**
 * Writes the whole file so that a reader, a crash or a power cut sees the old bytes or the new ones, never a mix:
 * a temporary file in the same directory (mode 600), fsync, rename, fsync of the directory. Missing directories are
 * created with mode 700; a directory that is there keeps its mode, it may belong to somebody else.
 * @throws Fault `state.unwritable`
 */
export async function writePrivateFile(path: string, bytes: Uint8Array): Promise<void> {
  const directory = dirname(path);
  const temporary = join(directory, `${temporaryPrefix(path)}${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await removeAbandoned(path);
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(temporary, path);
    await syncDirectory(directory);
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(path, thrown);
  }
}

/** Removes the file; no error where there is none. @throws Fault `state.unwritable` */
export async function removePrivateFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (thrown) {
    throw unwritable(path, thrown);
  }
}

/**
 * Moves a file that cannot be used out of the way, so that it can be looked at later.
 * @param at milliseconds since 1970, part of the new name
 * @returns the new name, or null when it was gone already
 * @throws Fault `state.unwritable`
 */
export async function setAside(path: string, at: number): Promise<string | null> {
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-');
  const kept = `${path}.corrupt-${stamp}-${randomBytes(2).toString('hex')}`;
  try {
    await rename(path, kept);
    if ((await stat(kept)).isFile()) await chmod(kept, 0o600);
    return basename(kept);
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw unwritable(path, thrown);
  }
}

/** Windows refuses the rename while a virus scanner has the old file open: EPERM or EACCES for some milliseconds. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (thrown) {
      const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(thrown));
      if (!passing || attempt >= 20) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 10 + attempt * 5));
    }
  }
}

/** Makes the rename itself durable (POSIX). Windows cannot open a directory, and needs no such thing. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeAbandoned(path: string): Promise<void> {
  const directory = dirname(path);
  const prefix = temporaryPrefix(path);
  for (const name of await readdir(directory)) {
    if (!name.startsWith(prefix) || !name.endsWith('.tmp')) continue;
    const left = join(directory, name);
    const facts = await stat(left).catch(() => null);
    if (facts && Date.now() - facts.mtimeMs > abandonedAfterMs) await rm(left, { force: true });
  }
}

function temporaryPrefix(path: string): string {
  return `.${basename(path)}.`;
}

function unwritable(path: string, cause: unknown): Fault {
  return new Fault('state.unwritable', `cannot use ${basename(path)}: ${errnoOf(cause) || 'unknown'}`, {
    ...about(path),
    cause,
    retryable: errnoOf(cause) === 'ENOSPC',
  });
}

function about(path: string): { readonly facts: { readonly path: string } } {
  return { facts: { path } };
}

function errnoOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}
