import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../src-main/ipc/contract.ts';
import { bundleMain, bundlePreload } from './bundle-desktop.ts';
import { licencesText } from './licences.ts';

export interface StageOptions {
  /** Where it is put together; `out/app`, what electron-builder.yml ships. */
  readonly folder: string;
  /** The composition root, `src-main/desktop.ts`. */
  readonly main: string;
  /** The built pages. */
  readonly pages: string;
  /** The rendered icons, if the package is to have some. */
  readonly icons?: string;
}

/** Puts the desktop app together in one folder, as it is shipped: `electron <folder>` runs it. */
export async function stageDesktop({ folder, main, pages, icons }: StageOptions): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await Promise.all([
    bundleMain(main, join(folder, 'main.js')),
    bundlePreload('src-main/preload.ts', join(folder, 'preload.cjs'), Object.keys(contract)),
  ]);
  cpSync(pages, join(folder, 'pages'), { recursive: true });
  if (icons !== undefined) {
    mkdirSync(join(folder, 'icons'));
    for (const name of ['window.png', 'tray.png', 'trayTemplate.png', 'trayTemplate@2x.png']) {
      cpSync(join(icons, name), join(folder, 'icons', name));
    }
  }
  // The one module that can't be bundled, without its sources and build files.
  const keytar = join(folder, 'node_modules/keytar');
  for (const part of ['LICENSE.md', 'lib', 'prebuilds']) {
    cpSync(join('node_modules/keytar', part), join(keytar, part), { recursive: true });
  }
  const about = JSON.parse(readFileSync('node_modules/keytar/package.json', 'utf8')) as Record<
    string,
    unknown
  >;
  // Its dependency and scripts are for building it from source.
  const { name, version, license, main: entry } = about;
  writeFileSync(join(keytar, 'package.json'), `${JSON.stringify({ name, version, license, main: entry })}\n`);
  writeFileSync(join(folder, 'licences.txt'), licencesText());
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageOf(), null, 2)}\n`);
}

/** What the program says of itself; deb and rpm ask for author and homepage. */
function packageOf(): object {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string;
    version: string;
    description: string;
    license: string;
    dependencies: { keytar: string };
  };
  const { name, version, description, license, dependencies } = own;
  return {
    name,
    productName: 'Gatepass',
    version,
    description,
    license,
    type: 'module',
    main: 'main.js',
    // The name of the desktop entry, by which Linux finds the window's icon and title.
    desktopName: 'gatepass-desktop.desktop',
    author: { name: 'Gatepass authors', email: 'maintainers@gatepass.example' },
    homepage: 'https://gatepass.example',
    dependencies: { keytar: dependencies.keytar },
  };
}
