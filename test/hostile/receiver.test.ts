import { createHash } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLoopbackReceiver } from '../../src-main/sign-in/loopback-receiver.ts';
import type { RedirectReceiver } from '../../src-main/sign-in/redirect-receiver.ts';

const state = 'the-state-that-is-waited-for';
let receiver: RedirectReceiver;
let port: number;
let received: Promise<URL>;

beforeEach(async () => {
  receiver = await openLoopbackReceiver();
  port = Number(new URL(receiver.redirectUri).port);
  received = receiver.received(state);
  received.catch(() => {});
});
afterEach(() => receiver.close());

/** Everything that comes back for bytes sent as they are. */
function raw(bytes: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ host, port }, () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
  });
}

function request(line: string, headers = `Host: 127.0.0.1:${port}`): Promise<string> {
  return raw(`${line} HTTP/1.1\r\n${headers}\r\n\r\n`);
}

const good = `GET /callback?code=c&state=${state}`;

test('the honest way back: one page, then nobody is there any more', async () => {
  const answer = await request(good);
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toContain('You are signed in');
  expect((await received).href).toBe(`http://127.0.0.1:${port}/callback?code=c&state=${state}`);
  await receiver.close();
  await expect(request(good)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('the page runs nothing, asks for nothing and tells nobody where it was', async () => {
  const answer = await request(good);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const policy = /content-security-policy: (.*)/i.exec(head)?.[1] ?? '';
  const style = /<style>(.*?)<\/style>/s.exec(body)?.[1] ?? '';
  expect(policy).toContain(
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  expect(policy).not.toContain('unsafe');
  expect(head).toMatch(/referrer-policy: no-referrer/i);
  expect(head).toMatch(/cache-control: no-store/i);
  expect(head).toMatch(/x-content-type-options: nosniff/i);
  expect(body).not.toMatch(/<script|javascript:|https?:\/\/| style=| on[a-z]+=|<link|<img/i);
});

describe('what does not end the wait', () => {
  const others: readonly (readonly [string, () => Promise<string>, number])[] = [
    ['another path', () => request(`GET /?code=c&state=${state}`), 404],
    ['the icon', () => request('GET /favicon.ico'), 404],
    ['a path below', () => request(`GET /callback/?code=c&state=${state}`), 404],
    ['a path that only looks like it', () => request(`GET /CALLBACK?code=c&state=${state}`), 404],
    ['a path that becomes it', () => request(`GET /x/../callback?code=c&state=${state}`), 404],
    ['an encoded path', () => request(`GET /%63allback?code=c&state=${state}`), 404],
    [
      'another authority in the path',
      () => request(`GET //evil.example/callback?code=c&state=${state}`),
      404,
    ],
    [
      'a whole address, as to a proxy',
      () => request(`GET http://127.0.0.1:${port}/callback?code=c&state=${state}`),
      404,
    ],
    ['no parameters', () => request('GET /callback'), 404],
    ['no state', () => request('GET /callback?code=c'), 404],
    ['a wrong state', () => request('GET /callback?code=evil&state=wrong'), 404],
    ['an empty state', () => request('GET /callback?code=evil&state='), 404],
    ['a state that goes on', () => request(`${good}x`), 404],
    ['two states', () => request(`${good}&state=${state}`), 404],
    ['a denial without the state', () => request('GET /callback?error=access_denied'), 404],
    [
      'POST',
      () => request(`POST /callback?code=c&state=${state}`, `Host: 127.0.0.1:${port}\r\nContent-Length: 0`),
      405,
    ],
    ['HEAD', () => request(`HEAD /callback?code=c&state=${state}`), 405],
    ['OPTIONS', () => request(`OPTIONS /callback?code=c&state=${state}`), 405],
    ['a rebound name', () => request(good, 'Host: evil.example'), 404],
    ['a rebound name with the port', () => request(good, `Host: evil.example:${port}`), 404],
    ['another port', () => request(good, `Host: 127.0.0.1:${port + 1}`), 404],
    ['no port', () => request(good, 'Host: 127.0.0.1'), 404],
    ['no host', () => request(good, 'Accept: */*'), 404],
  ];

  test.each(others)('%s', async (_name, send, status) => {
    const answer = await send();
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    // Not a word that would tell a page in the browser what is listening here.
    expect(answer.split('\r\n\r\n')[1]).toBe('');
    expect(answer).not.toContain('Gatepass');
    await request(good, `Host: localhost:${port}`);
    expect((await received).searchParams.get('code')).toBe('c');
  });

  test.each([
    ['a head without end', `GET /callback?${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['a hundred thousand headers', `GET / HTTP/1.1\r\n${'a: b\r\n'.repeat(100_000)}\r\n`],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['a TLS greeting', '\u0016\u0003\u0001\u0000\u0005hello'],
    ['two lengths', 'POST /callback HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    await raw(bytes).catch(() => '');
    await request(good);
    expect((await received).searchParams.get('code')).toBe('c');
  });

  test('any noise at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT'),
        fc.webPath(),
        fc.webQueryParameters(),
        async (method, path, query) => {
          const answer = await request(`${method} ${path || '/'}?${query}`).catch(() => 'closed');
          expect(answer).toMatch(/^(HTTP\/1\.1 (404|405|400) |closed)/);
        },
      ),
      { numRuns: 50 },
    );
    await request(good);
    await expect(received).resolves.toBeInstanceOf(URL);
  });
});

test('connections that say nothing, or dribble, are dropped and do not keep the browser out', async () => {
  const slow: Socket[] = [];
  const dropped = Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const socket = connect({ host: '127.0.0.1', port }, () => {
        if (index % 2 === 0) socket.write('GET /callback?');
      });
      socket.on('error', () => {});
      socket.resume();
      slow.push(socket);
      return new Promise((resolve) => socket.on('close', resolve));
    }),
  );
  try {
    await Promise.all(
      slow
        .filter((_, index) => index % 2 === 0)
        .map((socket) => new Promise((resolve) => socket.once('connect', resolve))),
    );
    expect(await request(good)).toMatch(/^HTTP\/1\.1 200/);
    await received;
    // Closing does not wait for them.
    await receiver.close();
    await dropped;
  } finally {
    for (const socket of slow) socket.destroy();
  }
});

test('a dribbling connection is dropped by itself', async () => {
  const answer = await raw('GET /callback?code=');
  expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/);
});

test('only this computer can reach it', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address !== undefined && address.family === 'IPv4' && !address.internal);
  for (const address of outside) {
    await expect(raw('GET / HTTP/1.1\r\n\r\n', address?.address)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  }
  await expect(raw('GET / HTTP/1.1\r\n\r\n', '127.0.0.2')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('before anybody waits nothing is accepted', async () => {
  const early = await openLoopbackReceiver();
  try {
    const answer = await fetch(`${early.redirectUri}?code=c&state=`);
    expect(answer.status).toBe(404);
  } finally {
    await early.close();
  }
});

test('two good answers at once: one is taken', async () => {
  const answers = await Promise.allSettled([request(good), request(good), request(good)]);
  const pages = answers.filter(
    (answer) => answer.status === 'fulfilled' && answer.value.startsWith('HTTP/1.1 200'),
  );
  expect(pages).toHaveLength(1);
});

test.each([
  ['access_denied', 'You are not signed in', false],
  ['temporarily_unavailable', 'temporarily_unavailable', true],
  ['<script>alert(1)</script>', 'unnamed_error', true],
])('an error is a page in plain words: %s', async (error, words, tells) => {
  const answer = await request(
    `GET /callback?error=${encodeURIComponent(error)}&error_description=%3Cb%3Emarked%3C/b%3E&state=${state}`,
  );
  expect(answer).toContain(words);
  expect(answer.includes('<code>')).toBe(tells);
  expect(answer).not.toContain('marked');
  expect(answer).not.toContain('<script');
  expect((await received).searchParams.get('error')).toBe(error);
});

test('an abort ends the wait with its reason and closes the listener', async () => {
  const own = await openLoopbackReceiver();
  const controller = new AbortController();
  const reason = new Error('left');
  const waiting = own.received(state, controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await own.close();
  await expect(fetch(own.redirectUri)).rejects.toThrow();
  await expect(own.received(state, controller.signal)).rejects.toBe(reason);
  await expect(own.received(state)).rejects.toMatchObject({ code: 'signin.cancelled' });
});

test('closing ends the wait', async () => {
  await receiver.close();
  await expect(received).rejects.toMatchObject({ code: 'signin.cancelled' });
  await receiver.close();
});

test('a fixed port that is taken is said to be', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const address = squatter.address();
  const taken = address !== null && typeof address === 'object' ? address.port : 0;
  try {
    await expect(openLoopbackReceiver({ port: taken })).rejects.toMatchObject({
      code: 'signin.port-taken',
      facts: { port: taken },
    });
  } finally {
    await new Promise((resolve) => squatter.close(resolve));
  }
  const fixed = await openLoopbackReceiver({ port: taken });
  expect(fixed.redirectUri).toBe(`http://127.0.0.1:${taken}/callback`);
  await fixed.close();
});
