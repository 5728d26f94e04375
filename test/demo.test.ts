import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parseDemoOptions } from '../scripts/demo/options.ts';
import { root } from './architecture/source-tree.ts';
import { installed } from './support/installed.ts';
import { descendants, runs, type SeenProcess } from './support/process-tree.ts';
import { skipUnless } from './support/skip.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';
import { keyringInstalled, keyringMissing, openKeyringSession } from './vault/keyring-session.ts';

// `npm run demo` as it is run, without npm.

const longMs = 120_000;
const words = ['found', 'signed-in', 'active', 'created', 'imap', 'smtp', 'jmap', 'kept'];
const withoutKeychain = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };

interface DemoEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Every process that was seen below it while it ran. */
  readonly started: readonly SeenProcess[];
  /** Names of the pictures it took. */
  readonly pictures: readonly string[];
  /** Directories of Dovecot, which are not in the temporary directory. */
  readonly directories: readonly string[];
  /** What is in its temporary directory after its end. */
  readonly left: readonly string[];
}

interface DemoRun {
  readonly env?: Readonly<Record<string, string>>;
  readonly interrupt?: {
    /** Told by what was said so far, how long it has run, and the command lines seen below it. */
    readonly when: (said: string, ms: number, commands: readonly string[]) => boolean;
    readonly signal: NodeJS.Signals;
    /** A word of the command line of the process that gets it; the demo itself when absent. */
    readonly process?: string;
  };
}

async function demo(options: readonly string[], { env = {}, interrupt }: DemoRun = {}): Promise<DemoEnd> {
  const temporary = await temporaryDirectory();
  const pictures = await temporaryDirectory();
  const words = ['--import', 'tsx', join(root, 'scripts', 'demo.ts'), '--screenshots', pictures, ...options];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, CI: 'true', TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  const started = new Map<string, SeenProcess>();
  const since = performance.now();
  let interrupted = false;
  const commands = () => [...started.values()].map(({ command }) => command);
  const watch = setInterval(() => {
    for (const one of descendants(child.pid ?? 0)) started.set(`${one.pid} ${one.startedAt}`, one);
    if (!interrupt || interrupted || !interrupt.when(said.stderr, performance.now() - since, commands()))
      return;
    const { process: named } = interrupt;
    const one = [...started.values()].find(({ command }) => named !== undefined && command.includes(named));
    // It may be about to start.
    if (named !== undefined && one === undefined) return;
    interrupted = true;
    if (named === undefined) child.kill(interrupt.signal);
    else if (one && runs(one)) process.kill(one.pid, interrupt.signal);
  }, 50);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  const processes = [...started.values()];
  const directories = processes.flatMap(({ command }) => /\S*\/gp-dovecot-\w+/.exec(command)?.[0] ?? []);
  const left = readdirSync(temporary).filter(ours);
  return { code, ...said, started: processes, pictures: readdirSync(pictures).sort(), directories, left };
}

/** tsx and Node keep caches in the temporary directory of whoever runs them. */
function ours(name: string): boolean {
  return !/^(tsx-|node-compile-cache|node-jiti)/.test(name);
}

/** The PATH of this process without `program`. */
async function pathWithout(program: string): Promise<string> {
  const directory = await temporaryDirectory();
  const seen = new Set([program]);
  for (const one of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of existsSync(one) ? readdirSync(one) : []) {
      if (!seen.has(name)) symlinkSync(join(one, name), join(directory, name));
      seen.add(name);
    }
  }
  return directory;
}

async function expectNothingLeft(end: DemoEnd): Promise<void> {
  // A process that has been killed may take a moment to be gone.
  for (let round = 0; round < 100 && end.started.some(runs); round++) await setTimeout(20);
  expect(
    end.started.filter(runs).map(({ command }) => command),
    end.stderr,
  ).toEqual([]);
  expect(end.left, end.stderr).toEqual([]);
  expect(end.directories.filter((path) => existsSync(path))).toEqual([]);
}

const anyMemory = 'memory, for this demo only';
const screens = ['welcome', 'found', 'in-browser', 'mailbox-ready', 'pick-mail-app', 'name-and-lifetime'];

describe.each([
  ['0.16.18', 'jmap', []],
  ['0.15.5', 'rest', []],
  ['0.16.18', 'jmap', ['--terminal']],
  ['0.15.5', 'rest', ['--terminal']],
] as const)('the whole job on %s (%s) %j', (version, generation, face) => {
  test('is one line of JSON, and leaves nothing', { timeout: longMs }, async () => {
    const inTerminal = face.length > 0;
    const options = ['--json', '--server-version', version, ...face];
    const end = await demo(options, { env: withoutKeychain });
    expect(end.code, end.stderr).toBe(0);
    expect(end.stdout).toMatch(/^[^\n]*\n$/);
    const result = JSON.parse(end.stdout);
    expect(Object.keys(result)).toEqual(['ok', 'generation', 'identity', 'proof', 'vault', 'steps']);
    expect(result).toMatchObject({
      ok: true,
      generation,
      identity: 'mara@example.org',
      proof: { imap: true, smtp: true, jmap: true },
      vault: inTerminal || !keyringInstalled ? anyMemory : expect.stringContaining('a keychain of its own'),
    });
    expect(result.steps.map(({ name }: { name: string }) => name)).toEqual(words);
    for (const { ms } of result.steps) expect(Number.isInteger(ms) && ms >= 0).toBe(true);
    expect(end.stderr).toContain('This computer has no keychain that Gatepass can use');
    expect(end.pictures.map((name) => name.slice(3, -4)).slice(0, 6)).toEqual(inTerminal ? [] : screens);
    expect(end.started.length).toBeGreaterThan(0);
    await expectNothingLeft(end);
  });
});

test('without gnome-keyring the window keeps secrets in memory, and says so', {
  timeout: longMs,
}, async () => {
  const end = await demo(['--json'], {
    env: { ...withoutKeychain, PATH: await pathWithout('gnome-keyring-daemon') },
  });
  expect(end.code, end.stderr).toBe(0);
  expect(JSON.parse(end.stdout)).toMatchObject({ ok: true, vault: anyMemory });
  expect(end.stderr).toContain('for this demo the password is kept in memory');
  await expectNothingLeft(end);
});

test('for people: a checklist, then the settings, then a last word', { timeout: longMs }, async () => {
  const end = await demo([], { env: withoutKeychain });
  expect(end.code, end.stderr).toBe(0);
  expect(end.stderr).toMatch(/✓ Signed in as mara@example\.org +\d+\.\d s\n/);
  expect(end.stdout).toContain('Set up Thunderbird for mara@example.org');
  expect(end.stdout).toContain('Verified: incoming mail, outgoing mail and the web services');
  expect(end.stderr).toMatch(/are gone again\.\n/);
  expect(end.stderr.trimEnd()).toMatch(
    new RegExp(`${end.pictures.length} pictures of the window are in .+$`),
  );
  await expectNothingLeft(end);
});

test('in the terminal, without a browser', { timeout: longMs }, async () => {
  const end = await demo(['--terminal'], { env: { ...withoutKeychain, PATH: '/nonexistent' } });
  expect(end.code, end.stderr).toBe(0);
  expect(end.stderr).toContain('No Chromium is installed');
  expect(end.stderr.trimEnd()).toMatch(/are gone again\.$/);
  await expectNothingLeft(end);
});

const withDisplay = installed('Xvfb');
skipUnless(withDisplay, 'Xvfb is not installed')(
  'where there is a display the window opens, and closing it ends everything',
  async () => {
    const display = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    try {
      const [number] = await once(display.stdio[3] as NodeJS.ReadableStream, 'data');
      const end = await demo([], {
        env: { ...withoutKeychain, CI: '', DISPLAY: `:${String(number).trim()}` },
        // As when the person closes it.
        interrupt: {
          when: (_said, _ms, commands) => commands.some((one) => one.includes('--app=data:')),
          signal: 'SIGTERM',
          process: 'electron-stand-in/boot.js',
        },
      });
      expect(end.code, end.stderr).toBe(0);
      expect(end.stderr).toContain('mara-sandbox-password');
      expect(end.stderr).toContain('The window was closed before an app password was made.');
      await expectNothingLeft(end);
    } finally {
      display.kill();
    }
  },
  longMs,
);

describe.each([[[]], [['--terminal']]])('with a keychain %j', (face) => {
  skipUnless(keyringInstalled, keyringMissing)(
    'the keychain of the computer holds it, and nothing when the demo is over',
    async () => {
      const session = await openKeyringSession();
      try {
        const end = await demo(['--json', ...face], { env: session.env });
        expect(JSON.parse(end.stdout)).toMatchObject({ ok: true });
        expect(JSON.parse(end.stdout).vault).toBe('the keychain of this computer (Secret Service)');
        expect(end.stderr).not.toContain('in memory');
        const search = await session.run(['secret-tool', 'search', '--all', 'service', 'gatepass']);
        expect(search.stdout).toBe('');
        await expectNothingLeft(end);
      } finally {
        await session.close();
      }
    },
    longMs,
  );

  skipUnless(keyringInstalled, keyringMissing)(
    'a job that is killed leaves no keychain item',
    async () => {
      const session = await openKeyringSession();
      try {
        const end = await demo(['--json', ...face], {
          env: session.env,
          interrupt: {
            when: (said) => said.includes('✓ Mailbox is active'),
            signal: 'SIGKILL',
            process: face.length > 0 ? 'job-child' : 'electron-stand-in/boot.js',
          },
        });
        const result = JSON.parse(end.stdout);
        // It may have been done before it was killed.
        if (!result.ok) expect([end.code, result.error.code]).toEqual([1, 'bug']);
        const search = await session.run(['secret-tool', 'search', '--all', 'service', 'gatepass']);
        expect(search.stdout).toBe('');
        await expectNothingLeft(end);
      } finally {
        await session.close();
      }
    },
    longMs,
  );
});

describe.each([[[]], [['--terminal']]])('interrupted, it leaves nothing %j', (face) => {
  const randomMs = Math.round(500 + Math.random() * 6_000);

  test.each([
    ['while the servers start', 'SIGTERM', (said: string) => said.includes('Starting')],
    ['while the person signs in', 'SIGINT', (said: string) => said.includes('✓ Found')],
    ['at the proof', 'SIGINT', (said: string) => said.includes('✓ Created')],
    [`after ${randomMs} ms`, 'SIGINT', (_: string, ms: number) => ms > randomMs],
  ] as const)('%s', { timeout: longMs }, async (_name, signal, when) => {
    const end = await demo(['--json', ...face], { env: withoutKeychain, interrupt: { signal, when } });
    // It may have been too quick; or too slow, and not yet at the point where it stops in good order.
    expect([0, 130, null], end.stderr).toContain(end.code);
    if (end.code === 130) expect(JSON.parse(end.stdout)).toMatchObject({ ok: false });
    await expectNothingLeft(end);
  });
});

describe('options', () => {
  test('what is not known is said, with the usage', async () => {
    const end = await demo(['--colour']);
    expect(end.code).toBe(2);
    expect(end.stdout).toBe('');
    expect(end.stderr).toContain('--colour');
    expect(end.stderr).toContain('npm run demo -- [--server-version VERSION]');
  });

  test.each([
    [['--server-version', '1.0'], 'wrong'],
    [['--server-version'], 'wrong'],
    [['now'], 'wrong'],
    [['--help', '--json'], 'help'],
    [['--server-version', '0.15.5', '--by-itself'], 'run'],
    [['--terminal', '--screenshots', 'pictures'], 'run'],
    [['--screenshots'], 'wrong'],
  ])('%j: %s', (line, kind) => expect(parseDemoOptions(line).kind).toBe(kind));
});
