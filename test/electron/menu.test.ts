import { describe, expect, it } from 'vitest';
import { type MenuWord, type MenuWords, menuTemplate } from '../../src-main/electron/menu.ts';

/** Every word is its own key in brackets, so that a label that is not one of them shows up. */
const words = new Proxy({}, { get: (_target, key) => `[${String(key)}]` }) as MenuWords;

function menuOf(platform: NodeJS.Platform, devTools = false) {
  const done: string[] = [];
  const template = menuTemplate({
    platform,
    name: 'Gatepass',
    words,
    devTools,
    actions: {
      showPreferences: () => done.push('preferences'),
      showHelp: () => done.push('help'),
      showDiagnosis: () => done.push('diagnosis'),
    },
  });
  const items = template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? item.submenu : [])]);
  return { template, items, roles: items.map(({ role }) => role).filter((role) => role !== undefined), done };
}

describe('the menu', () => {
  it('has the roles of macOS there', () => {
    const { template, roles } = menuOf('darwin');
    expect(template.map(({ label }) => label)).toEqual([
      'Gatepass',
      '[file]',
      '[edit]',
      '[view]',
      '[window]',
      '[help]',
    ]);
    for (const role of [
      'about',
      'services',
      'hide',
      'quit',
      'close',
      'copy',
      'paste',
      'zoomIn',
      'minimize',
      'front',
    ] as const) {
      expect(roles).toContain(role);
    }
  });

  it.each(['win32', 'linux'] as const)('has File with Preferences and Quit on %s', (platform) => {
    const { template } = menuOf(platform);
    expect(template.map(({ label }) => label)).toEqual(['[file]', '[edit]', '[view]', '[help]']);
    expect(template[0]?.submenu).toMatchObject([
      { label: '[preferences]' },
      { type: 'separator' },
      { role: 'quit' },
    ]);
  });

  it.each(['darwin', 'win32', 'linux'] as const)('says everything in our words on %s', (platform) => {
    for (const { label, type } of menuOf(platform).items) {
      if (type !== 'separator') expect(label).toMatch(/^(\[\w+\]|Gatepass)$/);
    }
  });

  it('has neither Reload nor developer tools in a release', () => {
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      expect(menuOf(platform).roles).not.toContain('toggleDevTools');
      expect(menuOf(platform, true).roles).toContain('toggleDevTools');
      for (const role of ['reload', 'forceReload'] as const)
        expect(menuOf(platform, true).roles).not.toContain(role);
    }
  });

  it('does what it says', () => {
    const { items, done } = menuOf('linux');
    for (const word of ['preferences', 'helpPage', 'diagnosis'] satisfies MenuWord[]) {
      const click = items.find(({ label }) => label === `[${word}]`)?.click as (() => void) | undefined;
      click?.();
    }
    expect(done).toEqual(['preferences', 'help', 'diagnosis']);
  });
});
