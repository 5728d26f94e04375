import type { StandIn } from './create-electron.ts';

/**
 * What `import ... from 'electron'` finds under the stand-in. A name that is not exported here ends the import with a
 * clear error of the language itself.
 */
const made = (globalThis as { [key: symbol]: unknown })[Symbol.for('gatepass.electron-stand-in')] as
  | StandIn['electron']
  | undefined;
if (made === undefined) throw new Error('the stand-in for Electron is started by its own launcher');

export const {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  session,
  shell,
  Tray,
} = made;
