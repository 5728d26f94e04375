import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindow, WebContents } from 'electron';
import { type Chromium, startChromium } from '../chromium.ts';
import { refuseUnknown, refuseUnknownKeys } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import { createEvents, preventable, type WindowRecord, type World } from '../world.ts';
import { linkPage, type PageLink, type PausedRequest, type RequestDecision } from './page-link.ts';
import type { StandInSession } from './session.ts';
import type { StandInFrame } from './web-frame.ts';

/** A window as the rest of the stand-in sees it. */
export interface StandInWindow {
  readonly api: object;
  readonly record: WindowRecord;
  /** The page, once Chromium shows it. */
  readonly page: Promise<PageLink>;
  endpoint(): Promise<string>;
  close(): boolean;
  destroy(): void;
}

const windowOptions = [
  'name',
  'windowStatePersistence',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'titleBarStyle',
  'titleBarOverlay',
  'trafficLightPosition',
  'autoHideMenuBar',
  'icon',
  'webPreferences',
];

const preferences = [
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'disableDialogs',
  'session',
  'preload',
  'devTools',
];

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>> & {
    readonly session?: object;
    readonly preload?: string;
  };
}

export type Invoke = (channel: string, event: object, args: readonly unknown[]) => Promise<unknown>;

let lastId = 0;
let nextChromium: Promise<Chromium> | null = null;

/** Starts the Chromium of the window that is about to be made. */
export function prepareChromium(): void {
  nextChromium ??= startChromium({ width: 1040, height: 700 });
  nextChromium.catch(() => undefined);
}

export async function stopPreparedChromium(): Promise<void> {
  const prepared = nextChromium;
  nextChromium = null;
  await (await prepared)?.stop();
}

export function createWindow(
  world: World,
  session: StandInSession,
  invoke: Invoke,
  options: WindowOptions,
): StandInWindow {
  refuseUnknownKeys('BrowserWindow', options, windowOptions);
  const { webPreferences = {}, width = 800, height = 600 } = options;
  refuseUnknownKeys('webPreferences', webPreferences, preferences);
  if (webPreferences['contextIsolation'] === false || webPreferences['nodeIntegration'] === true) {
    throw new Error('The stand-in only knows isolated pages without Node');
  }
  const id = ++lastId;
  const events = createEvents();
  const record: WindowRecord = {
    visible: options.show ?? true,
    focused: 0,
    title: options.title ?? '',
    backgroundColor: options.backgroundColor ?? '#fff',
    closed: false,
    options: { ...options, webPreferences: { ...webPreferences, session: session.partition } },
  };
  const chromium = nextChromium ?? startChromium({ width, height });
  nextChromium = null;
  const preload = webPreferences.preload === undefined ? '' : readFileSync(webPreferences.preload, 'utf8');

  const contents = createEvents();
  const contentsState: {
    url: string;
    openHandler: ((details: { url: string }) => { action: string }) | null;
  } = {
    url: '',
    openHandler: null,
  };
  /** The navigation the main process itself has asked for: no guard is asked about it. */
  let own: string | null = null;
  const loads = new Set<() => void>();

  const page = chromium.then((running) =>
    linkPage(
      running,
      { ...world.sources, preload },
      {
        inward: world.map.inward,
        decide: (request) => decide(request),
        async onInvoke(frame, channel, args) {
          return invoke(
            channel,
            { type: 'frame', sender: contentsApi, senderFrame: frame, processId: id, frameId: 1 },
            args,
          );
        },
        onWindowOpen(url) {
          const answer = contentsState.openHandler?.({ url }) ?? { action: 'allow' };
          if (answer.action !== 'deny') throw new Error('The stand-in can only deny new windows');
        },
        onForeignNavigation(url, frame) {
          guards(url, frame);
        },
        onLifecycle(name) {
          if (name === 'firstPaint' && contentsState.url !== '') events.emit('ready-to-show');
          if (name === 'DOMContentLoaded') contents.emit('dom-ready', {});
          if (name !== 'load') return;
          contents.emit('did-finish-load', {});
          for (const done of loads) done();
          loads.clear();
        },
        onDownload() {
          session.events.emit('will-download', preventable({}), {}, contentsApi);
        },
      },
    ),
  );
  page.catch((error) => {
    process.stderr.write(`The stand-in for Electron failed: ${error}\n`);
    process.exit(1);
  });

  async function decide(request: PausedRequest): Promise<RequestDecision> {
    // A browser asks for it by itself, Electron does not.
    if (request.type === 'Other' && request.url.endsWith('/favicon.ico')) {
      return { kind: 'answer', response: new Response(null, { status: 204 }) };
    }
    if (request.type === 'Document') {
      const asked = own === request.url && request.frame?.parent === null;
      if (asked) own = null;
      else if (guards(request.url, request.frame, request.redirected))
        return { kind: 'fail', how: 'Aborted' };
      if (request.frame?.parent === null) contentsState.url = request.url;
    }
    return session.decide(request);
  }

  /** Asks the app's guards. @returns whether one has prevented it */
  function guards(url: string, frame: StandInFrame | undefined, redirected = false): boolean {
    const isMainFrame = frame?.parent === null;
    const event = preventable({
      url,
      isMainFrame,
      isSameDocument: false,
      frame: frame ?? null,
      initiator: frame ?? null,
    });
    if (redirected) contents.emit('will-redirect', event);
    else {
      contents.emit('will-frame-navigate', event);
      if (isMainFrame) contents.emit('will-navigate', event);
    }
    return event.defaultPrevented;
  }

  const contentsApi = refuseUnknown('webContents', {
    id,
    ...listening(contents),
    session: session.api,
    /** Known once the page is linked, which is before any message can come. */
    get mainFrame(): StandInFrame | undefined {
      return linked?.frames.top;
    },
    send(channel: string, ...args: unknown[]) {
      linked?.send(channel, args);
    },
    setWindowOpenHandler(handler: typeof contentsState.openHandler) {
      contentsState.openHandler = handler;
    },
    getURL: () => contentsState.url,
    isDestroyed: () => record.closed,
    setZoomFactor: (_factor: number) => undefined,
  } satisfies ShapeOf<WebContents, 'session' | 'mainFrame' | 'setWindowOpenHandler'>);

  const api = refuseUnknown('BrowserWindow', {
    id,
    ...listening(events),
    webContents: contentsApi,
    async loadURL(url: string) {
      own = url;
      const target = await ready;
      const loaded = new Promise<void>((resolve) => loads.add(resolve));
      const failed = await target.navigate(world.map.outward(url));
      if (failed !== null) throw new Error(`${failed} loading '${url}'`);
      return loaded;
    },
    show() {
      record.visible = true;
      record.focused++;
    },
    hide() {
      record.visible = false;
    },
    focus: () => void record.focused++,
    close: () => void close(),
    destroy,
    isDestroyed: () => record.closed,
    isVisible: () => record.visible,
    isMinimized: () => false,
    isFocused: () => record.visible,
    restore: () => undefined,
    minimize: () => undefined,
    setBackgroundColor(colour: string) {
      record.backgroundColor = colour;
    },
    setTitleBarOverlay: (_options: object) => undefined,
    setTitle(title: string) {
      record.title = title;
    },
    getTitle: () => record.title,
  } satisfies ShapeOf<BrowserWindow, 'webContents'>);

  let linked: PageLink | null = null;
  const ready = page.then(async (target) => {
    linked = target;
    await Promise.all([
      target.setPermissions((name) => session.permission(name)),
      target.setContentSize(width, height),
      target.setColourScheme(world.darkColours ? 'dark' : 'light'),
    ]);
    return target;
  });

  function close(): boolean {
    if (record.closed) return true;
    const event = preventable({});
    events.emit('close', event);
    if (event.defaultPrevented) return false;
    destroy();
    return true;
  }

  function destroy(): void {
    if (record.closed) return;
    record.closed = true;
    record.visible = false;
    contents.emit('destroyed');
    events.emit('closed');
    void chromium.then((running) => running.stop()).then(() => world.windowClosed());
    world.windows.delete(standIn);
  }

  // The person has closed the window on the screen: there is nothing left to prevent.
  void chromium.then(({ cdp }) => cdp.closed).then(destroy, () => undefined);

  const standIn: StandInWindow = {
    api,
    record,
    page: ready,
    endpoint: async () => (await chromium).endpoint(),
    close,
    destroy,
  };
  world.windows.add(standIn);
  world.records.windows.push(record);
  world.app.emit('web-contents-created', {}, contentsApi);
  world.app.emit('browser-window-created', {}, api);
  return standIn;
}

function listening(events: EventEmitter): Pick<EventEmitter, 'on' | 'once' | 'off' | 'removeListener'> {
  return {
    on: events.on.bind(events),
    once: events.once.bind(events),
    off: events.off.bind(events),
    removeListener: events.removeListener.bind(events),
  };
}
