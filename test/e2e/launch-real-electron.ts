import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Desktop, LaunchOptions } from './launch-desktop.ts';

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

/** What only the stand-in's hands can do. */
async function notHere(): Promise<never> {
  throw new Error('the real Electron has no hands for this');
}

/**
 * Starts the program in the real Electron for a story. The browser is not opened: `records()` has its addresses, and
 * nothing else.
 */
export async function launchStoryInRealElectron(
  options: LaunchOptions & { readonly app: string; readonly userData: string },
): Promise<Desktop> {
  const { app, userData, args = [] } = options;
  const rooted = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    cwd: root,
    args: [...rooted, app, `--user-data-dir=${userData}`, ...args],
    env: { ...process.env, ...options.env } as Record<string, string>,
    timeout: options.deadlineMs ?? 20_000,
  });
  const child = application.process();
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  await application.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { storyOpened: opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const opened = () =>
    application.evaluate(() => [...(globalThis as unknown as { storyOpened: string[] }).storyOpened]);
  return {
    page: await application.firstWindow(),
    userData,
    pid: child.pid ?? 0,
    async records() {
      const nothing = { notifications: [], dialogs: [], trays: [], menu: null, windows: [] };
      return { ...nothing, protocolClients: [], sandboxed: true, opened: await opened() };
    },
    async clipboard() {
      const text = await application.evaluate(({ clipboard }) => clipboard.readText());
      return { text, types: ['text/plain'] };
    },
    copyElsewhere: (text) =>
      application.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text),
    clickMenu: notHere,
    clickTray: notHere,
    clickTrayMenu: notHere,
    clickNotification: notHere,
    answerDialogs: notHere,
    setDark: notHere,
    setOnline: notHere,
    openUrl: notHere,
    closeWindow: notHere,
    evaluateInPreload: notHere,
    memory: notHere,
    quit: () => application.evaluate((electron) => electron.app.quit()),
    output: () => output,
    exited,
    close: () => application.close(),
  };
}
