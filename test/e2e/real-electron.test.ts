import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { hasRealElectron, launchRealElectron } from './launch-real-electron.ts';
import { mainJobByMouse } from './main-job-story.ts';
import { openWindowStage } from './window-stage.ts';

// Electron's binary is fetched from where not every machine may reach. Where it is, these facts are looked at in it.
const story = skipUnless(hasRealElectron(), 'the Electron binary is not on this machine');

story(
  'the real Electron gives the page the bridge and nothing else, keeps it where it is, breaks no rule',
  async () => {
    const userData = mkdtempSync(join(tmpdir(), 'gatepass-data-'));
    const { page, application, close } = await launchRealElectron('out/fixture/main.js', userData);
    try {
      await page.waitForFunction(`document.querySelector('#state')?.textContent === 'loading'`);
      expect(page.url()).toBe('app://main/index.html');
      expect(await page.evaluate('globalThis.violations')).toEqual([]);
      expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual(
        Array(3).fill('undefined'),
      );
      expect(await page.evaluate('Object.keys(window.gatepass)')).toEqual(['invoke', 'subscribe']);
      expect(await page.evaluate(`window.open('https://example.org/')`)).toBeNull();
      expect(await page.evaluate('Notification.requestPermission()')).toBe('denied');
      await expect(page.evaluate(`fetch('https://example.org/')`)).rejects.toThrow();
      await page.locator('#away').click();
      expect(page.url()).toBe('app://main/index.html');
      expect(application.windows()).toHaveLength(1);
      await page.locator('#copy').click();
      await expect
        .poll(() => application.evaluate(({ clipboard }) => clipboard.readText()))
        .toBe('secret of pw-1');
    } finally {
      await close();
      rmSync(userData, { recursive: true, force: true });
    }
  },
  60_000,
);

const job = skipUnless(
  hasRealElectron() && keyringInstalled,
  hasRealElectron() ? keyringMissing : 'the Electron binary is not on this machine',
);

job(
  'the whole main job in the real Electron, by mouse',
  async () => {
    const stage = await openWindowStage({}, 'real');
    onTestFinished(() => stage.close());
    await mainJobByMouse(stage);
  },
  120_000,
);
