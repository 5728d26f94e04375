import type { Menu, Tray } from 'electron';

export interface TrayParts {
  readonly Tray: typeof Tray;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>;
}

export interface TrayOptions {
  /** Absolute path of the picture; on macOS one whose name ends in `Template`, which follows the menu bar's colour. */
  readonly icon: string;
  readonly words: { readonly name: string; readonly show: string; readonly quit: string };
  readonly onShow: () => void;
  readonly onQuit: () => void;
}

/**
 * The icon in the system's tray, an option of the person. Never the only way to anything: on Linux there may be no
 * tray to show it.
 *
 * @returns a function that takes the icon away
 */
export function showTray(
  { Tray, Menu }: TrayParts,
  { icon, words, onShow, onQuit }: TrayOptions,
): () => void {
  const tray = new Tray(icon);
  tray.setToolTip(words.name);
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: words.show, click: () => onShow() },
      { type: 'separator' },
      { label: words.quit, click: () => onQuit() },
    ]),
  );
  tray.on('click', () => onShow());
  return () => tray.destroy();
}
