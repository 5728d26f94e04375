import { decode, encode } from './wire.ts';
import { linkWorlds } from './world-link.ts';

declare const worldToken: string;
/** A CDP binding that exists in this world only. */
declare const standInSend: (text: string) => void;

type Listener = (event: object, ...args: unknown[]) => void;

/**
 * Runs in the isolated world of every frame: `ipcRenderer` and `contextBridge` as a sandboxed preload has them, then,
 * in the top frame only, the preload itself (Electron runs it in sub-frames only under `nodeIntegrationInSubFrames`).
 */
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
const listeners = new Map<string, Set<Listener>>();
let lastId = 0;

function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    // Throws for what can't be cloned, as Electron does.
    const text = encode({ id, channel, args });
    waiting.set(id, { resolve, reject });
    standInSend(text);
  });
}

/** Called by the stand-in with what the main process sends. */
function deliver(text: string): void {
  const message = decode(text) as {
    id?: number;
    ok: boolean;
    value: unknown;
    channel: string;
    args: unknown[];
  };
  if (message.id === undefined) {
    for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...message.args);
    return;
  }
  const call = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.ok) call?.resolve(message.value);
  else call?.reject(new Error(String(message.value)));
}

const ipcRenderer = refusing('ipcRenderer', {
  invoke,
  on(channel: string, listener: Listener): void {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  },
  removeListener(channel: string, listener: Listener): void {
    listeners.get(channel)?.delete(listener);
  },
});

const isTop = window.top === window;
const link = linkWorlds(worldToken, 'preload', (value) => standInSend(encode(value)));
const contextBridge = refusing('contextBridge', {
  exposeInMainWorld: (name: string, api: unknown): void => link.send({ name, api }),
});

Object.assign(globalThis, { standInDeliver: deliver, standInInvoke: invoke });

/**
 * Runs the preload, whose source the stand-in wraps into a function: text can't be made into code here, the policy of
 * the page forbids it.
 */
export function runPreload(
  preload: (require: (id: string) => unknown, module: object, exports: object) => void,
): void {
  if (!isTop) return;
  const module = { exports: {} };
  const require = (id: string): unknown => {
    if (id === 'electron') return refusing('electron', { contextBridge, ipcRenderer });
    throw new Error(`module not found: ${id}`);
  };
  preload(require, module, module.exports);
}

function refusing<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
      throw new Error(`The stand-in for Electron has no ${name}.${key}`);
    },
  });
}
