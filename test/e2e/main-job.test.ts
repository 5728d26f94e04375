import { afterAll, afterEach, beforeAll, describe, expect, vi } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { openForTest, openWindowStage, type WindowStage } from './window-stage.ts';

// The whole main job in the window by mouse, on both generations, and what a second start begins with.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

describe.each(['0.16.18', '0.15.5'] as const)('%s', (serverVersion) => {
  let stage: WindowStage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openWindowStage({ serverVersion });
  });
  afterAll(() => stage?.close());
  afterEach(() => stage?.forget());

  story('from the address to a working mail app, by mouse', async () => {
    const window = await openForTest(stage);
    const { page } = window;
    await window.toFound();
    expect(await page.title()).toBe('Found your mail service - Gatepass');
    await window.toBrowser();
    await window.toReady();
    expect(await page.locator('h1').textContent()).toBe('Your mailbox is ready, Mara');
    await window.toName();
    await window.toSettings();
    expect(stage.onServer()).toHaveLength(1);
    const made = await window.until('settings');
    expect(made).toMatchObject({ works: true, failedChecks: [] });
    await window.toHome();
    const [card] = (await window.until('home')).cards;
    expect(card).toMatchObject({ description: made.description, madeHere: true, lastProof: { works: true } });
    await window.expectClean();

    // The window is closed and opened again: the mailbox is still there.
    await window.desktop.close();
    const again = await openForTest(stage, { home: window.home });
    const { cards } = await again.until('home', ({ loading }) => !loading);
    expect(cards.map(({ description }) => description)).toEqual([made.description]);
    await again.press(en['home.toolOf'].replace('{tool}', 'Settings').replace('{name}', made.description));
    await again.until('settings');
    await again.expectClean();
  });
});
