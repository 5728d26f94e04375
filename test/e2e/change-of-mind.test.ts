import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { openForTest, openWindowStage, type WindowStage } from './window-stage.ts';

// People who think again, at every step, and sign-ins that do not come back as wished.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

let stage: WindowStage;
beforeAll(async () => {
  if (keyringInstalled) stage = await openWindowStage();
});
afterAll(() => stage?.close());
afterEach(() => stage?.forget());

story('back or cancel at every step, and then on to the end', async () => {
  const window = await openForTest(stage);
  const { page } = window;
  const { faults } = stage.sandbox;

  // The search for the mail service.
  faults.set('GET /', { kind: 'hang' });
  await window.until('welcome');
  await page.getByLabel(en['welcome.address']).fill('mara@example.org');
  await window.press(en['common.continue']);
  await window.until('welcome', ({ busy }) => busy);
  await window.press(en['common.cancel']);
  await window.until('welcome', ({ busy }) => !busy);
  faults.clear();
  expect(await page.getByLabel(en['welcome.address']).inputValue()).toBe('mara@example.org');
  await window.press(en['common.continue']);

  await window.until('found');
  await window.press(en['found.change']);
  await window.until('welcome', ({ address }) => address === 'mara@example.org');
  await window.toFound();

  await window.toBrowser();
  const abandoned = await window.openedLink();
  await window.press(en['common.cancel']);
  await window.until('found');
  // Nobody listens any more for the first one.
  const receiver = abandoned.searchParams.get('redirect_uri') ?? '';
  await expect(fetch(receiver)).rejects.toThrow();
  await window.toBrowser();
  await window.toReady();

  await window.press(en['ready.choose']);
  await window.until('pick-mail-app');
  await window.press(en['common.back']);
  await window.until('mailbox-ready');
  await window.toName();
  await window.press(en['common.back']);
  await window.until('pick-mail-app', ({ chosen }) => chosen === 'thunderbird');
  await window.toName('outlook');

  // An app password in the making is taken back on the server.
  faults.set('imap', { kind: 'hang' });
  await window.press(en['name.create']);
  await window.until('working', ({ checks }) =>
    checks.some(({ name, state }) => name === 'imap' && state === 'working'),
  );
  expect(stage.onServer()).toHaveLength(1);
  await window.press(en['common.cancel']);
  await window.until('name-and-lifetime');
  expect(stage.onServer()).toEqual([]);
  faults.clear();
  await window.toSettings();
  expect(stage.onServer()).toHaveLength(1);

  await window.press(en['settings.fails']);
  await window.until('it-does-not-work');
  await window.press(en['fails.back']);
  await window.until('settings');
  await window.press(en['settings.later']);
  const home = await window.until('home', ({ loading }) => !loading);
  expect(home.cards).toHaveLength(1);
  await window.expectClean();
});

story('a browser that never comes back: the time runs out, and the next try works', async () => {
  const window = await openForTest(stage, { browserMs: 3_000 });
  await window.toFound();
  await window.toBrowser();
  await window.openedLink();
  const { fault } = await window.until('in-the-way');
  expect(fault.code).toBe('signin.timeout');
  expect(await window.page.locator('h1').textContent()).toBe(en['way.signin']);
  await window.press(en['common.tryAgain']);
  await window.until('in-browser');
  await window.toReady();
  await window.expectClean();
});

story('a sign-in that is refused at the provider, and one that is not', async () => {
  const window = await openForTest(stage);
  await window.toFound();
  await window.toBrowser();
  await window.signInAtProvider('mara', { cancel: true });
  const { fault } = await window.until('in-the-way');
  expect(fault.code).toBe('signin.denied');
  await window.press(en['way.stop']);
  await window.until('found');
  await window.toBrowser();
  await window.toReady();
  await window.expectClean();
});

story('another person than the address: again as the right one', async () => {
  const window = await openForTest(stage);
  await window.toFound();
  await window.toBrowser();
  await window.signInAtProvider('alice');
  const wrong = await window.until('wrong-person');
  expect(wrong).toMatchObject({ asked: 'mara@example.org', found: 'alice@example.org' });
  expect(await window.page.locator('h1').textContent()).toBe(en['wrong.title']);
  await window.press('Sign in again as mara');
  await window.until('in-browser');
  await window.signInAtProvider('mara');
  const ready = await window.until('mailbox-ready');
  expect(ready.address).toBe('mara@example.org');
  await window.expectClean();
});

story('another person than the address: that mailbox is meant', async () => {
  const window = await openForTest(stage);
  await window.toFound();
  await window.toBrowser();
  await window.signInAtProvider('alice');
  await window.until('wrong-person');
  await window.press('Use alice@example.org');
  await window.until('in-browser');
  await window.signInAtProvider('alice');
  const ready = await window.until('mailbox-ready', ({ appPasswords }) => appPasswords !== null);
  expect(ready.address).toBe('alice@example.org');
  await window.toName();
  await window.toSettings();
  expect([stage.onServer('alice').length, stage.onServer('mara').length]).toEqual([1, 0]);
  await window.expectClean();
});
