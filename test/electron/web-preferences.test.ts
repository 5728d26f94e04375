import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { webPreferences } from '../../src-main/electron/web-preferences.ts';

describe('the preferences of every page', () => {
  it('are exactly these, and frozen', () => {
    expect(webPreferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    });
    expect(Object.isFrozen(webPreferences)).toBe(true);
  });

  it('are the only ones: nothing in the shell weakens what Chromium does by itself', () => {
    const folder = 'src-main/electron';
    const source = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
      .join('\n');
    for (const name of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'setCertificateVerifyProc',
      'NODE_TLS_REJECT_UNAUTHORIZED',
      'crashReporter',
      'bypassCSP',
      'allowServiceWorkers',
      'corsEnabled',
    ]) {
      expect(source).not.toContain(name);
    }
  });

  it('are used by the only place that makes a window', () => {
    const folder = 'src-main/electron';
    const makers = readdirSync(folder).filter((file) =>
      /new [\w.]*BrowserWindow\(/.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(makers).toEqual(['window.ts']);
    expect(readFileSync(join(folder, 'window.ts'), 'utf8')).toContain('...webPreferences,');
  });
});
