import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  net,
  protocol,
  session,
  shell,
  Tray,
} from 'electron';
import { shellWords } from '../assets/messages/shell-words.ts';
import { version } from '../package.json';
import { registerAppScheme, serveAppScheme } from './electron/app-protocol.ts';
import { dangerousSwitchesOf } from './electron/command-line-check.ts';
import type { DeepLink } from './electron/deep-link.ts';
import { createElectronBrowser } from './electron/electron-browser.ts';
import { createElectronHttp, httpPartition } from './electron/electron-http.ts';
import { createExternalLinks } from './electron/external-links.ts';
import { helpLinks } from './electron/help-links.ts';
import { lockDown } from './electron/lockdown.ts';
import { menuTemplate } from './electron/menu.ts';
import { createNotifications } from './electron/notifications.ts';
import { listPageFiles } from './electron/page-files.ts';
import { quitCleanly } from './electron/quit-cleanly.ts';
import { createSecretClipboard } from './electron/secret-clipboard.ts';
import { isOwnFrame } from './electron/sender-check.ts';
import { claimSingleInstance, registerDeepLinks } from './electron/single-instance.ts';
import { showTray } from './electron/tray.ts';
import { bringToFront, openWindow } from './electron/window.ts';
import { contract } from './ipc/contract.ts';
import type { Handlers } from './ipc/message.ts';
import { createPublisher, viewChannel } from './ipc/publish.ts';
import { serve } from './ipc/serve.ts';
import type { Language, View } from './ipc/view.ts';
import { cleanView } from './ipc/view-schema.ts';
import { createActivityBook } from './journey/activity-book.ts';
import type { Journey } from './journey/journey-ports.ts';
import { languageOf } from './journey/preferences.ts';
import { createPreferencesFile } from './journey/preferences-file.ts';
import { createJourney } from './journey/run-journey.ts';
import { sandboxDefaults } from './journey/sandbox-defaults.ts';
import { createNodeApp, createNodeLog, ourHostName, ourStateDirectory } from './node-app.ts';
import { createProcessLock } from './platform/process-lock.ts';
import { createSystemClock } from './platform/system-clock.ts';
import { openLoopbackReceiver } from './sign-in/loopback-receiver.ts';
import { createKeytarVault } from './vault/keytar-vault.ts';
import { createSandboxVault } from './vault/sandbox-vault.ts';

// Composition root of the window: what must be done before Electron is ready, then one function that joins the parts.

const here = fileURLToPath(new URL('.', import.meta.url));
const { platform } = process;

let window: BrowserWindow | null = null;
let journey: Journey | null = null;

if (!claimSingleInstance(app, { platform, onCalled })) {
  app.quit();
} else if (app.isPackaged && dangerousSwitchesOf(app.commandLine).length > 0) {
  app.exit(2);
} else {
  const log = createNodeLog();
  lockDown(app, { devTools: !app.isPackaged, onRefused: (what) => log.warn('refused', { what }) });
  registerAppScheme(protocol);
  registerDeepLinks(app, platform);
  void start();
}

/** Another start of the program, or a `gatepass:` link: both bring this window to the front. */
function onCalled(link: DeepLink | null): void {
  if (window !== null) bringToFront(window);
  if (link?.kind === 'add') void journey?.handle('account.add', null);
}

async function start(): Promise<void> {
  await app.whenReady();
  trustSystemAuthorities();
  const clock = createSystemClock();
  const log = createNodeLog();
  const directory = ourStateDirectory();
  const lock = (name: string) => createProcessLock({ directory, name });
  const report = (fault: { readonly code: string }) => log.warn('set aside', { code: fault.code });

  const pages = session.fromPartition('persist:window');
  serveAppScheme(pages.protocol, listPageFiles(join(here, 'pages')), readFile);
  const secrets = createSecretClipboard({ clipboard, ClipboardItem, clock, platform });
  const browser = createElectronBrowser(shell, { loopbackHttp: !app.isPackaged });
  const links = createExternalLinks(browser, helpLinks);
  // A packaged program knows no sandbox.
  const sandbox = sandboxDefaults(app.isPackaged ? {} : process.env);
  const keychain = createKeytarVault();
  const vault = sandbox.vault === null ? keychain : createSandboxVault(sandbox.vault, keychain, directory);
  const preferences = createPreferencesFile({ directory, lock: lock('preferences'), report });
  let language: Language = languageOf(app.getLocale());

  const gatepass = createNodeApp({
    vault,
    browser,
    http: createElectronHttp(session.fromPartition(httpPartition)),
    openReceiver: (options) => openLoopbackReceiver({ ...options, texts: shellWords[language].browserPage }),
  });
  const running = createJourney({
    app: gatepass,
    vault,
    clock,
    log,
    browser,
    clipboard: { copy: (text) => clipboard.writeText(text), copySecret: (secret) => secrets.copy(secret) },
    online: { isOnline: () => net.isOnline() },
    mailApps: { find: async () => [] },
    preferences,
    activity: createActivityBook({ directory, lock: lock('activity'), report }),
    links,
    system: { kind: systemKind(), language, version, hostName: ourHostName() },
    defaults: sandbox.request,
    browserMs: sandbox.browserMs,
  });
  journey = running;

  const quitting = quitCleanly(app, async () => {
    await Promise.all([secrets.clear(), running.close()]);
    gatepass.close();
  });
  const publisher = createPublisher<View>({
    deliver: (view) => window?.webContents.send(viewChannel, view),
    clean: cleanView,
  });
  const tray = createTrayOption(() => language);
  const notifier = createNotifications({ Notification }, { onClick: () => window && bringToFront(window) });
  let { closeToTray } = await preferences.read();
  let inBrowser = false;
  running.subscribe((view) => {
    // The person is still in the browser, where Gatepass has already moved on.
    const back = inBrowser && view.screen.kind === 'mailbox-ready';
    inBrowser = view.screen.kind === 'in-browser';
    if (back) notifier.notify({ id: 'signed-in', ...shellWords[language].signedIn });
    if (view.language !== language) {
      language = view.language;
      showMenu(language, running);
    }
    nativeTheme.themeSource = view.appearance;
    if (view.screen.kind === 'preferences') closeToTray = view.screen.closeToTray;
    tray.show(closeToTray);
    publisher.publish(view);
  });
  publisher.publish(running.view());
  serve(ipcMain, {
    contract,
    handlers: handlersOf(running),
    isTrusted: ({ senderFrame }) => isOwnFrame(senderFrame, window?.webContents.mainFrame ?? null),
    log,
  });
  showMenu(language, running);

  const open = (): void => {
    window = openWindow(
      { BrowserWindow, nativeTheme, platform },
      {
        session: pages,
        preload: join(here, 'preload.cjs'),
        title: 'Gatepass',
        devTools: !app.isPackaged,
        icon: join(here, 'icons/window.png'),
        hidesOnClose: () => closeToTray && !quitting.isQuitting(),
        onClosed: () => {
          window = null;
        },
      },
    );
  };
  app.on('activate', () => window ?? open());
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  open();
}

/** Every message of the window is an intent of the journey; the contract has checked its shape. */
function handlersOf(running: Journey): Handlers<typeof contract> {
  const channels = Object.keys(contract);
  const entries = channels.map((channel) => [channel, (input: unknown) => running.handle(channel, input)]);
  return Object.fromEntries(entries) as Handlers<typeof contract>;
}

function showMenu(language: Language, running: Journey): void {
  const go = (to: 'preferences' | 'diagnosis') => () => void running.handle('nav.go', { to });
  const template = menuTemplate({
    platform,
    name: 'Gatepass',
    words: shellWords[language].menu,
    devTools: !app.isPackaged,
    actions: {
      showPreferences: go('preferences'),
      showDiagnosis: go('diagnosis'),
      showHelp: () => void running.handle('links.open', { id: 'help.app-passwords' }),
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The icon in the notification area, there only while the person wants it. */
function createTrayOption(language: () => Language): { show(wanted: boolean): void } {
  let remove: (() => void) | null = null;
  return {
    show(wanted) {
      if (wanted === (remove !== null)) return;
      remove?.();
      remove = null;
      if (!wanted) return;
      const icon = join(here, 'icons', platform === 'darwin' ? 'trayTemplate.png' : 'tray.png');
      remove = showTray(
        { Tray, Menu },
        {
          icon,
          words: shellWords[language()].tray,
          onShow: () => window && bringToFront(window),
          onQuit: () => app.quit(),
        },
      );
    },
  };
}

/**
 * The mail probes speak TLS by node: they must trust what the system trusts. Chromium does so of itself; Node 24 can be
 * told to. `NODE_EXTRA_CA_CERTS` is switched off in a release (fuse), so a private authority comes from the system.
 */
function trustSystemAuthorities(): void {
  const node = tls as typeof tls & {
    getCACertificates?: (type: 'default' | 'system') => string[];
    setDefaultCACertificates?: (certificates: readonly string[]) => void;
  };
  const certificates = (type: 'default' | 'system') => node.getCACertificates?.(type) ?? [];
  node.setDefaultCACertificates?.([...certificates('default'), ...certificates('system')]);
}

function systemKind(): View['system'] {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}
