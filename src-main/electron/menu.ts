import type { MenuItemConstructorOptions } from 'electron';

/**
 * The words of the menus. Electron's own labels are English whatever the language, so every entry gets its label;
 * what an entry does comes from its role.
 */
export type MenuWord =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'showAll'
  | 'quit'
  | 'file'
  | 'preferences'
  | 'close'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'view'
  | 'actualSize'
  | 'zoomIn'
  | 'zoomOut'
  | 'fullScreen'
  | 'developerTools'
  | 'window'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'help'
  | 'helpPage'
  | 'diagnosis';

export type MenuWords = Readonly<Record<MenuWord, string>>;

export interface MenuActions {
  readonly showPreferences: () => void;
  readonly showHelp: () => void;
  readonly showDiagnosis: () => void;
}

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly name: string;
  readonly words: MenuWords;
  readonly actions: MenuActions;
  readonly devTools: boolean;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu as data. macOS has its own menu of the program; elsewhere Preferences and Quit are in File.
 * There is no Reload: a page that was reloaded by chance would lose what the person typed.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, name, words, actions, devTools } = options;
  const mac = platform === 'darwin';
  const preferences: MenuItemConstructorOptions = {
    label: words.preferences,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.showPreferences(),
  };
  return [
    ...(mac ? [{ label: name, submenu: macProgramMenu(words, preferences) }] : []),
    {
      label: words.file,
      submenu: mac
        ? [{ role: 'close', label: words.close }]
        : [preferences, line, { role: 'quit', label: words.quit }],
    },
    { label: words.edit, submenu: editMenu(words) },
    { label: words.view, submenu: viewMenu(words, devTools) },
    ...(mac ? [{ role: 'windowMenu' as const, label: words.window, submenu: macWindowMenu(words) }] : []),
    {
      role: 'help',
      label: words.help,
      submenu: [
        { label: words.helpPage, click: () => actions.showHelp() },
        { label: words.diagnosis, click: () => actions.showDiagnosis() },
        ...(mac ? [] : [line, { role: 'about' as const, label: words.about }]),
      ],
    },
  ];
}

function macProgramMenu(
  words: MenuWords,
  preferences: MenuItemConstructorOptions,
): MenuItemConstructorOptions[] {
  return [
    { role: 'about', label: words.about },
    line,
    preferences,
    line,
    { role: 'services', label: words.services },
    line,
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.showAll },
    line,
    { role: 'quit', label: words.quit },
  ];
}

function editMenu(words: MenuWords): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    line,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
}

function viewMenu(words: MenuWords, devTools: boolean): MenuItemConstructorOptions[] {
  return [
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    line,
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(devTools ? [line, { role: 'toggleDevTools' as const, label: words.developerTools }] : []),
  ];
}

function macWindowMenu(words: MenuWords): MenuItemConstructorOptions[] {
  return [
    { role: 'minimize', label: words.minimize },
    { role: 'zoom', label: words.zoom },
    line,
    { role: 'front', label: words.front },
  ];
}
