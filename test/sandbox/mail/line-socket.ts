import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { SandboxFault } from '../sandbox.ts';
import { writeUnderFault } from './write-under-fault.ts';

/** One client's connection as the protocol sessions see it. */
export interface LineSocket {
  readonly remoteIp: string;
  isSecure(): boolean;
  /**
   * The next line, without its line end.
   * @returns null when the connection is over, or the line is longer than any real client's
   */
  readLine(): Promise<string | null>;
  /** The same as bytes and with its line end, for mail. */
  readRawLine(): Promise<Buffer | null>;
  /** Exactly `count` bytes (a literal), or null when the connection ended before them. */
  readBytes(count: number): Promise<Buffer | null>;
  /** One answer. Never throws: a client that is gone is noticed at the next read. */
  write(answer: string | Buffer): Promise<void>;
  /** The server's side of the TLS handshake; what was sent in the clear before it is forgotten (RFC 3207 section 4.2). */
  startTls(): Promise<boolean>;
  /** Waits, unless the connection ends first. */
  pause(ms: number): Promise<void>;
  /** Sends what is written and closes. */
  end(): void;
}

export interface LineSocketOptions {
  readonly socket: Socket;
  /** Asked at each handshake, so that the certificate can change at run time. */
  readonly secureContext: () => SecureContext;
  /** Asked at each answer. */
  readonly fault: () => SandboxFault | undefined;
}

/** Access tokens make lines of some KiB; nothing real comes near this. */
const longestLine = 64 * 1024;
const mostBuffered = 256 * 1024;

export function createLineSocket({ socket, secureContext, fault }: LineSocketOptions): LineSocket {
  let stream: Socket = socket;
  let buffered: Buffer = Buffer.alloc(0);
  let over = false;
  let wake: (() => void) | null = null;
  const whenOver = new AbortController();

  function signal(): void {
    const waiting = wake;
    wake = null;
    waiting?.();
  }
  function finish(): void {
    over = true;
    whenOver.abort();
    signal();
  }
  function take(chunk: Buffer): void {
    buffered = Buffer.concat([buffered, chunk]);
    if (buffered.length > mostBuffered) stream.pause();
    signal();
  }
  function listen(to: Socket): void {
    to.on('data', take);
    to.on('end', finish);
    to.on('close', finish);
    // A reset or a failed handshake ends one conversation, never the server.
    to.on('error', finish);
  }
  async function more(): Promise<boolean> {
    if (over) return false;
    const arrived = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (stream.isPaused()) stream.resume();
    await arrived;
    return true;
  }
  function consume(count: number): Buffer {
    const taken = buffered.subarray(0, count);
    buffered = buffered.subarray(count);
    return taken;
  }

  async function readRawLine(): Promise<Buffer | null> {
    for (;;) {
      const end = buffered.indexOf(0x0a);
      if (end > longestLine || (end < 0 && buffered.length > longestLine)) return null;
      if (end >= 0) return Buffer.from(consume(end + 1));
      if (!(await more())) return null;
    }
  }

  listen(socket);
  return {
    remoteIp: socket.remoteAddress ?? '',
    isSecure: () => stream instanceof TLSSocket,
    readLine: async () => (await readRawLine())?.toString('utf8').replace(/\r?\n$/, '') ?? null,
    readRawLine,
    async readBytes(count) {
      while (buffered.length < count) if (!(await more())) return null;
      return Buffer.from(consume(count));
    },
    async write(answer) {
      if (over || stream.destroyed) return;
      await writeUnderFault({
        stream,
        transport: socket,
        answer: Buffer.from(answer),
        fault: fault(),
        over: whenOver.signal,
      });
    },
    async startTls() {
      if (over) return false;
      buffered = Buffer.alloc(0);
      socket.removeListener('data', take);
      socket.removeListener('end', finish);
      const secure = new TLSSocket(socket, { isServer: true, secureContext: secureContext() });
      stream = secure;
      listen(secure);
      return new Promise<boolean>((resolve) => {
        secure.once('secure', () => resolve(true));
        secure.once('close', () => resolve(false));
        secure.once('error', () => {
          // A client that refuses the certificate leaves; there is nobody left to talk to.
          secure.destroy();
          resolve(false);
        });
      });
    },
    pause: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          whenOver.signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, over ? 0 : ms);
        whenOver.signal.addEventListener('abort', done, { once: true });
      }),
    end() {
      stream.end();
      // A client that never closes its half must not keep the connection.
      stream.destroySoon();
    },
  };
}
