import { expect } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import { openForTest, type WindowStage } from './window-stage.ts';

/** The whole main job by mouse; then the window is closed and opened again, and the mailbox is still there. */
export async function mainJobByMouse(stage: WindowStage): Promise<void> {
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
  // Beside everybody's password: the app password, the key of the tokens, the tokens.
  expect(await window.expectClean()).toBeGreaterThan(stage.sandbox.people.length + 4);

  await window.desktop.close();
  const again = await openForTest(stage, { home: window.home });
  const { cards } = await again.until('home', ({ loading }) => !loading);
  expect(cards.map(({ description }) => description)).toEqual([made.description]);
  await again.press(en['home.toolOf'].replace('{tool}', 'Settings').replace('{name}', made.description));
  await again.until('settings');
  await again.expectClean();
}
