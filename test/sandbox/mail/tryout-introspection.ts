import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Introspection } from './introspection-relay.ts';

/** A provider that does nothing but introspect (RFC 7662). */
export interface TryoutIntrospection extends Introspection {
  /** From now on this token is a good one of that person. */
  admit(token: string, claims: { readonly username: string; readonly email: string }): void;
  stop(): Promise<void>;
}

export async function startTryoutIntrospection(): Promise<TryoutIntrospection> {
  const tokens = new Map<string, { readonly username: string; readonly email: string }>();
  const clientSecret = 's+cret:of dovecot';
  const basic = `Basic ${Buffer.from(`dovecot:${encodeURIComponent(clientSecret)}`).toString('base64')}`;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const known = request.method === 'POST' && request.headers.authorization === basic;
      const claims = known ? tokens.get(new URLSearchParams(body).get('token') ?? '') : undefined;
      response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(claims === undefined ? { active: false } : { active: true, ...claims }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/token/introspection`,
    clientId: 'dovecot',
    clientSecret,
    admit: (token, claims) => void tokens.set(token, claims),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
