import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, CommandLine } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import { preventable, type World } from '../world.ts';
import { prepareChromium, stopPreparedChromium } from './browser-window.ts';
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts';

export interface AppOptions {
  readonly appPath: string;
  readonly name: string;
  readonly version: string;
  /** Everything after the path of the app. */
  readonly args: readonly string[];
  readonly onReady: () => void;
}

/** `app`: life and death of the process, its paths, switches and the single instance. */
export function createApp(world: World, { appPath, name, version, args, onReady }: AppOptions) {
  const events = world.app;
  const switches = new Map(
    args
      .filter((arg) => arg.startsWith('--') && arg.length > 2)
      .map((arg) => {
        const [key = '', ...value] = arg.slice(2).split('=');
        return [key, value.join('=')] as const;
      }),
  );
  const userData =
    switches.get('user-data-dir') || join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name);
  let lock: InstanceLock | null = null;
  let ready = false;
  let quitting = false;
  let appName = name;
  let settleReady: () => void = () => undefined;
  const becameReady = new Promise<void>((resolve) => {
    settleReady = resolve;
  });

  /** Once the entry of the app has been evaluated, as Electron does it. */
  function becomeReady(): void {
    if (quitting) return;
    ready = true;
    // A window is what comes next in every start that goes on.
    prepareChromium();
    onReady();
    events.emit('ready', {}, {});
    settleReady();
  }

  function quit(): void {
    if (quitting && world.windows.size > 0) return;
    const before = preventable({});
    events.emit('before-quit', before);
    if (before.defaultPrevented) return;
    quitting = true;
    for (const window of [...world.windows]) {
      if (window.close()) continue;
      quitting = false;
      return;
    }
    if (world.windows.size === 0) void end(0);
  }

  /** The last steps, once no window is open. */
  async function end(code: number): Promise<void> {
    events.emit('will-quit', preventable({}));
    events.emit('quit', {}, code);
    await exit(code);
  }

  async function exit(code: number): Promise<void> {
    quitting = true;
    const release = lock?.release();
    await Promise.allSettled([stopPreparedChromium(), release]);
    process.exit(code);
  }

  world.windowClosed = () => {
    if (world.windows.size > 0) return;
    if (quitting) void end(0);
    else if (events.listenerCount('window-all-closed') > 0) events.emit('window-all-closed');
    else quit();
  };
  process.on('SIGTERM', quit);
  process.on('SIGINT', quit);

  const api = refuseUnknown('app', {
    on: events.on.bind(events),
    once: events.once.bind(events),
    off: events.off.bind(events),
    get isPackaged() {
      return false;
    },
    whenReady: () => becameReady,
    isReady: () => ready,
    quit,
    exit: (code = 0) => void exit(code),
    focus: (_options?: object) => undefined,
    hide: () => undefined,
    show: () => undefined,
    getName: () => appName,
    setName(value: string) {
      appName = value;
    },
    getVersion: () => version,
    getAppPath: () => appPath,
    getLocale: () => world.locale,
    getPreferredSystemLanguages: () => [world.locale],
    getPath(what: string) {
      const path = {
        userData,
        sessionData: userData,
        temp: tmpdir(),
        home: homedir(),
        logs: join(userData, 'logs'),
        exe: process.execPath,
      }[what];
      if (path === undefined) throw new Error(`The stand-in for Electron does not know the path ${what}`);
      return path;
    },
    /** No system to ask for pictures: as for a file without one. */
    getFileIcon: async (_path: string, _options?: object) =>
      refuseUnknown('NativeImage', { isEmpty: () => true, toDataURL: () => 'data:image/png;base64,' }),
    enableSandbox() {
      if (ready) throw new Error('app.enableSandbox() can only be called before app is ready');
      world.records.sandboxed = true;
    },
    setAppUserModelId: (_id: string) => undefined,
    setAboutPanelOptions: (_options: object) => undefined,
    setAsDefaultProtocolClient(protocol: string) {
      world.records.protocolClients.push(protocol);
      return true;
    },
    setLoginItemSettings: (_settings: object) => undefined,
    requestSingleInstanceLock() {
      mkdirSync(userData, { recursive: true });
      lock ??= takeInstanceLock(userData, [process.argv[0] ?? '', ...args], (argv, cwd) =>
        events.emit('second-instance', {}, argv, cwd, null),
      );
      return lock.first;
    },
    commandLine: refuseUnknown('app.commandLine', {
      hasSwitch: (key: string) => switches.has(key),
      getSwitchValue: (key: string) => switches.get(key) ?? '',
      appendSwitch: (key: string, value = '') => void switches.set(key, value),
    } satisfies ShapeOf<CommandLine>),
  } satisfies ShapeOf<App, 'commandLine' | 'getFileIcon'>);
  return { api, quit, becomeReady };
}
