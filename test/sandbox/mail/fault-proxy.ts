import { connect, type Socket } from 'node:net';
import type { LineFaults } from './line-faults.ts';
import { type LineListener, startTcpListener } from './line-listener.ts';
import type { MailProtocol } from './mail-authority.ts';
import { writeUnderFault } from './write-under-fault.ts';

export interface FaultProxyOptions {
  readonly protocol: MailProtocol;
  readonly faults: LineFaults;
  /** The port on this machine that is really spoken to. */
  readonly port: number;
}

/** A port in front of another one where the answers can be made to fail, TLS or not. */
export function startFaultProxy({ protocol, faults, port }: FaultProxyOptions): Promise<LineListener> {
  return startTcpListener({
    protocol,
    faults,
    serve: (client, fault) =>
      new Promise((resolve) => {
        const server = connect(port, '127.0.0.1');
        const over = new AbortController();
        const end = () => {
          over.abort();
          server.destroy();
          client.destroySoon();
          resolve();
        };
        for (const side of [client, server]) {
          side.on('error', end);
          side.on('close', end);
        }
        client.on('data', (bytes: Buffer) => void server.write(bytes));
        client.on('end', () => void server.end());
        server.on('data', (answer: Buffer) => void pass(client, server, answer, fault(), over.signal));
      }),
  });
}

async function pass(
  client: Socket,
  server: Socket,
  answer: Buffer,
  fault: Parameters<typeof writeUnderFault>[0]['fault'],
  over: AbortSignal,
): Promise<void> {
  // One answer after the other, however long each is held back.
  server.pause();
  await writeUnderFault({ stream: client, transport: client, answer, fault, over });
  server.resume();
}
