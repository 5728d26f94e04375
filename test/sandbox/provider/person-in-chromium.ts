import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { withDeadline } from '../../../src-main/platform/deadline.ts';
import { findChromium } from './find-chromium.ts';
import { isRedirectAddress } from './is-redirect-address.ts';

export interface PersonInChromium {
  readonly login: string;
  readonly password: string;
  /** Presses "Cancel" on the first page that has it. */
  readonly cancel?: boolean;
  /** For a provider whose certificate the browser cannot know; never needed on loopback http. */
  readonly acceptAnyCertificate?: boolean;
  /** Default: the first browser found on the PATH. */
  readonly executablePath?: string;
  /** Milliseconds for all of it, the start of the browser included; default 60000. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

/** The page the browser ended on: what the loopback receiver answered. */
export interface ChromiumOutcome {
  readonly title: string;
  readonly text: string;
}

/** Kept off the network but for the pages asked for; root has no sandbox to lock Chromium into. */
function switches(): string[] {
  const root = process.getuid?.() === 0;
  return [
    ...(root ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/**
 * Signs in like a person in a headless Chromium with an empty profile, on whatever form the provider shows, scripts
 * included: fills in name and password, on one page or on two, presses the button, lets the app in, until the browser
 * is at the redirect address. The browser and its profile are gone when this settles.
 * @throws Error when there is no browser or the provider shows an empty password field again; Fault
 *   `network.timeout` when time is up, its cause saying where the browser stood
 */
export async function signInInChromium(
  authorizationUrl: URL | string,
  person: PersonInChromium,
): Promise<ChromiumOutcome> {
  const start = new URL(authorizationUrl);
  const executablePath = person.executablePath ?? findChromium();
  if (executablePath === null) throw new Error('no Chromium or Chrome on the PATH');
  const { chromium } = await import('playwright-core');
  // Crash reports, caches and key databases go beside the profile; the home of whoever runs this stays as it is.
  const home = mkdtempSync(join(tmpdir(), 'gp-chromium-'));
  const ownHome = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  let launching: Promise<Browser> | undefined;
  try {
    return await withDeadline(person.deadlineMs ?? 60_000, person.signal, async (signal) => {
      launching = chromium.launch({
        executablePath,
        args: switches(),
        env: { ...process.env, ...ownHome },
        // Ctrl-C is the caller's to handle.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
      const browser = await launching;
      signal.throwIfAborted();
      const page = await browser.newPage({ ignoreHTTPSErrors: person.acceptAnyCertificate === true });
      page.setDefaultTimeout(5000);
      return walk(page, start, person, signal);
    });
  } finally {
    // A browser that was still on its way when time was up must not stay either.
    const browser = await launching?.catch(() => undefined);
    await browser?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function walk(
  page: Page,
  start: URL,
  person: PersonInChromium,
  signal: AbortSignal,
): Promise<ChromiumOutcome> {
  let unreachable: string | undefined;
  page.on('requestfailed', (request) => {
    if (request.isNavigationRequest() && isRedirectAddress(new URL(request.url()), start)) {
      unreachable = request.failure()?.errorText ?? 'failed';
    }
  });
  await page.goto(start.href, { waitUntil: 'domcontentloaded' });
  const progress = { passwordSent: false };
  for (;;) {
    signal.throwIfAborted();
    if (unreachable !== undefined) throw new Error(`nobody answers at the redirect address: ${unreachable}`);
    if (isRedirectAddress(new URL(page.url()), start)) {
      await page.waitForLoadState('domcontentloaded');
      return { title: await page.title(), text: await shownText(page) };
    }
    // A page that goes away while it is looked at is looked at again.
    await oneStep(page, person, progress).catch(ignoreNavigation);
    await wait(50, undefined, { signal });
  }
}

/** What a person reads. A string, because the code of the page is no TypeScript of ours. */
async function shownText(page: Page): Promise<string> {
  return String(await page.evaluate('document.body.innerText'));
}

function ignoreNavigation(error: unknown): void {
  const text = error instanceof Error ? error.message : '';
  const moved = /Timeout|navigat|destroyed|detached|not attached|Target page|intercepts/i.test(text);
  if (!moved || error instanceof Refused) throw error;
}

class Refused extends Error {}

const nameFields = [
  'input[autocomplete~="username"]',
  'input[type="email"]',
  'input[name*="user" i]',
  'input[name*="login" i]',
  'input[id*="user" i]',
  'input[id*="login" i]',
  'input[type="text"]',
  'input:not([type])',
];

const submitButtons = 'button[type="submit"], input[type="submit"], button:not([type])';

const no = /cancel|deny|decline|refuse|reject|abort|\bno\b|register|sign up|forgot/i;

const yes = /continue|allow|yes|authori[sz]e|accept|approve|grant|consent|sign in|log in/i;

/** Marks what has been filled in, so that a page that is still on its way out is told from one that came back. */
const mark = 'data-filled-in';

async function oneStep(
  page: Page,
  person: PersonInChromium,
  progress: { passwordSent: boolean },
): Promise<void> {
  if (person.cancel === true) {
    const cancel = await firstVisible(page.locator(submitButtons).filter({ hasText: no }));
    if (cancel !== null) {
      await cancel.click();
      return;
    }
  }
  if ((await page.locator(`[${mark}]:visible`).count()) > 0) return;
  const password = await firstVisible(page.locator('input[type="password"]'));
  const name = await firstVisible(page.locator(nameFields.join(', ')));
  if (password !== null && progress.passwordSent) {
    throw new Refused(`the provider refused the sign-in: ${await shownText(page)}`);
  }
  const last = password ?? name;
  if (last !== null) {
    await name?.fill(person.login);
    await password?.fill(person.password);
    // A string, because the code of the page is no TypeScript of ours.
    await last.evaluate(`element => element.setAttribute('${mark}', '')`);
    progress.passwordSent ||= password !== null;
    await press(last);
    return;
  }
  const buttons = page.locator(submitButtons).filter({ hasNotText: no });
  const consent =
    (await firstVisible(buttons.filter({ hasText: yes }))) ?? (await firstVisible(inputButtons(page)));
  if (consent === null) return;
  await consent.evaluate(`element => element.setAttribute('${mark}', '')`);
  await consent.click();
}

/** `<input type=submit>` has its words in `value`. */
function inputButtons(page: Page): Locator {
  return page.locator('input[type="submit"]').filter({ visible: true });
}

/** Presses the submit button of the field's form, or Enter where there is none. */
async function press(field: Locator): Promise<void> {
  const form = field.locator('xpath=ancestor::form[1]');
  const button = await firstVisible(form.locator(submitButtons).filter({ hasNotText: no }));
  await (button === null ? field.press('Enter') : button.click());
}

async function firstVisible(locator: Locator): Promise<Locator | null> {
  const visible = locator.filter({ visible: true });
  return (await visible.count()) > 0 ? visible.first() : null;
}
