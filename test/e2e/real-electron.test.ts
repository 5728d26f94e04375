import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRealElectron, launchRealElectron } from './launch-real-electron.ts';

// Electron's binary is fetched from where not every machine may reach. Where it is, these facts are looked at in it.
describe.skipIf(!hasRealElectron())('the shell in the real Electron', () => {
  it('gives the page the bridge and nothing else, keeps it where it is, breaks no rule', async () => {
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
  });
});
