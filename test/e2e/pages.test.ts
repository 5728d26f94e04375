import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../scripts/bundle-desktop.ts';
import { type Desktop, launchDesktop } from './launch-desktop.ts';

describe("the window's pages behind the shell", () => {
  let folder: string;
  let desktop: Desktop;
  beforeAll(async () => {
    folder = mkdtempSync(join('out', 'pages-'));
    await buildPages(folder);
    desktop = await launchDesktop({ app: 'out/fixture/main.js', args: [`--pages=${folder}`] });
  }, 60_000);
  afterAll(async () => {
    await desktop?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('break no rule of the policy, from their first moment', async () => {
    const complaints: string[] = [];
    desktop.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    desktop.page.on('pageerror', (error) => complaints.push(String(error)));
    await desktop.page.addInitScript(`globalThis.violations = [];
      addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective));`);
    await desktop.page.reload({ waitUntil: 'load' });
    await desktop.page.locator('#root > *').first().waitFor();
    expect(complaints).toEqual([]);
    expect(await desktop.page.evaluate('globalThis.violations')).toEqual([]);
  });

  it('get their view and nothing else', async () => {
    expect(await desktop.page.evaluate('Object.keys(window.gatepass)')).toEqual(['invoke', 'subscribe']);
    expect(desktop.output()).not.toContain('refused request');
    expect(desktop.output()).not.toContain('ipc.fault');
  });
});
