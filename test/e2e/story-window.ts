import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ScreenView, View } from '../../src-main/ipc/view.ts';
import { createSecretHunt } from '../hostile/secret-hunt.ts';
import type { OpenSandbox } from '../sandbox/start-sandbox.ts';
import { keptTokens } from '../stories/kept-tokens.ts';
import type { KeyringSession } from '../vault/keyring-session.ts';
import { type Desktop, launchDesktop } from './launch-desktop.ts';
import { launchStoryInRealElectron } from './launch-real-electron.ts';

type Kind = ScreenView['kind'];
export type ScreenOf<K extends Kind> = Extract<ScreenView, { kind: K }>;

/** One start of the program: what a story sees of it, and what must never be seen in it. */
export interface StoryWindow {
  readonly desktop: Desktop;
  readonly page: Page;
  /** Where Gatepass keeps its things. */
  readonly home: string;
  /** Milliseconds until `until` gives up. */
  readonly patienceMs: number;
  view(): View | null;
  /** Waits until the window shows `kind`, and looks whether a secret is on the page. @throws Error what it shows instead */
  until<K extends Kind>(kind: K, fits?: (screen: ScreenOf<K>) => boolean): Promise<ScreenOf<K>>;
  /** The address that was opened in the browser last; waits for one that no call before gave. */
  openedLink(): Promise<URL>;
  /** Loads the page again, as the developer's menu does; main still knows everything. */
  reload(): Promise<void>;
  /**
   * No complaint of Chromium, and no secret on the page, in a view, in the log or in a file.
   * @returns how many secrets were looked for
   */
  expectClean(): Promise<number>;
  /** Ends the program as the system does. */
  close(): Promise<void>;
}

export interface StoryWindowOptions {
  readonly app: string;
  readonly sandbox: OpenSandbox;
  readonly keyring: KeyringSession;
  readonly env: Readonly<Record<string, string>>;
  readonly electron: 'stand-in' | 'real';
  readonly args: readonly string[];
  /** Of an earlier start; a new one that is deleted at the end when absent. */
  readonly home?: string;
}

const patienceMs = 45_000;

export async function openStoryWindow(options: StoryWindowOptions): Promise<StoryWindow> {
  const { sandbox, keyring } = options;
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'gp-story-'));
  const hunt = createSecretHunt();
  const complaints: string[] = [];
  const waiting = new Set<() => void>();
  let last: View | null = null;
  let linksGiven = 0;

  const noteServer = () => {
    for (const { address } of sandbox.people) {
      const account = sandbox.stalwart.store.byEmail(address);
      for (const credential of account?.credentials ?? [])
        if (credential.kind === 'app-password') hunt.secret('an app password', credential.secret);
      for (const secret of account?.secrets ?? []) hunt.secret('a hash', secret.split('$').at(-1));
    }
  };
  const forget = sandbox.stalwart.store.onChange(noteServer);
  for (const { login, password } of sandbox.people) hunt.secret(`the password of ${login}`, password);

  const launch = options.electron === 'real' ? launchStoryInRealElectron : launchDesktop;
  const desktop = await launch({
    app: options.app,
    userData: join(home, 'window'),
    args: options.args,
    // Nobody watches the stand-in, also where there is a display.
    env: {
      ...keyring.env,
      ...(options.electron === 'real' ? {} : { DISPLAY: '' }),
      GATEPASS_HOME: home,
      ...options.env,
    },
    deadlineMs: patienceMs,
  });
  const { page } = desktop;

  /** What is in the keychain and in the sealed file. */
  async function noteComputer(): Promise<void> {
    const found = await keyring.run(['secret-tool', 'search', '--all', 'service', 'gatepass']);
    for (const [, secret] of found.stdout.matchAll(/^secret = (.+)$/gm))
      hunt.secret('a keychain item', secret);
    const tokens = await keptTokens({ keyring, terminal: { home } }).catch(() => null);
    for (const name of ['accessToken', 'refreshToken', 'idToken'] as const)
      for (const part of tokens?.[name]?.split('.').slice(-2) ?? []) hunt.secret(name, part);
  }

  /** Text beside markup: a secret may be shown in two halves. */
  async function lookAtPage(): Promise<void> {
    const seen = await page.evaluate<string>(
      `[document.documentElement.outerHTML, document.documentElement.textContent,
        ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].join('\\n')`,
    );
    hunt.saw('the page', seen);
  }

  async function watch(): Promise<void> {
    await page.evaluate(
      `window.gatepass.subscribe((view) => void window.storySees(view));
       window.gatepass.invoke('view.get', null).then((reply) => reply.ok && window.storySees(reply.value));`,
    );
  }

  async function reload(): Promise<void> {
    await page.reload({ waitUntil: 'load' });
    await page.locator('#root > *').first().waitFor();
    await watch();
  }

  function until<K extends Kind>(kind: K, fits: (screen: ScreenOf<K>) => boolean = () => true) {
    return new Promise<ScreenOf<K>>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        const shown = JSON.stringify(last?.screen)?.slice(0, 600);
        reject(new Error(`not ${kind}, but ${shown}\n${desktop.output()}`));
      }, patienceMs);
      const look = () => {
        const screen = last?.screen;
        if (screen?.kind !== kind || !fits(screen as ScreenOf<K>)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(screen as ScreenOf<K>);
      };
      waiting.add(look);
      look();
    });
  }

  async function close(): Promise<void> {
    forget();
    await desktop.close();
    if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }

  try {
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.exposeFunction('storySees', (view: View) => {
      hunt.saw('a view', JSON.stringify(view));
      if (last !== null && view.serial < last.serial) return;
      last = view;
      for (const look of waiting) look();
    });
    await page.exposeFunction('storyBreaks', (rule: string) => complaints.push(`breaks ${rule}`));
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', (event) => window.storyBreaks(event.violatedDirective))`,
    );
    // From its first moment on: the first load was over before anybody listened.
    await reload();
  } catch (thrown) {
    await close();
    throw thrown;
  }

  return {
    desktop,
    page,
    home,
    patienceMs,
    view: () => last,
    async until(kind, fits) {
      const screen = await until(kind, fits);
      await lookAtPage();
      return screen;
    },
    async openedLink() {
      await expect
        .poll(async () => (await desktop.records()).opened.length, { timeout: patienceMs })
        .toBeGreaterThan(linksGiven);
      const { opened } = await desktop.records();
      linksGiven = opened.length;
      return new URL(opened.at(-1) ?? '');
    },
    reload,
    async expectClean() {
      noteServer();
      await noteComputer();
      await lookAtPage();
      hunt.saw('standard error', desktop.output());
      await hunt.sawFiles(home);
      expect(complaints).toEqual([]);
      expect(await hunt.found()).toEqual([]);
      expect(hunt.counts().places).toBeGreaterThan(2);
      expect(desktop.output()).not.toContain('refused');
      return hunt.counts().secrets;
    },
    close,
  };
}
