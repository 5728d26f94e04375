import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { installed } from '../../support/installed.ts';
import type { ServiceUser } from './service-user.ts';

export interface DovecotProcess {
  readonly pid: number;
  /** Ends it and everything it started. */
  stop(): Promise<void>;
}

export interface DovecotProcessOptions {
  readonly program: string;
  readonly configPath: string;
  readonly logPath: string;
  readonly user: ServiceUser;
  /** Ports that speak first in the clear; ready means each of them has. */
  readonly greetingPorts: readonly number[];
}

const readyWithinMs = 15_000;
const stoppedWithinMs = 5_000;

/** @throws Error with the last lines of Dovecot's log when it does not come up */
export async function startDovecotProcess(options: DovecotProcessOptions): Promise<DovecotProcess> {
  const { program, configPath, user, greetingPorts } = options;
  const dovecot = [program, '-F', '-c', configPath];
  // Ends with us even when we are killed.
  const command = installed('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', ...dovecot] : dovecot;
  const [file = program, ...args] = command;
  const child = spawn(file, args, {
    ...user.ids,
    stdio: 'ignore',
    detached: true,
    env: { PATH: process.env['PATH'] ?? '' },
    cwd: '/',
  });
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  const deadline = Date.now() + readyWithinMs;
  try {
    for (const port of greetingPorts) {
      while (!(await Promise.race([greets(port), failed]))) {
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
          throw notUp(options);
        await setTimeout(20);
      }
    }
  } catch (error) {
    await end(child);
    throw error;
  }
  let stopping: Promise<void> | null = null;
  return {
    pid: child.pid ?? 0,
    stop() {
      stopping ??= end(child);
      return stopping;
    },
  };
}

/** Whether a server on this port says something. */
async function greets(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    const signal = AbortSignal.timeout(2000);
    await once(socket, 'data', { signal });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(stoppedWithinMs, 'late' as const, { ref: false });
    if ((await Promise.race([exited, late])) === 'late') {
      child.kill('SIGKILL');
      await exited;
    }
  }
  await endGroup(pid);
}

/** The master leaves children behind that are about to end. They are in its group, which is ours alone. */
async function endGroup(group: number): Promise<void> {
  try {
    // A few times: the dead stay in their group until init has taken note of them, which some inits are slow at.
    for (let round = 0; round < 10; round++) {
      process.kill(-group, 'SIGKILL');
      await setTimeout(10);
    }
  } catch {
    // No such group: nothing is left.
  }
}

function notUp({ logPath }: DovecotProcessOptions): Error {
  let log = '';
  try {
    log = readFileSync(logPath, 'utf8').split('\n').slice(-6).join('\n');
  } catch {
    // It ended before it wrote anything.
  }
  return new Error(`Dovecot did not come up. ${log}`);
}
