import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The test's end of the line to the stand-in for Electron. */
export interface ControlLine {
  /** The socket's path, for the stand-in's environment. */
  readonly path: string;
  /** Asks the stand-in for `command` and waits for its answer; rejects when it refuses or has gone. */
  ask<T>(command: string, params?: object): Promise<T>;
  close(): Promise<void>;
}

export async function openControlLine(): Promise<ControlLine> {
  const folder = await mkdtemp(join(tmpdir(), 'gatepass-control-'));
  const path = join(folder, 'line');
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let socket: Socket | null = null;
  let connected: (socket: Socket) => void = () => undefined;
  const connection = new Promise<Socket>((resolve) => {
    connected = resolve;
  });
  const server = createServer((client) => {
    socket = client;
    client.on('error', () => undefined);
    client.once('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('the program has ended'));
      waiting.clear();
    });
    const lines = createInterface({ input: client });
    // It reports the errors of its input once more.
    lines.on('error', () => undefined);
    lines.on('line', (line) => {
      const { id, value, error } = JSON.parse(line) as { id: number; value: unknown; error?: string };
      const call = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) call?.resolve(value);
      else call?.reject(new Error(error));
    });
    connected(client);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    path,
    async ask<T>(command: string, params: object = {}) {
      const client = await connection;
      return new Promise<T>((resolve, reject) => {
        if (client.destroyed) return reject(new Error('the program has ended'));
        const id = ++lastId;
        waiting.set(id, { resolve: (value) => resolve(value as T), reject });
        client.write(`${JSON.stringify({ id, command, params })}\n`);
      });
    },
    async close() {
      socket?.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
