import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { Fault } from '../fault.ts';
import type { Browser } from './browser.ts';
import { isProtectedUrl } from './server-url.ts';

export interface SystemBrowserOptions {
  /** Default `process.platform`. */
  readonly platform?: NodeJS.Platform;
  /** Default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
}

/** How long a launcher may take to say that it failed; one that still runs then is taken for the browser itself. */
const launcherPatienceMs = 3_000;

/**
 * Opens the person's own browser: the commands of `BROWSER` (separated by `:`, `;` on Windows; `%s` stands for the
 * address), else the system's opener. The address is one argument of a process started without a shell, which
 * inherits no stream of ours: a browser that writes to stdout once broke the protocol of a caller
 * (git-credential-manager issue 178).
 */
export function createSystemBrowser(options: SystemBrowserOptions = {}): Browser {
  const platform = options.platform ?? process.platform;
  const env = options.env ?? process.env;
  return {
    async open(url) {
      if (!isProtectedUrl(url))
        throw new Fault('input.insecure-url', 'not an address to open', { facts: { url: url.origin } });
      for (const command of browserCommands(url.href, platform, env)) {
        if (await starts(command, env)) return true;
      }
      return false;
    },
  };
}

/** The command lines to try, in order; none when there is nothing that could show a page. */
export function browserCommands(
  address: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): readonly (readonly [string, ...string[]])[] {
  const wanted = env['BROWSER']?.trim();
  if (wanted)
    return wanted.split(platform === 'win32' ? ';' : ':').flatMap((entry) => commandOf(entry, address));
  switch (platform) {
    case 'darwin':
      return [['open', address]];
    case 'win32':
      // Not `start`: that is a built-in of cmd.exe, for which `&` in an address begins a new command.
      return [['rundll32.exe', 'url.dll,FileProtocolHandler', address]];
    default:
      // Without a display xdg-open falls back to text browsers that would fight over the terminal.
      return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? [['xdg-open', address]] : [];
  }
}

function commandOf(entry: string, address: string): [string, ...string[]][] {
  const trimmed = entry.trim();
  const words = isProgram(trimmed) ? [trimmed] : trimmed.split(/\s+/);
  const named = words.some((word) => word.includes('%s'));
  const [program, ...rest] = words;
  if (!program) return [];
  const args = named ? rest.map((word) => word.replaceAll('%s', () => address)) : [...rest, address];
  return [[program, ...args]];
}

/** A path with spaces in it is one word when it is the program. */
function isProgram(entry: string): boolean {
  if (!/[/\\]/.test(entry)) return false;
  try {
    accessSync(entry, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function starts(
  [program, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env,
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
      shell: false,
    });
    const timer = setTimeout(() => settle(true), launcherPatienceMs);
    const settle = (started: boolean) => {
      clearTimeout(timer);
      child.unref();
      resolve(started);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}
