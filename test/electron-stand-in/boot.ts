import { readFileSync, statSync } from 'node:fs';
import { register } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { commandsOf, obey } from './control.ts';
import { createElectron } from './create-electron.ts';

/** The version of the types the app is written against, put here by the build. */
declare const electronVersion: string;

/** Does what the Electron binary does with its command line: `electron <path of the app> [arguments]`. */
const [launcher = '', , appArgument = '.', ...args] = process.argv;
const given = resolve(appArgument);
const isFolder = statSync(given).isDirectory();
const about = isFolder
  ? (JSON.parse(readFileSync(join(given, 'package.json'), 'utf8')) as {
      name?: string;
      productName?: string;
      version?: string;
      main?: string;
    })
  : {};
const main = isFolder ? join(given, about.main ?? 'index.js') : given;

process.argv = [launcher, appArgument, ...args];
Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });
Object.assign(process, {
  type: 'browser',
  defaultApp: true,
  resourcesPath: fileURLToPath(new URL('.', import.meta.url)),
});

const control = process.env['ELECTRON_STAND_IN_CONTROL'];
const standIn = createElectron({
  appPath: isFolder ? given : join(given, '..'),
  name: about.productName ?? about.name ?? 'Electron',
  version: about.version ?? '0.0.0',
  args,
  scripts: fileURLToPath(new URL('.', import.meta.url)),
  driven: control !== undefined,
  locale: process.env['ELECTRON_STAND_IN_LOCALE'] ?? 'en-US',
  dark: process.env['ELECTRON_STAND_IN_DARK'] === '1',
  electronVersion,
});
Object.assign(globalThis, { [Symbol.for('gatepass.electron-stand-in')]: standIn.electron });
register('./resolve-electron.js', import.meta.url);
if (control !== undefined) obey(control, commandsOf(standIn));
await import(pathToFileURL(main).href);
standIn.hands.app.becomeReady();
