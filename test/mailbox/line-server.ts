import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Endpoint, TransportSecurity } from '../../src-main/discovery/mail-service.ts';

/** One client, seen from a server that says whatever the test wants. */
export interface Client {
  write(bytes: string | Buffer): void;
  /** The next line without its end; null when the client is gone. */
  line(): Promise<string | null>;
  /** The server's side of the handshake; `early` goes out in the clear in the same packet as what was written last. */
  startTls(): Promise<void>;
  end(last?: string): void;
  reset(): void;
  /** Resolves when the client has closed. */
  readonly gone: Promise<void>;
}

export interface LineServer {
  readonly endpoint: Endpoint;
  /** Clients so far. */
  readonly clients: readonly Client[];
  /** Connections that are open now. */
  open(): number;
  stop(): Promise<void>;
}

export interface LineServerOptions {
  readonly certificate: { readonly cert: string; readonly key: string };
  readonly security: TransportSecurity;
  readonly converse: (client: Client) => Promise<void> | void;
}

/** A TCP server on loopback; with `tls` every client gets the handshake first. */
export async function startLineServer({
  certificate,
  security,
  converse,
}: LineServerOptions): Promise<LineServer> {
  const sockets = new Set<Socket>();
  const clients: Client[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    const client = createClient(socket, certificate);
    clients.push(client);
    const begin = security === 'tls' ? client.startTls() : Promise.resolve();
    // A client that leaves in the middle ends its own conversation only.
    begin.then(() => converse(client)).catch(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: { host: '127.0.0.1', port: address.port, security, origin: 'option' },
    clients,
    open: () => sockets.size,
    async stop() {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createClient(transport: Socket, certificate: LineServerOptions['certificate']): Client {
  let stream: Socket = transport;
  let received = '';
  let over = false;
  let wake: (() => void) | null = null;
  const gone = new Promise<void>((resolve) => transport.on('close', () => resolve()));

  const ring = () => {
    wake?.();
    wake = null;
  };
  const take = (chunk: Buffer) => {
    received += chunk.toString('latin1');
    ring();
  };
  const finish = () => {
    over = true;
    ring();
  };
  const listen = (to: Socket) =>
    to.on('data', take).on('end', finish).on('close', finish).on('error', finish);
  listen(transport);

  return {
    gone,
    write: (bytes) => void stream.write(bytes),
    async line() {
      for (;;) {
        const end = received.indexOf('\n');
        if (end >= 0) {
          const line = received.slice(0, end).replace(/\r$/, '');
          received = received.slice(end + 1);
          return line;
        }
        if (over) return null;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async startTls() {
      transport.off('data', take).off('end', finish);
      const secure = new TLSSocket(transport, {
        isServer: true,
        cert: certificate.cert,
        key: certificate.key,
      });
      secure.on('error', () => secure.destroy());
      stream = secure;
      await new Promise<void>((resolve, reject) => {
        secure.once('secure', resolve);
        secure.once('close', () => reject(new Error('no handshake')));
      });
      listen(secure);
    },
    end: (last) => void stream.end(last ?? ''),
    reset: () => transport.resetAndDestroy(),
  };
}
