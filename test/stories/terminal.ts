import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface TerminalOptions {
  /** Of the keychain session the person sits in; only these variables and the terminal's own reach a command. */
  readonly env: Readonly<Record<string, string>>;
  /** Further variables, e.g. BROWSER. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Path of a CA file for NODE_EXTRA_CA_CERTS. */
  readonly ca?: string;
  /** Told of each command's process as soon as it runs. */
  readonly onStart?: (pid: number) => void;
}

/** How a command ended and what it said. */
export interface CommandEnd {
  readonly words: readonly string[];
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one line of `--json`, parsed; undefined without it. */
  // biome-ignore lint/suspicious/noExplicitAny: stories look into it the way a script of a person would
  readonly json: any;
}

/** A command that runs. */
export interface RunningCommand {
  readonly pid: number;
  /** Waits until stderr matches. @throws Error when the command ends before that */
  said(words: RegExp): Promise<RegExpExecArray>;
  /** The address behind `Open: `. */
  link(): Promise<string>;
  /** As Ctrl+C does; SIGKILL for the worst case. */
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<CommandEnd>;
}

/** A person's terminal: the built command line as child processes, with a state directory and a keychain of its own. */
export interface Terminal {
  /** GATEPASS_HOME. */
  readonly home: string;
  /** TMPDIR of the commands. */
  readonly temporary: string;
  run(...words: readonly string[]): Promise<CommandEnd>;
  start(...words: readonly string[]): RunningCommand;
  /** Ends what still runs and removes the state directory. */
  close(): Promise<void>;
}

/** GATEPASS_CLI tries another build of the command line. */
const cli = process.env['GATEPASS_CLI'] ?? fileURLToPath(new URL('../../out/cli.js', import.meta.url));
/** Longer than the keychain's own deadline of 60 s, shorter than any test. */
const deadlineMs = 90_000;

/** @throws Error when the command line has not been built */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: npm run build`);
  const directory = await mkdtemp(join(tmpdir(), 'gp-terminal-'));
  const home = join(directory, 'home');
  const temporary = join(directory, 'tmp');
  await mkdir(temporary);
  const env = {
    ...options.env,
    ...options.variables,
    GATEPASS_HOME: home,
    TMPDIR: temporary,
    ...(options.ca === undefined ? {} : { NODE_EXTRA_CA_CERTS: options.ca }),
  };
  const running = new Set<RunningCommand>();

  function start(...words: readonly string[]): RunningCommand {
    const child = spawn(process.execPath, [cli, ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: deadlineMs,
      killSignal: 'SIGKILL',
    });
    const command = follow(child, words);
    options.onStart?.(command.pid);
    running.add(command);
    void command.ended.finally(() => running.delete(command)).catch(() => undefined);
    return command;
  }

  return {
    home,
    temporary,
    start,
    run: (...words) => start(...words).ended,
    async close() {
      for (const command of running) {
        command.signal('SIGKILL');
        await command.ended;
      }
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function follow(
  child: ChildProcessByStdio<null, Readable, Readable>,
  words: readonly string[],
): RunningCommand {
  const heard = { stdout: '', stderr: '' };
  let over = false;
  const wake = new Set<() => void>();
  const news = () => {
    for (const one of wake) one();
  };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      heard[name] += text;
      news();
    });
  }
  const ended = (async () => {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    over = true;
    news();
    return { words, code, signal, ...heard, json: readJson(words, heard.stdout) };
  })();

  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(heard.stderr);
        if (!found && !over) return;
        wake.delete(look);
        if (found) resolve(found);
        else reject(new Error(`ended without ${pattern}: ${words.join(' ')}\n${heard.stderr}`));
      };
      wake.add(look);
      look();
    });

  return {
    pid: child.pid ?? 0,
    said,
    link: async () => (await said(/^Open: (\S+)\n/m))[1] ?? '',
    signal: (name) => void child.kill(name),
    ended,
  };
}

function readJson(words: readonly string[], stdout: string): unknown {
  if (!words.includes('--json') || stdout === '') return undefined;
  const lines = stdout.split('\n');
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`more than one line of JSON: ${lines.length}`);
  return JSON.parse(lines[0] ?? '');
}
