import type { BrowserWindow, NativeTheme, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { webPreferences } from '../../src-main/electron/web-preferences.ts';
import { bringToFront, openWindow } from '../../src-main/electron/window.ts';
import { fakeEmitter, fakeEvent } from './fake-emitter.ts';

function setUp(platform: NodeJS.Platform, dark = false) {
  const calls: unknown[][] = [];
  const window = fakeEmitter();
  const made: Record<string, unknown>[] = [];
  const call =
    (name: string) =>
    (...args: unknown[]): Promise<void> => {
      calls.push([name, ...args]);
      return Promise.resolve();
    };
  function makeWindow(options: Record<string, unknown>): object {
    made.push(options);
    const methods = ['show', 'hide', 'setBackgroundColor', 'setTitleBarOverlay', 'loadURL'].map((name) => [
      name,
      call(name),
    ]);
    return Object.assign(window, Object.fromEntries(methods));
  }
  const theme = { ...fakeEmitter(), shouldUseDarkColors: dark };
  let hides = false;
  let closed = 0;
  openWindow(
    {
      BrowserWindow: makeWindow as unknown as typeof BrowserWindow,
      nativeTheme: theme as unknown as NativeTheme,
      platform,
    },
    {
      session: 'ours' as unknown as Session,
      preload: '/app/preload.cjs',
      title: 'Gatepass',
      devTools: false,
      icon: '/app/icon.png',
      hidesOnClose: () => hides,
      onClosed: () => {
        closed++;
      },
    },
  );
  return {
    calls,
    window,
    theme,
    options: made[0] ?? {},
    hideOnClose: () => (hides = true),
    closed: () => closed,
  };
}

describe('the window', () => {
  it('is made with our preferences and the size of the design', () => {
    const { options } = setUp('linux');
    expect(options).toEqual({
      name: 'main',
      windowStatePersistence: true,
      width: 1040,
      height: 700,
      minWidth: 720,
      minHeight: 540,
      show: false,
      title: 'Gatepass',
      backgroundColor: '#f6f5f1',
      autoHideMenuBar: true,
      icon: '/app/icon.png',
      webPreferences: { ...webPreferences, session: 'ours', preload: '/app/preload.cjs', devTools: false },
    });
  });

  it('has the title bar of its platform', () => {
    expect(setUp('darwin').options).toMatchObject({ titleBarStyle: 'hiddenInset' });
    expect(setUp('win32', true).options).toMatchObject({
      titleBarStyle: 'hidden',
      titleBarOverlay: { color: '#191d1c', symbolColor: '#ecefed', height: 44 },
    });
    expect(setUp('win32').options).not.toHaveProperty('icon');
  });

  it('shows itself with its first paint and loads our page only', () => {
    const { calls, window } = setUp('linux');
    expect(calls).toEqual([['loadURL', 'app://main/index.html']]);
    window.emit('ready-to-show');
    expect(calls.at(-1)).toEqual(['show']);
  });

  it('follows the colours of the system while it lives', () => {
    const { calls, window, theme, closed } = setUp('win32');
    theme.shouldUseDarkColors = true;
    theme.emit('updated');
    expect(calls.slice(1)).toEqual([
      ['setBackgroundColor', '#191d1c'],
      ['setTitleBarOverlay', { color: '#191d1c', symbolColor: '#ecefed', height: 44 }],
    ]);
    window.emit('closed');
    theme.emit('updated');
    expect(calls).toHaveLength(3);
    expect(closed()).toBe(1);
  });

  it('closes, or hides where that was asked for', () => {
    const { calls, window, hideOnClose } = setUp('linux');
    const first = fakeEvent({});
    window.emit('close', first);
    hideOnClose();
    const second = fakeEvent({});
    window.emit('close', second);
    expect([first.prevented, second.prevented]).toEqual([false, true]);
    expect(calls.at(-1)).toEqual(['hide']);
  });

  it('comes to the front, also when it was minimized', () => {
    const calls: string[] = [];
    const window = {
      isMinimized: () => true,
      restore: () => calls.push('restore'),
      show: () => calls.push('show'),
      focus: () => calls.push('focus'),
    };
    bringToFront(window);
    expect(calls).toEqual(['restore', 'show', 'focus']);
  });
});
