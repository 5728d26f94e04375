// `npm run package`: the packages of the desktop app for Linux, in dist/.
import { buildDesktop, built } from './build-desktop.ts';
import { makePackages } from './make-packages.ts';

async function run(): Promise<void> {
  await buildDesktop((text) => process.stderr.write(`${text}\n`));
  const { files, runnable } = await makePackages({ app: built.app, output: 'dist', icons: built.icons });
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
