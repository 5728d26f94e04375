import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Fault } from '../fault.ts';

export interface ProcessLock {
  /**
   * Runs `work` while no other holder of the same lock, in this process or another one, runs theirs.
   * Not re-entrant: `work` must not ask for the same lock.
   * @throws Fault `state.unwritable` (retryable) when the lock was not free within the deadline; the signal's reason
   */
  hold<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export interface ProcessLockOptions {
  /** The state directory; created (mode 700) when missing. */
  readonly directory: string;
  /** Which lock of that directory, e.g. `token-sets`. */
  readonly name: string;
  /** How long to wait for another holder; 10,000 ms when absent. */
  readonly deadlineMs?: number;
}

/**
 * A lock between processes that the kernel gives up when its holder dies, however it dies, so that there is no stale
 * lock to detect and no pid to guess about (a pid in a file is used again, and means nothing in another container):
 * - Linux: a listening socket in the abstract name space (unix(7)); the name is gone with the process.
 * - Windows: a named pipe of which only one first instance can exist.
 * - macOS: a file opened with O_EXLOCK (open(2)), a flock that ends with the descriptor.
 * The name is made of device and inode of the directory, so two paths to one directory are one lock. A local user who
 * can learn them can occupy the Linux name: that delays writing (a Fault after the deadline), it never breaks a file.
 */
export function createProcessLock({ directory, name, deadlineMs = 10_000 }: ProcessLockOptions): ProcessLock {
  let last: Promise<unknown> = Promise.resolve();
  return {
    hold(work, signal) {
      const turn = last.then(async () => {
        signal?.throwIfAborted();
        const release = await acquire(directory, name, deadlineMs, signal);
        try {
          return await work();
        } finally {
          await release();
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

type Release = () => Promise<void>;

async function acquire(
  directory: string,
  name: string,
  deadlineMs: number,
  signal?: AbortSignal,
): Promise<Release> {
  const waitedFor = performance.now() + deadlineMs;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const facts = await stat(directory, { bigint: true });
    const id = createHash('sha256').update(`${facts.dev}:${facts.ino}:${name}`).digest('hex');
    for (;;) {
      const release =
        process.platform === 'darwin'
          ? await openExclusively(join(directory, `.${name}.lock`))
          : await listenAt(id);
      if (release) return release;
      if (performance.now() > waitedFor) break;
      await setTimeout(5 + Math.random() * 20, undefined, signal ? { signal } : {});
    }
  } catch (thrown) {
    signal?.throwIfAborted();
    throw new Fault('state.unwritable', 'cannot lock the state directory', {
      cause: thrown,
      facts: { path: directory },
    });
  }
  throw new Fault('state.unwritable', `another process held the lock ${name} for ${deadlineMs} ms`, {
    retryable: true,
    facts: { path: directory },
  });
}

/**
 * Binds the kernel name, or null while another process has it. The abstract name has the full 107 characters: Node 20
 * fills shorter ones with zeros and newer ones do not, so that the two would not see each other's lock.
 */
function listenAt(id: string): Promise<Release | null> {
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\gatepass-${id}` : `\0gatepass-${id}`.padEnd(108, '-');
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(path, () => resolve(() => new Promise((closed) => server.close(() => closed()))));
  });
}

const openExclusiveLock = 0x20;

async function openExclusively(path: string): Promise<Release | null> {
  try {
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | openExclusiveLock;
    const handle = await open(path, flags, 0o600);
    return () => handle.close();
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EAGAIN') return null;
    throw thrown;
  }
}
