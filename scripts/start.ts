// `npm start`: the desktop app, in Electron where its binary is there, else in the stand-in with Chromium.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildPages, bundleStandIn } from './bundle-desktop.ts';
import { stageDesktop } from './stage-desktop.ts';

const pages = 'out/renderer';

async function run(): Promise<void> {
  await buildPages(pages);
  await stageDesktop({ folder: 'out/app', main: 'src-main/desktop.ts', pages });
  const env = { ...process.env };
  if (!existsSync('node_modules/electron/dist/version') && env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined) {
    const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as {
      version: string;
    };
    await bundleStandIn(version);
    env['ELECTRON_OVERRIDE_DIST_PATH'] = resolve('test/electron-stand-in/dist');
    process.stderr.write('The Electron binary is not here: the window is shown by Chromium instead.\n');
  }
  const args = ['node_modules/electron/cli.js', 'out/app', ...process.argv.slice(2)];
  spawn(process.execPath, args, { env, stdio: 'inherit' }).once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
