import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

export interface InstanceLock {
  readonly first: boolean;
  /** Waits until the first instance has been told, or gives the lock back. */
  release(): Promise<void>;
}

/** One process per folder, as Electron has it: a second one hands its arguments to the first. */
export function takeInstanceLock(
  userData: string,
  args: readonly string[],
  onSecond: (argv: string[], cwd: string) => void,
): InstanceLock {
  const lockFile = join(userData, 'stand-in.lock');
  const socket = join(userData, 'stand-in.sock');
  if (!claim(lockFile)) {
    const told = new Promise<void>((resolve) => {
      const client = connect(socket);
      client.setTimeout(5_000, () => client.destroy());
      client.on('error', () => undefined);
      client.once('connect', () => client.end(JSON.stringify({ argv: args, cwd: process.cwd() })));
      client.resume();
      client.once('close', () => resolve());
    });
    return { first: false, release: () => told };
  }
  const server = createServer({ allowHalfOpen: true }, (client) => {
    let text = '';
    client.setEncoding('utf8');
    client.on('data', (chunk) => {
      text += chunk;
    });
    client.on('error', () => undefined);
    client.once('end', () => {
      client.end();
      const { argv, cwd } = JSON.parse(text) as { argv: string[]; cwd: string };
      onSecond(argv, cwd);
    });
  });
  remove(socket);
  server.listen(socket);
  server.unref();
  return {
    first: true,
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        remove(lockFile);
      }),
  };
}

function claim(lockFile: string): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(lockFile, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return true;
    } catch {
      if (isRunning(Number(readFileSync(lockFile, 'utf8')))) return false;
      // Left over by a process that was killed.
      remove(lockFile);
    }
  }
  return false;
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not there.
  }
}
