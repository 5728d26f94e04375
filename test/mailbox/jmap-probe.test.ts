import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createJmapProbe } from '../../src-main/mailbox/jmap-probe.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { Secret } from '../../src-main/secret.ts';

interface Recorded {
  readonly name: string;
  readonly response: {
    readonly status: number;
    readonly headers: Record<string, string | string[]>;
    readonly body: unknown;
  };
}

let stop: (() => Promise<void>) | null = null;
const login = { user: 'alice@example.org', secret: new Secret('app_canary-secret') };

afterEach(async () => {
  await stop?.();
  stop = null;
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

function recorded(version: string, name: string): Recorded['response'] {
  const file = new URL(`../transcripts/${version}/3-app-passwords.json`, import.meta.url);
  const { exchanges } = JSON.parse(readFileSync(file, 'utf8')) as { exchanges: Recorded[] };
  const found = exchanges.find((exchange) => exchange.name === name);
  if (!found) throw new Error(`nothing recorded as "${name}"`);
  return found.response;
}

describe('recorded answers of real servers', () => {
  test.each([
    ['0.16.18', 'basic session with the app password', { kind: 'accepted' }],
    ['0.16.18', 'basic session, wrong secret', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'basic with a destroyed one', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'basic with an expired app password', { kind: 'refused', reason: 'expired' }],
    [
      '0.16.18',
      'basic from an address that is not allowed',
      { kind: 'refused', reason: 'address-not-allowed' },
    ],
    ['0.15.5', 'basic session with the app password', { kind: 'accepted' }],
    ['0.15.5', 'basic session, wrong secret', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.15.5', 'basic with the removed one', { kind: 'refused', reason: 'wrong-or-revoked' }],
  ])('%s %s', async (version, name, expected) => {
    const { status, headers, body } = recorded(version, name);
    const heard: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      heard.push(`${request.method} ${request.url}`, request.headers.authorization);
      const { 'content-length': _, connection: __, ...rest } = headers;
      response.writeHead(status, rest).end(JSON.stringify(body));
    });
    const probe = createJmapProbe({ http: createNodeHttp(), server });
    expect(await probe.prove(login)).toEqual({ ...expected, ms: expect.any(Number) });
    const basic = `Basic ${Buffer.from('alice@example.org:app_canary-secret').toString('base64')}`;
    expect(heard).toEqual(['GET /jmap/session', basic]);
  });
});

describe('other answers', () => {
  test.each([
    [200, '{"username":""}', 'server.broken'],
    [200, '<html>', 'server.broken'],
    [200, 'null', 'server.broken'],
    [302, '', 'network.redirected'],
    [404, '', 'server.not-stalwart'],
    [429, '', 'server.limited'],
    [500, '', 'server.broken'],
  ])('%i %s', async (status, body, code) => {
    const server = await serve((_, response) => response.writeHead(status).end(body));
    const probe = createJmapProbe({ http: createNodeHttp(), server });
    expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code });
  });

  test('a proxy path stays', async () => {
    const paths: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      paths.push(request.url);
      response.end('{"username":"alice"}');
    });
    await createJmapProbe({ http: createNodeHttp(), server: new URL('mail/', server) }).prove(login);
    expect(paths).toEqual(['/mail/jmap/session']);
  });

  test('open asks for nothing in anybody’s name, and its connection is used again', async () => {
    const ports = new Set<number | undefined>();
    const names: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      names.push(request.headers.authorization);
      response.end('{"username":"alice"}');
    });
    const probe = createJmapProbe({ http: createNodeHttp(), server });
    await probe.open();
    // fetch gives a connection back some turns after the answer was read.
    for (let turn = 0; turn < 50; turn++) await setImmediate();
    await probe.prove(login);
    expect(names[0]).toBeUndefined();
    expect(ports.size).toBe(1);
  });

  test('hang, cancel, close', async () => {
    let arrived: () => void = () => undefined;
    const server = await serve(() => arrived());
    const http = createNodeHttp();
    const short = createJmapProbe({ http, server, proveMs: 40 });
    expect(await short.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.timeout' });
    const next = () => new Promise<void>((resolve) => (arrived = resolve));
    const probe = createJmapProbe({ http, server });
    const cancel = new AbortController();
    const first = next();
    const cancelled = probe.prove(login, cancel.signal);
    await first;
    cancel.abort(new Error('Ctrl+C'));
    await expect(cancelled).rejects.toThrow('Ctrl+C');
    const second = next();
    const closed = probe.prove(login);
    await second;
    probe.close();
    probe.close();
    expect(await closed).toMatchObject({ kind: 'unreachable', code: 'network.reset' });
    expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.reset' });
  });

  test('a user name that Basic cannot carry', async () => {
    const probe = createJmapProbe({ http: createNodeHttp(), server: 'https://unused.example/' });
    const odd = { user: 'a:b', secret: login.secret };
    expect(await probe.prove(odd)).toMatchObject({ kind: 'unreachable', code: 'input.invalid' });
  });
});
