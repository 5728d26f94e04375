import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Endpoint } from '../discovery/mail-service.ts';
import type { Fault } from '../fault.ts';
import { networkFault } from '../platform/network-fault.ts';
import { createLineFaults, type LineFaults } from './line-faults.ts';

export interface LineConnectionOptions {
  /** Opens the TCP connection; node:net when absent. */
  readonly openSocket?: (address: { readonly host: string; readonly port: number }) => Socket;
  /** PEM certificates to trust instead of the system's. */
  readonly ca?: readonly string[];
}

/** A connection to a server that speaks in lines. Never puts what the server said into an error. */
export interface LineConnection {
  /** False once one side has closed it. */
  isOpen(): boolean;
  /** Whether the server said something that nobody has read. */
  hasUnread(): boolean;
  /**
   * The next line without its end, one character per byte.
   * @returns null when the server closed the connection after a whole line
   * @throws Fault network.reset, network.tls; server.broken for a line that is too long, cut short, or one too many
   */
  readLine(): Promise<string | null>;
  write(text: string): void;
  /**
   * The client's side of the handshake. Bytes that came before it are an attack (RFC 3207 section 6, "response
   * injection"), and end the connection.
   * @throws Fault network.tls, network.reset, server.broken
   */
  startTls(): Promise<void>;
  /** Whether this connection keeps the process running while nothing else does. */
  hold(on: boolean): void;
  /** Says goodbye and closes without waiting for an answer. */
  leave(goodbye: string): void;
  /** Idempotent. */
  close(): void;
  readonly faults: LineFaults;
}

/** The longest lines of real servers (capabilities) have about 1 KiB. */
const longestLine = 16 * 1024;
/** Received in all; a whole login takes about 2 KiB. */
const mostBytes = 256 * 1024;
/** Milliseconds for the goodbye to leave. */
const leaveMs = 1_000;

/**
 * Connects, with TLS at once where the endpoint says so. Certificates are always checked.
 * @param signal closes the connection whenever it is aborted
 * @throws Fault network.*
 */
export async function connectLines(
  endpoint: Endpoint,
  options: LineConnectionOptions,
  signal: AbortSignal,
): Promise<LineConnection> {
  const { host, port } = endpoint;
  const peer = { host, port, seconds: 0 };
  const openSocket = options.openSocket ?? ((address) => connectTcp(address));
  const transport = openSocket({ host, port });
  transport.setNoDelay(true);

  let stream = transport;
  let received = Buffer.alloc(0);
  let total = 0;
  let over: 'no' | 'server' | 'us' = 'no';
  let failure: Fault | null = null;
  let wake: (() => void) | null = null;

  const faults = createLineFaults(endpoint);

  function signalReader(): void {
    wake?.();
    wake = null;
  }
  function fail(fault: Fault): void {
    failure ??= fault;
    finish('server');
    destroy();
  }
  function finish(by: 'server' | 'us'): void {
    if (over === 'no') over = by;
    signalReader();
  }
  function destroy(): void {
    stream.destroy();
    transport.destroy();
  }
  function close(): void {
    finish('us');
    destroy();
  }
  function take(chunk: Buffer): void {
    total += chunk.length;
    received = Buffer.concat([received, chunk]);
    const lineLength = received.indexOf(0x0a);
    if (total > mostBytes) fail(faults.broken('it says too much'));
    else if (lineLength > longestLine || (lineLength < 0 && received.length > longestLine))
      fail(faults.broken('a line is too long'));
    else signalReader();
  }
  const onEnd = () => finish('server');
  const onError = (error: Error) =>
    fail(networkFault(error, peer) ?? faults.broken('it breaks the connection'));
  function listen(to: Socket): void {
    to.on('data', take).on('end', onEnd).on('close', onEnd).on('error', onError);
  }
  function until(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
    return new Promise((resolve, reject) => {
      socket.once(event, resolve);
      // Behind onError, which has told the reason by then.
      socket.once('close', () => reject(failure ?? faults.cut()));
    });
  }
  async function startTls(): Promise<void> {
    if (received.length > 0) {
      fail(faults.broken('it spoke before encryption began'));
      throw failure ?? faults.cut();
    }
    transport.off('data', take).off('end', onEnd).off('close', onEnd);
    const secure = connectTls({
      socket: transport,
      host,
      // A name only: RFC 6066 section 3 has no addresses in SNI. The certificate is checked against `host` in any case.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(options.ca === undefined ? {} : { ca: [...options.ca] }),
    });
    stream = secure;
    const ready = until(secure, 'secureConnect');
    listen(secure);
    await ready;
  }

  signal.throwIfAborted();
  signal.addEventListener('abort', close, { once: true });
  listen(transport);
  if (transport.connecting) await until(transport, 'connect');
  if (endpoint.security === 'tls') await startTls();

  return {
    isOpen: () => over === 'no' && !stream.destroyed,
    hasUnread: () => received.length > 0,
    async readLine() {
      for (;;) {
        const end = received.indexOf(0x0a);
        if (end >= 0) {
          const line = received.toString('latin1', 0, end);
          received = received.subarray(end + 1);
          return line.endsWith('\r') ? line.slice(0, -1) : line;
        }
        if (failure) throw failure;
        if (over === 'us') throw faults.cut();
        if (over === 'server') {
          if (received.length > 0) throw faults.broken('an answer is cut short');
          return null;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    write(text) {
      if (!stream.destroyed) stream.write(text);
    },
    startTls,
    hold(on) {
      if (on) stream.ref();
      else stream.unref();
    },
    leave(goodbye) {
      if (over !== 'no') return close();
      finish('us');
      stream.unref();
      stream.setTimeout(leaveMs, destroy);
      stream.end(goodbye, destroy);
    },
    close,
    faults,
  };
}
