import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import type { SettingsField } from '../../src-main/ipc/view.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { openForTest, openWindowStage, type PersonAtWindow, type WindowStage } from './window-stage.ts';

// From the settings on: copying, showing, what does not work, renewing, revoking, signing out, another language.

vi.setConfig({ testTimeout: 150_000, hookTimeout: 180_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

let stage: WindowStage;
beforeAll(async () => {
  if (keyringInstalled) stage = await openWindowStage();
});
afterAll(() => stage?.close());
afterEach(() => stage?.forget());

async function openAtSettings(): Promise<PersonAtWindow> {
  const window = await openForTest(stage);
  await window.toFound();
  await window.toBrowser();
  await window.toReady();
  await window.toName();
  await window.toSettings();
  return window;
}

/** The app password as the server made it. */
function secretOnServer(): string {
  const credentials = stage.sandbox.stalwart.store.byEmail('mara@example.org')?.credentials ?? [];
  const [secret] = credentials.flatMap((one) => (one.kind === 'app-password' ? [one.secret] : []));
  if (secret === undefined) throw new Error('the server has no app password');
  return secret;
}

const copiedAs = (field: SettingsField): string => `Copy: ${en[`field.${field.name}`]}`;

story('settings: every field is copied, the password marked, shown for a while, and cleared', async () => {
  const window = await openAtSettings();
  const { page, desktop } = window;
  const secret = secretOnServer();
  const clipboard = async () => (await desktop.clipboard()).text;
  const pageText = () => page.evaluate<string>('document.body.textContent');

  const { steps } = await window.until('settings');
  const fields = steps.flatMap((step) => step.fields).filter(({ value }) => value !== '');
  expect(fields.length).toBeGreaterThan(5);
  for (const field of fields.filter(({ name }) => name !== 'account-type')) {
    await page
      .getByRole('button', { name: copiedAs(field), exact: true })
      .first()
      .click();
    await expect.poll(clipboard).toBe(field.value);
  }

  const shown = page.locator('aside output');
  await window.press(en['secret.show']);
  await expect.poll(pageText).toContain(secret);
  await window.press(en['secret.hide']);
  await expect.poll(pageText).not.toContain(secret);

  // Half a minute passes on the page.
  await page.clock.install();
  await window.press(en['secret.show']);
  await expect.poll(() => shown.textContent()).toBe(secret);
  await page.clock.fastForward(29_000);
  expect(await shown.textContent()).toBe(secret);
  await page.clock.fastForward(2_000);
  await expect.poll(() => shown.textContent()).toBe('•'.repeat(18));
  await page.clock.resume();

  const since = performance.now();
  await page.locator('aside').getByRole('button', { name: en['common.copy'], exact: true }).click();
  await expect.poll(clipboard).toBe(secret);
  expect((await desktop.clipboard()).types.length).toBeGreaterThan(1);
  await window.press(en['settings.works']);
  await window.until('home');
  await expect.poll(clipboard, { timeout: 90_000, interval: 500 }).toBe('');
  expect(performance.now() - since).toBeGreaterThan(30_000);
  await window.expectClean();
});

story('it does not work, because the server knows the app password no more', async () => {
  const window = await openAtSettings();
  const { page } = window;
  await window.press(en['settings.fails']);
  await window.until('it-does-not-work', ({ checking }) => !checking);
  await page.getByText(en['fails.leadWorks']).waitFor();
  await page.getByText(en['fails.reach']).click();
  await page.getByText('This mail server also stays silent').waitFor();
  await window.press(en['fails.back']);
  await window.until('settings');

  stage.forget();
  await window.press(en['settings.fails']);
  const failed = await window.until(
    'it-does-not-work',
    ({ checking, checks }) => !checking && checks.some(({ state }) => state === 'failed'),
  );
  expect(failed.checks.filter(({ state }) => state === 'failed').length).toBeGreaterThan(1);
  await page.getByText(en['fails.leadFails']).waitFor();
  await window.press(en['fails.again']);
  await window.until('it-does-not-work', ({ checking }) => !checking);
  await window.press(en['fails.worksNow']);
  const { cards } = await window.until('home', ({ loading }) => !loading);
  expect(cards).toEqual([]);
  await page.getByText(en['home.empty']).waitFor();
  await window.expectClean();
});

story('renewed: the old one goes once the new one works; then revoked, after a question', async () => {
  const window = await openAtSettings();
  const { page } = window;
  await window.toHome();
  const { id, description } = (await window.until('home')).cards[0] ?? { id: '', description: '' };
  await window.press(`Renew: ${description}`);
  const renewed = await window.until('settings');
  expect(renewed.renews).toBe(description);
  expect(stage.onServer()).toHaveLength(2);
  await window.press(en['settings.works']);
  const { cards } = await window.until('home', (home) => !home.loading && home.cards.length === 1);
  expect(cards[0]?.id).not.toBe(id);
  expect(stage.onServer()).toHaveLength(1);

  await window.press(`Revoke: ${cards[0]?.description}`);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('stops getting and sending mail at once');
  await window.press(en['revoke.keep']);
  await dialog.waitFor({ state: 'detached' });
  expect(stage.onServer()).toHaveLength(1);
  await window.press(`Revoke: ${cards[0]?.description}`);
  await dialog.getByRole('button', { name: en['revoke.do'], exact: true }).click();
  await window.until('home', (home) => home.cards.length === 0);
  expect(stage.onServer()).toEqual([]);

  await window.press(en['nav.activity']);
  const { entries } = await window.until('activity');
  expect(entries.map(({ kind }) => kind)).toEqual([
    'revoked',
    'revoked',
    'created',
    'created',
    'activated',
    'signed-in',
  ]);
  await window.press(en['nav.diagnosis']);
  const first = await window.until('diagnosis', ({ running, checkedAt }) => !running && checkedAt !== null);
  await window.press(en['diagnosis.again']);
  const diagnosis = await window.until(
    'diagnosis',
    ({ running, checkedAt }) => !running && checkedAt !== first.checkedAt,
  );
  expect(diagnosis.checks.filter(({ state }) => state === 'failed')).toEqual([]);
  await window.press(en['diagnosis.copy']);
  await expect.poll(async () => (await window.desktop.clipboard()).text).toContain('Gatepass');
  await window.expectClean();
});

story('signed out, and in again', async () => {
  const window = await openAtSettings();
  await window.toHome();
  await window.press(en['nav.preferences']);
  await window.until('preferences', ({ keychainState }) => keychainState === 'ready');
  await window.press(en['prefs.signOut']);
  await window.until('welcome');
  // The browser ends its part, too.
  expect((await window.openedLink()).pathname).toContain('end');
  // Mail apps go on working.
  expect(stage.onServer()).toHaveLength(1);
  await window.toFound();
  await window.toBrowser();
  await window.toReady();
  await window.press(en['common.later']);
  const { cards } = await window.until('home', (home) => !home.loading && home.cards.length === 1);
  // Every secret of the mailbox was forgotten, and the window says so beforehand.
  expect(cards[0]).toMatchObject({ madeHere: false });
  expect(window.view()?.account?.signedIn).toBe(true);
  await window.expectClean();
});

story('another language turns the window around, and stays', async () => {
  const window = await openForTest(stage);
  const { page, desktop } = window;
  const direction = () =>
    page.evaluate<string>('document.documentElement.dir + " " + document.documentElement.lang');
  await window.until('welcome');
  const menu = JSON.stringify((await desktop.records()).menu);
  await page.getByLabel(en['common.language']).selectOption('ar');
  await expect.poll(direction).toBe('rtl ar');
  expect(JSON.stringify((await desktop.records()).menu)).not.toBe(menu);
  await window.expectClean();
  await desktop.close();
  const again = await openForTest(stage, { home: window.home });
  await again.until('welcome');
  await expect.poll(() => again.page.evaluate('document.documentElement.dir')).toBe('rtl');
  await again.page.getByRole('combobox').selectOption('en');
  await expect.poll(() => again.page.evaluate('document.documentElement.dir')).toBe('ltr');
  await again.expectClean();
});
