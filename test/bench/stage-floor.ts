import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { bundleMain, bundlePreload } from '../../scripts/bundle-desktop.ts';
import { root } from '../architecture/source-tree.ts';
import { contract } from '../electron-stand-in/fixture/contract.ts';

/** Builds the shell with a page of a few lines. @returns what `electron` is given */
export async function stageFloor(): Promise<string> {
  await Promise.all([
    bundleMain('test/electron-stand-in/fixture/main.ts', 'out/bench-floor/main.js'),
    bundlePreload('src-main/preload.ts', 'out/bench-floor/preload.cjs', Object.keys(contract)),
  ]);
  cpSync(join(root, 'test/electron-stand-in/fixture/pages'), join(root, 'out/bench-floor/pages'), {
    recursive: true,
  });
  return 'out/bench-floor/main.js';
}
