import { afterAll, beforeAll, expect, vi } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { focused, openForTest, openWindowStage, tabTo, type WindowStage } from './window-stage.ts';

// The whole main job, and a revoke, without a mouse: the focus arrives where the next thing is done.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

let stage: WindowStage;
beforeAll(async () => {
  if (keyringInstalled) stage = await openWindowStage();
});
afterAll(() => stage?.close());

story('from the address to "It works" and a revoke, by keyboard alone', async () => {
  const window = await openForTest(stage);
  const { page } = window;
  const { keyboard } = page;
  const focus = (wanted: string | RegExp) =>
    expect.poll(() => focused(window), { timeout: window.patienceMs }).toMatch(wanted);

  await window.until('welcome');
  await focus(`email ${en['welcome.address']}`);
  await keyboard.type('mara');
  await keyboard.press('Enter');
  // What is missing is said, and the focus is where it can be mended.
  await expect.poll(() => page.getByText(en['welcome.whole']).isVisible()).toBe(true);
  await focus(`email ${en['welcome.address']}`);
  await keyboard.type('@example.org');
  await keyboard.press('Enter');

  await window.until('found');
  await focus(`h1 ${en['found.title']}`);
  await tabTo(window, /summary|button All servers/);
  await keyboard.press('Enter');
  await expect.poll(() => page.getByText(en['found.incoming']).isVisible()).toBe(true);
  await tabTo(window, `button ${en['found.signIn']}`);
  await keyboard.press('Enter');

  await window.until('in-browser');
  await focus(`h1 ${en['inBrowser.title']}`);
  const link = await window.openedLink();
  await tabTo(window, `button ${en['inBrowser.copyLink']}`);
  await keyboard.press('Enter');
  await expect.poll(async () => (await window.desktop.clipboard()).text).toBe(link.href);
  await tabTo(window, `button ${en['inBrowser.openAgain']}`);
  await keyboard.press('Enter');
  expect((await window.openedLink()).href).toBe(link.href);
  await keyboard.press('Space');
  await window.toReady();

  await focus('h1 Your mailbox is ready, Mara');
  await tabTo(window, `button ${en['ready.choose']}`);
  await keyboard.press('Enter');

  await window.until('pick-mail-app');
  await focus(`search ${en['pick.search']}`);
  await keyboard.type('thunder');
  await tabTo(window, /^radio /);
  await keyboard.press('Space');
  await window.until('pick-mail-app', ({ chosen }) => chosen === 'thunderbird');
  await keyboard.press('Shift+Tab');
  await focus(`search ${en['pick.search']}`);
  await keyboard.press('Escape');
  // One group of radio buttons: the chosen one has the focus, arrow keys choose others.
  await tabTo(window, /^radio .*Thunderbird/);
  await keyboard.press('ArrowDown');
  await window.until('pick-mail-app', ({ chosen }) => chosen !== 'thunderbird');
  await keyboard.press('ArrowUp');
  await window.until('pick-mail-app', ({ chosen }) => chosen === 'thunderbird');
  await keyboard.press('Enter');

  const { name } = await window.until('name-and-lifetime');
  await focus(`text ${en['name.name']}`);
  expect(await page.evaluate('getSelection().toString()')).toBe(name);
  await keyboard.type('Fern');
  await tabTo(window, /^radio /);
  await keyboard.press('ArrowUp');
  await tabTo(window, `button ${en['name.create']}`);
  await keyboard.press('Enter');

  await window.until('settings');
  await focus('h1 Enter it in Thunderbird');
  await tabTo(window, /^button Copy: User name/);
  await keyboard.press('Enter');
  await expect.poll(async () => (await window.desktop.clipboard()).text).toBe('mara@example.org');
  // The focus stays on the button, which says so.
  await focus(/^button Copied: User name/);
  await tabTo(window, `button ${en['settings.works']}`);
  await keyboard.press('Enter');

  const { cards } = await window.until('home', ({ loading }) => !loading);
  expect(cards.map(({ description }) => description)).toEqual(['Fern']);
  await focus(`h1 ${en['home.title']}`);
  await tabTo(window, 'button Revoke: Fern');
  await keyboard.press('Enter');
  await focus(`button ${en['revoke.keep']}`);
  await keyboard.press('Escape');
  await focus('button Revoke: Fern');
  expect(stage.onServer()).toEqual(['Fern']);
  await keyboard.press('Enter');
  await focus(`button ${en['revoke.keep']}`);
  await tabTo(window, `button ${en['revoke.do']}`);
  await keyboard.press('Enter');
  await window.until('home', (home) => home.cards.length === 0);
  expect(stage.onServer()).toEqual([]);
  await focus(`button ${en['home.connect']}`);
  await window.expectClean();
});
