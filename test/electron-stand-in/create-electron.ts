import { readFileSync } from 'node:fs';
import type { Net, PowerMonitor, Protocol } from 'electron';
import { type AppOptions, createApp } from './parts/app.ts';
import { createWindow } from './parts/browser-window.ts';
import { ClipboardItem, createClipboard } from './parts/clipboard.ts';
import { createDialog } from './parts/dialog.ts';
import { createIpcMain } from './parts/ipc-main.ts';
import { createMenu } from './parts/menu.ts';
import { createNativeTheme } from './parts/native-theme.ts';
import { createNotification } from './parts/notification.ts';
import { createSessions, type StandInSession } from './parts/session.ts';
import { createShell } from './parts/shell.ts';
import { createTray } from './parts/tray.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { createSchemeMap } from './scheme-map.ts';
import type { ShapeOf } from './shape.ts';
import { createEvents, type World } from './world.ts';

export interface StandInOptions extends Omit<AppOptions, 'onReady'> {
  /** Folder of the built scripts of the two worlds. */
  readonly scripts: string;
  readonly driven: boolean;
  readonly locale: string;
  readonly dark: boolean;
  readonly electronVersion: string;
}

/** The electron module and the hands of the test behind it. */
export function createElectron(options: StandInOptions) {
  const schemes = new Set<string>();
  const read = (file: string): string => readFileSync(`${options.scripts}/${file}`, 'utf8');
  const world: World = {
    records: {
      opened: [],
      notifications: [],
      dialogs: [],
      trays: [],
      menu: null,
      windows: [],
      protocolClients: [],
      sandboxed: false,
    },
    app: createEvents(),
    sessions: [],
    windows: new Set(),
    windowClosed: () => undefined,
    schemes,
    map: createSchemeMap(() => [...schemes]),
    sources: { pageWorld: read('page-world.js'), preloadWorld: read('preload-world.js') },
    version: options.electronVersion,
    driven: options.driven,
    dialogAnswers: [],
    darkColours: options.dark,
    online: true,
    locale: options.locale,
  };

  const sessions = createSessions(world);
  let defaultSession: StandInSession | undefined;
  const app = createApp(world, {
    ...options,
    onReady() {
      defaultSession = sessions.makeDefault();
    },
  });
  const ipcMain = createIpcMain();
  const clipboard = createClipboard();
  const nativeTheme = createNativeTheme(world);
  const menu = createMenu(world, (role) => {
    if (role === 'quit') app.quit();
    if (role === 'close') [...world.windows].at(-1)?.close();
  });
  const tray = createTray(world, menu.find);
  const notification = createNotification(world);

  function makeWindow(windowOptions: Parameters<typeof createWindow>[3]): object {
    const wanted = windowOptions.webPreferences?.session;
    const session = world.sessions.find(({ api }) => api === wanted) ?? defaultSession;
    if (session === undefined) throw new Error('Cannot create BrowserWindow before app is ready');
    return createWindow(world, session, ipcMain.invoke, windowOptions).api;
  }

  const electron = {
    app: app.api,
    BrowserWindow: refuseUnknown(
      'BrowserWindow',
      Object.assign(makeWindow, { getAllWindows: () => [...world.windows].map(({ api }) => api) }),
    ),
    clipboard: clipboard.api,
    ClipboardItem,
    dialog: createDialog(world),
    ipcMain: ipcMain.api,
    Menu: menu.api,
    nativeTheme: nativeTheme.api,
    net: refuseUnknown('net', { isOnline: () => world.online } satisfies ShapeOf<Net>),
    Notification: notification.Notification,
    powerMonitor: refuseUnknown('powerMonitor', {
      on: world.app.on.bind(world.app),
    } satisfies ShapeOf<PowerMonitor>),
    protocol: refuseUnknown('protocol', {
      registerSchemesAsPrivileged(list: readonly { scheme: string; privileges?: { standard?: boolean } }[]) {
        if (app.api.isReady())
          throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
        for (const { scheme, privileges } of list) if (privileges?.standard) schemes.add(scheme);
      },
    } satisfies ShapeOf<Protocol>),
    session: refuseUnknown('session', {
      fromPartition: sessions.fromPartition,
      get defaultSession() {
        if (defaultSession === undefined) throw new Error('Session can only be received when app is ready');
        return defaultSession.api;
      },
    } satisfies ShapeOf<typeof import('electron')['session'], 'fromPartition' | 'defaultSession'>),
    shell: createShell(world),
    Tray: tray.Tray,
  } satisfies { readonly [K in keyof typeof import('electron')]?: unknown };
  return { electron, world, hands: { app, clipboard, nativeTheme, menu, tray, notification } };
}

export type StandIn = ReturnType<typeof createElectron>;
