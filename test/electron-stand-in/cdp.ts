import type { Readable, Writable } from 'node:stream';

export type CdpParams = Record<string, unknown>;
type Listener = (params: CdpParams, sessionId: string | undefined) => void;

/** Chromium's DevTools protocol over its pipe: one JSON message after the other, each ended by a zero byte. */
export interface Cdp {
  send(method: string, params?: CdpParams, sessionId?: string): Promise<CdpParams>;
  on(method: string, listener: Listener): void;
  readonly closed: Promise<void>;
}

export function connectCdp(write: Writable, read: Readable): Cdp {
  const waiting = new Map<
    number,
    { resolve: (result: CdpParams) => void; reject: (error: Error) => void; method: string }
  >();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;
  let rest: Buffer = Buffer.alloc(0);

  read.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      receive(JSON.parse(rest.subarray(0, end).toString('utf8')));
      rest = rest.subarray(end + 1);
    }
  });
  const closed = new Promise<void>((resolve) => {
    read.once('close', () => {
      for (const { reject, method } of waiting.values()) reject(new Error(`${method}: Chromium has ended`));
      waiting.clear();
      resolve();
    });
  });
  write.on('error', () => undefined);

  function receive(message: {
    id?: number;
    method?: string;
    params?: CdpParams;
    result?: CdpParams;
    error?: { message: string };
    sessionId?: string;
  }): void {
    if (message.id !== undefined) {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`));
      else call?.resolve(message.result ?? {});
      return;
    }
    for (const listener of listeners.get(message.method ?? '') ?? [])
      listener(message.params ?? {}, message.sessionId);
  }

  return {
    send(method, params = {}, sessionId) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject, method });
        write.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      });
    },
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    closed,
  };
}
