import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProcessLock } from '../src-main/platform/process-lock.ts';
import { findChromium } from '../test/electron-stand-in/chromium.ts';
import { buildPages, bundleStandIn } from './bundle-desktop.ts';
import { renderIcons } from './render-icons.ts';
import { stageDesktop } from './stage-desktop.ts';

/** Where the parts of the desktop app are built, from the project's root. */
export const built = { app: 'out/app', icons: 'out/icons', pages: 'out/renderer' } as const;

/** Beside the version of the binary that npm has fetched; the folder is not there without it. */
export const hasElectronBinary = (): boolean => existsSync('node_modules/electron/dist/version');

const makers = ['scripts', 'vite.renderer.config.ts', 'package.json', 'package-lock.json'];
const appSources = ['src-main', 'src-renderer', 'assets', ...makers];
/** Written last, and left out of packages. */
const appStamp = join(built.app, '.built');
const standInSources = ['test/electron-stand-in', 'scripts/bundle-desktop.ts', 'package-lock.json'];
const standInStamp = 'out/electron-stand-in/boot.js';
const iconSources = ['assets/icons', 'scripts/render-icons.ts'];
const iconStamp = join(built.icons, 'trayTemplate@2x.png');

/**
 * Builds the desktop app into out/app and the stand-in for Electron, what of them is older than its sources. Two that
 * build at the same time wait for each other.
 * @param say one line for people, when something is built
 */
export async function buildDesktop(say: (text: string) => void): Promise<void> {
  const lock = createProcessLock({ directory: 'out', name: 'desktop', deadlineMs: 180_000 });
  await lock.hold(async () => {
    if (isOld(standInStamp, standInSources)) await bundleStandIn(electronVersion());
    if (!isOld(appStamp, appSources)) return;
    say('Building the window ...');
    const icons = await withIcons();
    await buildPages(built.pages);
    rmSync(appStamp, { force: true });
    await stageDesktop({ folder: built.app, main: 'src-main/desktop.ts', pages: built.pages, ...icons });
    writeFileSync(appStamp, '');
  });
}

/** Draws them where there is a Chromium; the window works without. */
async function withIcons(): Promise<{ readonly icons?: string }> {
  if (!isOld(iconStamp, iconSources)) return { icons: built.icons };
  try {
    await renderIcons(built.icons, findChromium());
    return { icons: built.icons };
  } catch {
    return {};
  }
}

function electronVersion(): string {
  const about = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
  return about.version;
}

function isOld(file: string, sources: readonly string[]): boolean {
  const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.flatMap(filesOf).some((path) => statSync(path).mtimeMs > since);
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
