import { resolve } from 'node:path';
import process from 'node:process';
import { built, hasElectronBinary } from './build-desktop.ts';

export interface ElectronCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly electron: 'real' | 'stand-in';
}

/** How the built app is run: by Electron where its binary is there, else by the stand-in, with Chromium. */
export function electronCommand(args: readonly string[]): ElectronCommand {
  const electron = hasElectronBinary() ? 'real' : 'stand-in';
  const env = { ...process.env };
  // Containers often are root, for whom Chromium's own sandbox can't be set up.
  const asRoot = electron === 'real' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (electron === 'stand-in') env['ELECTRON_OVERRIDE_DIST_PATH'] ??= resolve('test/electron-stand-in/dist');
  return {
    program: process.execPath,
    args: ['node_modules/electron/cli.js', ...asRoot, built.app, ...args],
    env,
    electron,
  };
}
