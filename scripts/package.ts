// `npm run package`: the packages of the desktop app for Linux, in dist/.
import { findChromium } from '../test/electron-stand-in/chromium.ts';
import { buildPages } from './bundle-desktop.ts';
import { makePackages } from './make-packages.ts';
import { renderIcons } from './render-icons.ts';
import { stageDesktop } from './stage-desktop.ts';

const pages = 'out/renderer';

async function run(): Promise<void> {
  await buildPages(pages);
  await renderIcons('out/icons', findChromium());
  await stageDesktop({ folder: 'out/app', main: 'src-main/desktop.ts', pages, icons: 'out/icons' });
  const { files, runnable } = await makePackages({ app: 'out/app', output: 'dist', icons: 'out/icons' });
  process.stdout.write(`${files.join('\n')}\n`);
  if (!runnable) {
    process.stdout.write(
      'Made without the Electron binary, which this machine does not have: these packages show what is in them and can not run.\n',
    );
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
