import type { IpcMain } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';

type Handler = Parameters<IpcMain['handle']>[1];

/** `ipcMain`, and the way in for the windows. */
export function createIpcMain(): {
  readonly api: Pick<IpcMain, 'handle' | 'removeHandler'>;
  invoke(channel: string, event: object, args: readonly unknown[]): Promise<unknown>;
} {
  const handlers = new Map<string, Handler>();
  return {
    api: refuseUnknown('ipcMain', {
      handle(channel: string, handler: Handler) {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        handlers.set(channel, handler);
      },
      removeHandler: (channel: string) => void handlers.delete(channel),
    } satisfies ShapeOf<IpcMain>),
    async invoke(channel, event, args) {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return handler(event as Parameters<Handler>[0], ...args);
    },
  };
}
