import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';

export interface Introspection {
  /** The provider's introspection endpoint (RFC 7662). */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Which member of the answer is the login name in mail apps. */
  readonly usernameAttribute: 'username' | 'email';
}

export interface IntrospectionRelay {
  readonly url: string;
  stop(): Promise<void>;
}

const answerSchema = v.object({
  active: v.boolean(),
  username: v.optional(v.string()),
  email: v.optional(v.string()),
});
const largestRequest = 64 * 1024;
const deadlineMs = 5000;

/**
 * Stands between Dovecot and the provider, so that the client secret stays in memory: Dovecot would want it in a
 * file. Answers `{active, username}` for what the provider says, `{active: false}` where it says nothing usable.
 */
export async function startIntrospectionRelay(introspection: Introspection): Promise<IntrospectionRelay> {
  // Only Dovecot knows the path.
  const path = `/${randomBytes(16).toString('hex')}`;
  const server = createServer((request, response) => {
    void answer(request, response, path, introspection);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}${path}`,
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  introspection: Introspection,
): Promise<void> {
  const known = request.method === 'POST' && request.url === path;
  const form = known ? await formOf(request).catch(() => null) : null;
  const token = form?.get('token') ?? null;
  const body =
    token === null
      ? { active: false }
      : await introspect(token, introspection).catch(() => ({ active: false }));
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestRequest) throw new Error('too large');
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

async function introspect(
  token: string,
  { url, clientId, clientSecret, usernameAttribute }: Introspection,
): Promise<object> {
  // RFC 6749 section 2.3.1: both are form-encoded before they become Basic.
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString(
    'base64',
  );
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }),
    redirect: 'error',
    signal: AbortSignal.timeout(deadlineMs),
  });
  const said = v.parse(answerSchema, await response.json());
  const username = said[usernameAttribute]?.toLowerCase();
  return said.active && username !== undefined ? { active: true, username } : { active: false };
}
