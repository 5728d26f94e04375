import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, Platform } from 'electron-builder';
import { makeStandInDist } from './stand-in-dist.ts';

export interface PackagesOptions {
  /** The app, as `stageDesktop` puts it together; relative to the project. */
  readonly app: string;
  readonly output: string;
  readonly icons: string;
  /** Targets of Linux; those of electron-builder.yml when absent. */
  readonly targets?: readonly string[];
}

/**
 * Makes the Linux packages by electron-builder.yml. Where the Electron binary is not there, of a stand-in: then only
 * `dir` and `deb` can be made, and what is made can't run.
 * @returns the files that were made, and whether they can run
 */
export async function makePackages({ app, output, icons, targets }: PackagesOptions): Promise<{
  readonly files: readonly string[];
  readonly runnable: boolean;
}> {
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as {
    version: string;
  };
  const runnable = existsSync('node_modules/electron/dist/version');
  const standIn = join(output, 'stand-in-dist');
  if (!runnable) {
    makeStandInDist(standIn, version);
    process.env['CUSTOM_FPM_PATH'] = resolve('scripts/fpm-shim.mjs');
  }
  const files = await build({
    targets: Platform.LINUX.createTarget([...(targets ?? (runnable ? [] : ['dir', 'deb']))]),
    publish: 'never',
    config: {
      extends: resolve('electron-builder.yml'),
      directories: { app, output },
      linux: { icon: join(icons, 'linux') },
      ...(runnable ? {} : { electronDist: resolve(standIn) }),
    },
  });
  return { files, runnable };
}
