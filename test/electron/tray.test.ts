import type { Menu, Tray } from 'electron';
import { describe, expect, it } from 'vitest';
import { showTray } from '../../src-main/electron/tray.ts';
import { fakeEmitter } from './fake-emitter.ts';

interface Item {
  readonly label?: string;
  readonly click?: () => void;
}

describe('the tray', () => {
  it('shows the window, quits, and goes away', () => {
    const done: string[] = [];
    const tray = {
      ...fakeEmitter(),
      menu: [] as Item[],
      setToolTip: (text: string) => done.push(text),
      setContextMenu(menu: Item[]) {
        tray.menu = menu;
      },
      destroy: () => done.push('destroyed'),
    };
    function makeTray(icon: string): object {
      done.push(icon);
      return tray;
    }
    const remove = showTray(
      {
        Tray: makeTray as unknown as typeof Tray,
        Menu: { buildFromTemplate: (template: unknown) => template } as unknown as typeof Menu,
      },
      {
        icon: '/icon.png',
        words: { name: 'Gatepass', show: 'Show', quit: 'Quit' },
        onShow: () => done.push('show'),
        onQuit: () => done.push('quit'),
      },
    );
    tray.emit('click');
    for (const { click } of tray.menu) click?.();
    remove();
    expect(done).toEqual(['/icon.png', 'Gatepass', 'show', 'show', 'quit', 'destroyed']);
  });
});
