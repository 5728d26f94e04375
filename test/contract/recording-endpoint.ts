import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { EndpointRequest } from './recorded-exchange.ts';

export interface RecordingEndpoint {
  readonly url: string;
  /** What arrived since the last call, in order; `connection` is left out as in the recordings. */
  take(): readonly EndpointRequest[];
  stop(): Promise<void>;
}

/**
 * The endpoint of the recordings (0.15.5/6-oidc-endpoint-modes.json): answers like a good provider unless the token's
 * ending asks for something else.
 */
export async function startRecordingEndpoint(): Promise<RecordingEndpoint> {
  let received: EndpointRequest[] = [];
  const server = createServer((request, response) => {
    readText(request).then(
      (body) => {
        const headers = Object.entries(request.headers)
          .filter(([name]) => name !== 'connection')
          .map(([name, value]) => [name, String(value)] as const);
        received.push({
          method: request.method ?? '',
          url: request.url ?? '',
          headers: Object.fromEntries(headers),
          body,
        });
        const token = `${request.headers.authorization ?? ''} ${new URLSearchParams(body).get('token') ?? ''}`;
        answer(/-([a-z0-9]+)\s*$/.exec(token)?.[1] ?? '', response);
      },
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/endpoint`,
    take: () => {
      const taken = received;
      received = [];
      return taken;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const good = { active: true, username: 'ian', email: 'Ian@Example.org', name: 'Ian Introspected' };

function answer(ending: string, response: ServerResponse): void {
  const json = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  switch (ending) {
    case '401':
      json(401, { error: 'invalid_token' });
      return;
    case '500':
      json(500, {});
      return;
    case 'noemail':
      json(200, { ...good, email: undefined });
      return;
    case 'arrayemail':
      json(200, { ...good, email: [good.email] });
      return;
    case 'inactive':
      json(200, { active: false });
      return;
    case 'redirect':
      response.writeHead(302, { location: '/elsewhere' });
      response.end();
      return;
    case 'hang':
      return;
    default:
      json(200, good);
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
