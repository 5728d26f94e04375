import { cpSync } from 'node:fs';
import electron from 'electron/package.json' with { type: 'json' };
import { bundleMain, bundlePreload, bundleStandIn } from '../scripts/bundle-desktop.ts';
import { contract } from './electron-stand-in/fixture/contract.ts';

/** Bundles what the end-to-end tests start, once for all of them: under a tenth of a second. */
export async function setup(): Promise<void> {
  await Promise.all([
    bundleStandIn(electron.version),
    bundleMain('test/electron-stand-in/fixture/main.ts', 'out/fixture/main.js'),
    bundlePreload('src-main/preload.ts', 'out/fixture/preload.cjs', Object.keys(contract)),
  ]);
  cpSync('test/electron-stand-in/fixture/pages', 'out/fixture/pages', { recursive: true });
}
