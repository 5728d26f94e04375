import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './ipc/contract.ts';
import { viewChannel } from './ipc/publish.ts';

/** The names of the contract's messages, put here by the build as a literal list: the contract itself stays in main. */
declare const channelNames: readonly string[];
const channels: ReadonlySet<string> = new Set(channelNames);

const bridge = {
  invoke: (channel: string, input: unknown): Promise<unknown> =>
    channels.has(channel) ? ipcRenderer.invoke(channel, input) : Promise.reject(new Error('no such message')),
  subscribe: (listener: (view: unknown) => void): (() => void) => {
    // The page gets the view and never the event, which would lead back to the sender.
    const deliver = (_event: unknown, view: unknown): void => listener(view);
    ipcRenderer.on(viewChannel, deliver);
    return () => void ipcRenderer.removeListener(viewChannel, deliver);
  },
} satisfies { [K in keyof Bridge]: unknown };

contextBridge.exposeInMainWorld('gatepass', Object.freeze(bridge));
