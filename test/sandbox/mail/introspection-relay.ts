import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';

export interface Introspection {
  /** The provider's introspection endpoint (RFC 7662). */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Which member of the provider's answer is the login name in mail apps; either of them when absent. */
  readonly usernameAttribute?: UsernameAttribute;
}

/** A member of the provider's answer that can be a login name. */
type UsernameAttribute = 'username' | 'email';

export interface IntrospectionRelay {
  /** One address for each member that is a login name: Dovecot compares a token's user with one name only. */
  readonly urls: readonly string[];
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
  const { usernameAttribute } = introspection;
  const attributes: readonly UsernameAttribute[] = usernameAttribute
    ? [usernameAttribute]
    : ['email', 'username'];
  // Only Dovecot knows the paths.
  const paths = new Map(attributes.map((attribute) => [`/${randomBytes(16).toString('hex')}`, attribute]));
  const server = createServer((request, response) => {
    void answer(request, response, paths.get(request.url ?? ''), introspection);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    urls: [...paths.keys()].map((path) => `http://127.0.0.1:${address.port}${path}`),
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
  attribute: UsernameAttribute | undefined,
  introspection: Introspection,
): Promise<void> {
  const form = request.method === 'POST' ? await formOf(request).catch(() => null) : null;
  const token = form?.get('token') ?? null;
  const username =
    token === null || attribute === undefined
      ? null
      : await introspect(token, attribute, introspection).catch(() => null);
  const body = username === null ? { active: false } : { active: true, username };
  response.writeHead(200, { 'content-type': 'application/json' });
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

/** The login name of a token, or null when it is not a good one. */
async function introspect(
  token: string,
  attribute: UsernameAttribute,
  { url, clientId, clientSecret }: Introspection,
): Promise<string | null> {
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
  return said.active ? (said[attribute]?.toLowerCase() ?? null) : null;
}
