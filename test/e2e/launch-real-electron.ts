import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether the Electron binary is on this machine. It needs the fuse for inspecting, which a fresh one has. */
export function hasRealElectron(): boolean {
  return existsSync(`${root}/node_modules/electron/dist/version`);
}

/** The program in the real Electron: what of `Desktop` is the same there. */
export interface RealDesktop {
  readonly application: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

/** Starts `app` (a folder or file) in the real Electron, with a new folder for its things. */
export async function launchRealElectron(
  app: string,
  userData: string,
  args: readonly string[] = [],
): Promise<RealDesktop> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    cwd: root,
    args: [...sandbox, app, `--user-data-dir=${userData}`, ...args],
  });
  const page = await application.firstWindow();
  return { application, page, close: () => application.close() };
}
