import { once } from 'node:events';
import { createServer } from 'node:net';

/** Numbers of loopback ports nobody listens on at this moment, for programs that must be told theirs. */
export async function freePorts(count: number): Promise<readonly number[]> {
  // Held all at once, so that they differ.
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address === 'object') ports.push(address.port);
  }
  for (const server of servers) {
    server.close();
    await once(server, 'close');
  }
  return ports;
}
