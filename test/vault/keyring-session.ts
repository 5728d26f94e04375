import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { installed } from '../support/installed.ts';

/**
 * `unlocked`, `locked`: gnome-keyring with a login keyring. `no-keyring`: the service, but no keyring was ever made.
 * `no-service`: D-Bus without a Secret Service. `no-bus`: not even D-Bus. `hung`: a bus that never answers.
 */
export type KeyringState = 'unlocked' | 'locked' | 'no-keyring' | 'no-service' | 'no-bus' | 'hung';

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface KeyringSession {
  /** For child processes: own HOME, XDG_RUNTIME_DIR and D-Bus; no DISPLAY. Nothing of it is set in this process. */
  readonly env: Readonly<Record<string, string>>;
  run(
    command: readonly [string, ...string[]],
    options?: { readonly input?: string; readonly env?: Record<string, string> },
  ): Promise<Run>;
  lock(): Promise<void>;
  /** As the login screen does: the running keyring is told the password. */
  unlock(): Promise<void>;
  /** The keyring's program ends and starts anew, open: what its update does, or a crash. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const keyringPassword = 'keyring password';
/** GKD_CONTROL_OP_UNLOCK */
const unlockOperation = 1;

export const keyringInstalled = installed('gnome-keyring-daemon', 'dbus-daemon', 'dbus-send', 'secret-tool');
export const keyringMissing = 'gnome-keyring, dbus or libsecret-tools is not installed';

/** A D-Bus session and a gnome-keyring of their own, in a temporary home; ended by `close()`. */
export async function openKeyringSession(state: KeyringState = 'unlocked'): Promise<KeyringSession> {
  const home = await mkdtemp(join(tmpdir(), 'gp-keyring-'));
  const runtime = join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  const env: Record<string, string> = {
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
  };
  const ours: ChildProcess[] = [];

  const session: KeyringSession = {
    env,
    run: (command, options = {}) => runToEnd(command, { ...env, ...options.env }, options.input),
    async lock() {
      const lock = 'org.freedesktop.Secret.Service.Lock';
      const login = 'array:objpath:/org/freedesktop/secrets/collection/login';
      await send(session, '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets', lock, login);
    },
    unlock: () => unlockRunning(join(runtime, 'keyring/control')),
    async restart() {
      const daemon = ours.at(-1);
      if (daemon) await end(daemon);
      await startUnlockedKeyring(session, ours);
    },
    async close() {
      for (const child of ours.reverse()) await end(child);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };

  try {
    if (state === 'no-bus') return session;
    if (state === 'hung') {
      env['DBUS_SESSION_BUS_ADDRESS'] = await startDeafBus(runtime, ours);
      return session;
    }
    env['DBUS_SESSION_BUS_ADDRESS'] = await startBus(runtime, env, ours, state !== 'no-service');
    if (state === 'unlocked' || state === 'locked') await startUnlockedKeyring(session, ours);
    if (state === 'locked') await session.lock();
    return session;
  } catch (thrown) {
    await session.close();
    throw thrown;
  }
}

/** Runs one command in a session of its own. */
export async function withKeyring(
  state: KeyringState,
  command: readonly [string, ...string[]],
  input?: string,
): Promise<Run> {
  const session = await openKeyringSession(state);
  try {
    return await session.run(command, input === undefined ? {} : { input });
  } finally {
    await session.close();
  }
}

async function startBus(
  runtime: string,
  env: Record<string, string>,
  ours: ChildProcess[],
  services: boolean,
): Promise<string> {
  const config = join(runtime, 'bus.conf');
  await writeFile(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${runtime}</listen>
  <auth>EXTERNAL</auth>
  ${services ? '<standard_session_servicedirs/>' : ''}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  ours.push(bus);
  return firstLine(bus);
}

/** A socket that accepts and never says a word. */
async function startDeafBus(runtime: string, ours: ChildProcess[]): Promise<string> {
  const path = join(runtime, 'deaf');
  const program = `require('node:net').createServer((s) => s.on('error', () => {}).resume()).listen(process.argv[1], () => console.log('ready'))`;
  const bus = spawn(process.execPath, ['-e', program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  ours.push(bus);
  await firstLine(bus);
  return `unix:path=${path}`;
}

async function startUnlockedKeyring(session: KeyringSession, ours: ChildProcess[]): Promise<void> {
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: session.env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  ours.push(daemon);
  daemon.stdin?.end(keyringPassword);
  const until = performance.now() + 10_000;
  const login = '/org/freedesktop/secrets/aliases/default';
  while (performance.now() < until) {
    const owned = await send(
      session,
      '--dest=org.freedesktop.DBus',
      '/',
      'org.freedesktop.DBus.NameHasOwner',
      'string:org.freedesktop.secrets',
    );
    if (owned.includes('true')) {
      const locked = await send(
        session,
        '--dest=org.freedesktop.secrets',
        login,
        'org.freedesktop.DBus.Properties.Get',
        'string:org.freedesktop.Secret.Collection',
        'string:Locked',
      );
      if (locked.includes('false')) return;
    }
    await setTimeout(20);
  }
  throw new Error('gnome-keyring did not unlock its login keyring within 10 s');
}

/** The password by the keyring's own socket, as gnome-keyring's PAM module sends it (gkr-pam-client.c). */
async function unlockRunning(socketPath: string): Promise<void> {
  const password = Buffer.from(keyringPassword);
  const [credentials, length, operation, passwordLength] = [0, 1, 5, 9];
  const message = Buffer.alloc(13 + password.length);
  message[credentials] = 0;
  message.writeUInt32BE(12 + password.length, length);
  message.writeUInt32BE(unlockOperation, operation);
  message.writeUInt32BE(password.length, passwordLength);
  password.copy(message, 13);
  const socket = connect(socketPath);
  socket.end(message);
  const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(10_000) })) as [Buffer];
  socket.destroy();
  if (answer.readUInt32BE(4) !== 0) throw new Error('gnome-keyring did not take its password');
}

async function send(session: KeyringSession, ...words: string[]): Promise<string> {
  return (await session.run(['dbus-send', '--session', '--print-reply', '--reply-timeout=5000', ...words]))
    .stdout;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no stdout');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('ended without a word');
}

async function runToEnd(
  command: readonly [string, ...string[]],
  env: Record<string, string>,
  input?: string,
): Promise<Run> {
  const [program, ...words] = command;
  const child = spawn(program, words, {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => undefined).end(input ?? '');
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = new AbortController();
  const stop = setTimeout(2_000, undefined, { signal: patience.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  patience.abort();
  await stop;
}
