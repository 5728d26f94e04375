import { posix, win32 } from 'node:path';

export interface StateDirectoryPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's home directory, as `os.homedir()` gives it. */
  readonly home: string;
}

/**
 * Where all state of this install lives: `GATEPASS_HOME` when it is set, else the place each OS has for it
 * (Linux: XDG Base Directory 0.8, where a relative path must be ignored). Only names the place, creates nothing.
 * @returns an absolute path
 */
export function stateDirectory({ platform, env, home }: StateDirectoryPlace): string {
  const path = platform === 'win32' ? win32 : posix;
  const chosen = env['GATEPASS_HOME'];
  if (chosen) return path.resolve(chosen);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Gatepass');
  if (platform === 'win32') {
    return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Gatepass');
  }
  const stateHome = env['XDG_STATE_HOME'];
  const base = stateHome && path.isAbsolute(stateHome) ? stateHome : path.join(home, '.local', 'state');
  return path.join(base, 'gatepass');
}
