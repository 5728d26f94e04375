import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Records } from '../electron-stand-in/world.ts';
import { type ControlLine, openControlLine } from './control-line.ts';

export interface LaunchOptions {
  /** The folder or file given to `electron`; the staged app, `out/app`, when absent (`stageDesktop`). */
  readonly app?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the program keeps its things; a new folder when absent, deleted at the end. */
  readonly userData?: string;
  readonly locale?: string;
  readonly dark?: boolean;
  /** Milliseconds until the window must be there; 20,000 when absent. */
  readonly deadlineMs?: number;
}

/** The running program, with the eyes and hands of the test. */
export interface Desktop {
  /** The window's page. */
  readonly page: Page;
  readonly userData: string;
  readonly pid: number;
  /** Everything that would have left the window, up to now. */
  records(): Promise<Records>;
  clipboard(): Promise<{ readonly text: string; readonly types: readonly string[] }>;
  /** Another program copies `text`. */
  copyElsewhere(text: string): Promise<void>;
  /** Clicks a menu item by its labels, such as `['Help', 'Diagnosis']`. */
  clickMenu(...path: string[]): Promise<void>;
  clickTray(): Promise<void>;
  clickTrayMenu(...path: string[]): Promise<void>;
  clickNotification(index: number): Promise<void>;
  /** The answers of the next system dialogs, in order; see Electron's `dialog` for their shapes. */
  answerDialogs(...answers: object[]): Promise<void>;
  /** The person changes the system's colours. */
  setDark(dark: boolean): Promise<void>;
  /** The network goes away, or comes back. */
  setOnline(online: boolean): Promise<void>;
  /** macOS opens an address of ours. */
  openUrl(url: string): Promise<void>;
  /** The person closes the window by its frame. @returns whether it closed */
  closeWindow(): Promise<boolean>;
  /** Asks the program to end, as the person does by the menu. */
  quit(): Promise<void>;
  /**
   * Runs `expression` where the preload runs: as a page would that had taken over its renderer.
   * `standInInvoke(channel, ...input)` there sends anything on any channel.
   * @param frame index of a sub-frame; the top frame when absent
   */
  evaluateInPreload<T>(expression: string, frame?: number): Promise<T>;
  memory(): Promise<{ readonly rss: number; readonly heapUsed: number }>;
  /** What the program has written to standard error. */
  output(): string;
  /** Resolves with the exit code once the program has ended. */
  readonly exited: Promise<number | null>;
  /** Ends the program, whatever state it is in. */
  close(): Promise<void>;
}

/** What `npx electron` runs, without npx in between: the process id is then the program's own. */
const program = fileURLToPath(new URL('../electron-stand-in/dist/electron', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the program under the stand-in, and waits until its window shows a page. */
export async function launchDesktop(options: LaunchOptions = {}): Promise<Desktop> {
  const line = await openControlLine();
  const ownFolder = options.userData === undefined ? await mkdtemp(join(tmpdir(), 'gatepass-data-')) : null;
  const userData = options.userData ?? ownFolder ?? '';
  const started = startProgram(options, userData, line);
  let browser: Browser | null = null;

  async function close(): Promise<void> {
    await browser?.close().catch(() => undefined);
    if (started.child.exitCode === null && started.child.signalCode === null) started.child.kill('SIGTERM');
    const timer = setTimeout(() => started.child.kill('SIGKILL'), 5_000);
    await started.exited;
    clearTimeout(timer);
    await line.close();
    if (ownFolder !== null) await rm(ownFolder, { recursive: true, force: true });
  }

  try {
    browser = await withTimeout(
      Promise.race([
        connect(line),
        started.exited.then((code) => {
          throw new Error(`the program ended with ${code}:\n${started.output()}`);
        }),
      ]),
      options.deadlineMs ?? 20_000,
      () => `no window in time:\n${started.output()}`,
    );
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the window has no page');
    await page.waitForURL(/^http:\/\/main\.app\.localhost\//);
    return {
      page,
      userData,
      pid: started.child.pid ?? 0,
      records: () => line.ask('records'),
      clipboard: () => line.ask('clipboard'),
      copyElsewhere: (text) => line.ask('copyElsewhere', { text }),
      clickMenu: (...path) => line.ask('clickMenu', { path }),
      clickTray: () => line.ask('clickTray'),
      clickTrayMenu: (...path) => line.ask('clickTrayMenu', { path }),
      clickNotification: (index) => line.ask('clickNotification', { index }),
      answerDialogs: (...answers) => line.ask('answerDialogs', { answers }),
      async setDark(dark) {
        await line.ask('setDark', { dark });
        // Playwright pins the colours of pages it is connected to.
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      },
      setOnline: (online) => line.ask('setOnline', { online }),
      openUrl: (url) => line.ask('openUrl', { url }),
      closeWindow: () => line.ask('closeWindow'),
      quit: () => line.ask('quit'),
      evaluateInPreload: (expression, frame) =>
        line.ask('evaluateInPreload', { expression, ...(frame === undefined ? {} : { frame }) }),
      memory: () => line.ask('memory'),
      output: started.output,
      exited: started.exited,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts the program once more beside a running one, and waits for its end. */
export async function launchAgain(options: LaunchOptions & { readonly userData: string }): Promise<{
  readonly code: number | null;
  readonly output: string;
}> {
  const line = await openControlLine();
  const started = startProgram(options, options.userData, line);
  const timer = setTimeout(() => started.child.kill('SIGKILL'), options.deadlineMs ?? 20_000);
  const code = await started.exited;
  clearTimeout(timer);
  await line.close();
  return { code, output: started.output() };
}

interface Started {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  output(): string;
}

function startProgram(options: LaunchOptions, userData: string, line: ControlLine): Started {
  const child = spawn(
    program,
    [options.app ?? 'out/app', `--user-data-dir=${userData}`, ...(options.args ?? [])],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ...options.env,
        ELECTRON_STAND_IN_CONTROL: line.path,
        ELECTRON_STAND_IN_LOCALE: options.locale ?? 'en-US',
        ELECTRON_STAND_IN_DARK: options.dark === true ? '1' : '0',
      },
    },
  );
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  return { child, exited, output: () => text };
}

async function connect(line: ControlLine): Promise<Browser> {
  // A program opens its window when it is ready to.
  for (;;) {
    const endpoint = await line.ask<string>('endpoint').catch((error: Error) => {
      if (error.message === 'no window is open') return null;
      // What it wrote before it ended says more; the caller waits for that as well.
      if (error.message === 'the program has ended') return new Promise<never>(() => undefined);
      throw error;
    });
    if (endpoint !== null) return chromium.connectOverCDP(endpoint);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function withTimeout<T>(promise: Promise<T>, ms: number, why: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(why())), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
