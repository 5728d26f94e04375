import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { type Cdp, connectCdp } from './cdp.ts';

export interface Chromium {
  readonly cdp: Cdp;
  /** Whether its windows can be seen. */
  readonly headed: boolean;
  /** Where a second client, such as Playwright, finds it. */
  endpoint(): Promise<string>;
  stop(): Promise<void>;
}

const programs = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium that stands in for Electron's own; throws when there is none. */
export function findChromium(): string {
  const found = programs.find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error('The stand-in for Electron needs Chromium: install it or set CHROMIUM_PATH');
  return found;
}

/**
 * Starts Chromium with one window of an application (no tabs, no address), on the screen where there is one. Its
 * profile is new and is deleted with it.
 */
export async function startChromium(size: {
  readonly width: number;
  readonly height: number;
}): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'gatepass-window-'));
  const headed = process.env['DISPLAY'] !== undefined && process.env['DISPLAY'] !== '';
  const child = spawn(
    findChromium(),
    [
      ...(headed ? [] : ['--headless=new']),
      // Chromium's own sandbox can't be set up by root, which containers often are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--app=data:text/html,<title>Gatepass</title>',
      `--window-size=${size.width},${size.height}`,
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--remote-debugging-port=0',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-extensions',
      '--disable-sync',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--password-store=basic',
      '--use-mock-keychain',
    ],
    // A group of its own, so that all its processes can be ended at once: one left over would write to the profile.
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
      // What it leaves there when it is killed goes with the profile. On macOS the path of its socket would be too long.
      env: { ...process.env, ...(process.platform === 'linux' ? { TMPDIR: profile } : {}) },
    },
  );
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const cdp = connectCdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  // Never outlive the process that started it, however that ends.
  const kill = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const leave = (): void => {
    kill();
    rmSync(profile, { recursive: true, force: true });
  };
  process.once('exit', leave);
  return {
    cdp,
    headed,
    async endpoint() {
      // Written once the port is open, which may be after the pipe is.
      for (let attempt = 0; attempt < 200; attempt++) {
        const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
        const [port, address] = text.split('\n');
        if (port && address) return `ws://127.0.0.1:${port}${address}`;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error('Chromium opened no port');
    },
    async stop() {
      // Nothing of the profile is worth an orderly end, which takes Chromium two seconds.
      kill();
      await exited;
      process.off('exit', leave);
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}
