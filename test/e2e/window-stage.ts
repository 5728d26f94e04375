import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import { buildDesktop, built } from '../../scripts/build-desktop.ts';
import { publicKeyOf } from '../../scripts/demo/public-key-of.ts';
import { labelOf } from '../../src-main/app-passwords/app-password-name.ts';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { type OpenSandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { personOf } from '../stories/person.ts';
import { type KeyringSession, openKeyringSession } from '../vault/keyring-session.ts';
import { openStoryWindow, type StoryWindow } from './story-window.ts';

/** A window with the moves of the person in front of it, by the words on the screen. */
export interface PersonAtWindow extends StoryWindow {
  /** Presses the button with these words. */
  press(words: string | RegExp): Promise<void>;
  /** Signs in on the page that was opened in the browser. */
  signInAtProvider(login?: string, habits?: { readonly cancel?: boolean }): Promise<void>;
  toFound(login?: string): Promise<void>;
  toBrowser(): Promise<void>;
  toReady(): Promise<void>;
  /** Chooses a mail app and goes on. */
  toName(mailApp?: string): Promise<void>;
  toSettings(): Promise<void>;
  toHome(): Promise<void>;
}

export interface OpenWindowOptions {
  /** Of an earlier window of the same computer. */
  readonly home?: string;
  readonly keyring?: KeyringSession;
  /** Milliseconds a person has in the browser. */
  readonly browserMs?: number;
}

/** What the stories of one file share: the built app, a sandbox and a keychain. */
export interface WindowStage {
  readonly sandbox: OpenSandbox;
  readonly keyring: KeyringSession;
  /** The environment of a program on this sandbox. */
  env(options?: OpenWindowOptions): Readonly<Record<string, string>>;
  /** The built app, in a folder of its own. */
  readonly app: string;
  open(options?: OpenWindowOptions): Promise<PersonAtWindow>;
  /** App passwords the server knows of, by their descriptions without the tag. */
  onServer(login?: string): readonly string[];
  /** Takes everything back that a story left on the server. */
  forget(): void;
  close(): Promise<void>;
}

/** @param electron what runs the program: the stand-in, or the real one where its binary is */
export async function openWindowStage(
  options: SandboxOptions = {},
  electron: 'stand-in' | 'real' = 'stand-in',
): Promise<WindowStage> {
  await buildDesktop(() => undefined);
  // A copy: what is built anew meanwhile must not pull files from under a running program.
  const app = mkdtempSync(join('out', 'story-'));
  cpSync(built.app, app, { recursive: true });
  const sandbox = await startSandbox({ mail: 'stalwart-lines', quick: true, ...options });
  const keyring = await openKeyringSession('unlocked');
  const { faults, stalwart } = sandbox;
  // Chromium, by which the real one asks the server, does not read NODE_EXTRA_CA_CERTS.
  const trust = async () =>
    `--ignore-certificate-errors-spki-list=${await publicKeyOf(sandbox.server, sandbox.ca)}`;
  const args = electron === 'real' ? [await trust()] : [];

  function env({ browserMs }: OpenWindowOptions = {}): Readonly<Record<string, string>> {
    const at = ({ host, port }: { host: string; port: number }) => `${host}:${port}`;
    const { server, issuer } = sandbox;
    return {
      NODE_EXTRA_CA_CERTS: sandbox.ca,
      GATEPASS_SANDBOX: JSON.stringify({
        server,
        issuer,
        imap: at(sandbox.imap),
        smtp: at(sandbox.smtp),
        sieve: at(sandbox.sieve),
        ...(browserMs === undefined ? {} : { timeoutMs: browserMs }),
      }),
    };
  }

  return {
    sandbox,
    keyring,
    app,
    env,
    async open(wanted = {}) {
      const window = await openStoryWindow({
        app,
        sandbox,
        keyring: wanted.keyring ?? keyring,
        env: env(wanted),
        electron,
        args,
        ...(wanted.home === undefined ? {} : { home: wanted.home }),
      });
      return withMoves(window, sandbox);
    },
    onServer(login = 'mara') {
      const account = stalwart.store.byEmail(personOf(sandbox, login).address);
      const descriptions = [
        ...(account?.credentials ?? []).flatMap((one) =>
          one.kind === 'app-password' ? [one.description] : [],
        ),
        ...(account?.secrets ?? []).map((one) => one.split('$')[2] ?? ''),
      ];
      return descriptions.map(labelOf);
    },
    forget() {
      faults.clear();
      for (const { address } of sandbox.people) {
        const account = stalwart.store.byEmail(address);
        if (account) stalwart.store.change(account.id, { credentials: [], secrets: [] });
      }
    },
    async close() {
      await keyring.close();
      await sandbox.stop();
      rmSync(app, { recursive: true, force: true });
    },
  };
}

/** `open` for one test: the window is looked through and closed when the test has ended. */
export async function openForTest(stage: WindowStage, options?: OpenWindowOptions): Promise<PersonAtWindow> {
  const window = await stage.open(options);
  onTestFinished(() => window.close());
  return window;
}

function withMoves(window: StoryWindow, sandbox: OpenSandbox): PersonAtWindow {
  const { page, until } = window;
  let person = personOf(sandbox, 'mara');

  const press = (words: string | RegExp) =>
    page.getByRole('button', { name: words, exact: true }).click({ timeout: window.patienceMs });

  async function signInAtProvider(login = person.login, habits = {}): Promise<void> {
    const { password } = personOf(sandbox, login);
    await signInByForm(await window.openedLink(), { login, password, ...habits });
  }

  return {
    ...window,
    press,
    signInAtProvider,
    async toFound(login = 'mara') {
      person = personOf(sandbox, login);
      await until('welcome', ({ busy }) => !busy);
      await page.getByLabel(en['welcome.address']).fill(person.address);
      await press(en['common.continue']);
      await until('found');
    },
    async toBrowser() {
      await press(en['found.signIn']);
      await until('in-browser');
    },
    async toReady() {
      await signInAtProvider();
      await until('mailbox-ready', ({ appPasswords }) => appPasswords !== null);
    },
    async toName(mailApp = 'thunderbird') {
      if (window.view()?.screen.kind === 'mailbox-ready') await press(en['ready.choose']);
      if (window.view()?.screen.kind === 'home') await press(en['home.connect']);
      await until('pick-mail-app');
      // It is checked once main says so.
      await page.locator(`input[value="${mailApp}"]`).click();
      await until('pick-mail-app', ({ chosen }) => chosen === mailApp);
      await press(/^Continue( with .+)?$/);
      await until('name-and-lifetime');
    },
    async toSettings() {
      await press(en['name.create']);
      await until('settings');
    },
    async toHome() {
      await press(en['settings.works']);
      await until('home', ({ loading }) => !loading);
    },
  };
}

/** The element with the focus, as a screen reader names it: role or tag, and name. */
export function focused({ page }: StoryWindow): Promise<string> {
  return page.evaluate<string>(`(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return 'nothing';
    const label = one.labels?.[0]?.innerText ?? '';
    const name = one.getAttribute('aria-label') ?? (label === '' ? one.innerText : label);
    const tag = one.tagName === 'INPUT' ? one.type : one.tagName.toLowerCase();
    return tag + ' ' + name.trim().replace(/\\s+/g, ' ').slice(0, 80);
  })()`);
}

/** Presses Tab until `wanted` has the focus, as `focused` names it. */
export async function tabTo(window: StoryWindow, wanted: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < 60; count++) {
    const now = await focused(window);
    if (typeof wanted === 'string' ? now === wanted : wanted.test(now)) return;
    passed.push(now);
    await window.page.keyboard.press('Tab');
  }
  expect.fail(`Tab does not lead to ${wanted}, but to ${[...new Set(passed)].join(' | ')}`);
}
