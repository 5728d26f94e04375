import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { SandboxFault } from '../sandbox.ts';
import type { LineFaults } from './line-faults.ts';
import { createLineSocket, type LineSocket } from './line-socket.ts';
import type { MailProtocol } from './mail-authority.ts';

export interface LineListener {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Resolves when the port is closed and every conversation is over; idempotent. */
  stop(): Promise<void>;
}

export interface LineListenerOptions {
  readonly protocol: MailProtocol;
  /** TLS from the first byte; otherwise the session may offer STARTTLS. */
  readonly implicitTls: boolean;
  readonly secureContext: () => SecureContext;
  readonly faults: LineFaults;
  /** Speaks with one client until it resolves. */
  readonly serve: (socket: LineSocket) => Promise<void>;
}

/** One port of one mail protocol on loopback. */
export function startLineListener(options: LineListenerOptions): Promise<LineListener> {
  const { protocol, implicitTls, secureContext, faults, serve } = options;
  return startTcpListener({
    protocol,
    faults,
    async serve(socket, fault) {
      const line = createLineSocket({ socket, secureContext, fault });
      if (implicitTls && !(await line.startTls())) return;
      await serve(line);
      line.end();
    },
  });
}

export interface TcpListenerOptions {
  readonly protocol: MailProtocol;
  readonly faults: LineFaults;
  /** Speaks with one client until it resolves. `fault` is the one that is on at the moment it is called. */
  readonly serve: (socket: Socket, fault: () => SandboxFault | undefined) => Promise<void>;
}

/** One loopback port. It keeps its number while the fault `refuse` closes it for a time. */
export async function startTcpListener({
  protocol,
  faults,
  serve,
}: TcpListenerOptions): Promise<LineListener> {
  const open = new Set<Socket>();
  const conversations = new Set<Promise<void>>();
  let stopped = false;
  const fault = () => (protocol === 'pop3' ? undefined : faults.ofProtocol(protocol));
  const refuses = () => fault()?.kind === 'refuse';

  function accept(socket: Socket): void {
    if (refuses()) {
      socket.resetAndDestroy();
      return;
    }
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setNoDelay(true);
    const conversation = serve(socket, fault).finally(() => conversations.delete(conversation));
    conversations.add(conversation);
  }

  let server: Server | null = createServer(accept);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;

  const unsubscribe = faults.onChange?.(() => {
    if (refuses() && server !== null) {
      server.close();
      server = null;
    } else if (!refuses() && server === null && !stopped) {
      server = createServer(accept);
      // Somebody else may have taken the port in between: then it stays closed, as a refused one is.
      server.on('error', () => undefined);
      server.listen(port, '127.0.0.1');
    }
  });

  return {
    host: '127.0.0.1',
    port,
    async stop() {
      if (stopped) return;
      stopped = true;
      unsubscribe?.();
      const closed = server?.listening ? once(server, 'close') : undefined;
      server?.close();
      for (const socket of open) socket.destroy();
      await closed;
      await Promise.all(conversations);
    },
  };
}
