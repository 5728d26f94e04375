import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { HttpRequest } from '../../src-main/platform/http.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';

const http = createNodeHttp();
const directory = mkdtempSync(join(tmpdir(), 'gatepass-http-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener);
  stops.push(async () => server.closeAllConnections());
  return new URL(`http://127.0.0.1:${await listen(server)}/`);
}

async function serveBytes(onConnection: (socket: Socket) => void): Promise<URL> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  stops.push(async () => {
    for (const socket of sockets) socket.destroy();
  });
  return new URL(`http://127.0.0.1:${await listen(server)}/`);
}

async function listen(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function get(url: URL, more: Partial<HttpRequest> = {}) {
  return http.send({ method: 'GET', url, ...more });
}

test('sends what is asked, keeps no cookies, follows no redirect', async () => {
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push([request.method, request.url, request.headers['x-a'], request.headers.cookie, body]);
      response.writeHead(302, { location: '/elsewhere', 'set-cookie': 'a=b' }).end('moved');
    });
  });
  const answer = await http.send({ method: 'PROPFIND', url, headers: { 'x-a': 'b' }, body: 'ü' });
  expect(answer).toMatchObject({ status: 302, body: 'moved' });
  expect(answer.headers.get('location')).toBe('/elsewhere');
  await get(url);
  expect(seen).toEqual([
    ['PROPFIND', '/', 'b', undefined, 'ü'],
    ['GET', '/', undefined, undefined, ''],
  ]);
});

test('reads UTF-8 whole, also where a character is cut by a chunk, and nothing where there is nothing', async () => {
  const bytes = Buffer.from('aé😀');
  const url = await serve(async (request, response) => {
    if (request.url === '/none') return response.writeHead(204).end();
    for (const byte of bytes) await new Promise((resolve) => response.write(Buffer.of(byte), resolve));
    return response.end();
  });
  expect((await get(url)).body).toBe('aé😀');
  expect((await get(new URL('/none', url))).body).toBe('');
});

test('stops reading at the limit, which counts what comes out of a compressed answer', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  const url = await serve((request, response) => {
    if (request.url === '/bomb') return response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    return response.end('x'.repeat(1000));
  });
  expect((await get(url, { maxBytes: 1000 })).body).toHaveLength(1000);
  const tooLarge = { code: 'server.broken', facts: { server: '127.0.0.1', what: 'it is too large' } };
  await expect(get(url, { maxBytes: 999 })).rejects.toMatchObject(tooLarge);
  await expect(get(new URL('/bomb', url))).rejects.toMatchObject(tooLarge);
});

test('a body cut short is a broken answer', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half', () => response.destroy());
  });
  await expect(get(url)).rejects.toMatchObject({ code: 'server.broken', facts: { what: 'it is cut short' } });
});

test('bytes that are not HTTP are a broken answer', async () => {
  const url = await serveBytes((socket) => socket.end('220 mail.example.org ESMTP\r\n'));
  await expect(get(url)).rejects.toMatchObject({ code: 'server.broken', facts: { what: 'it is not HTTP' } });
});

test.each(['before the head', 'in the body'])(
  'a server that falls silent %s ends at the deadline',
  async (when) => {
    const url = await serveBytes((socket) => {
      socket.on('data', () => {
        if (when !== 'before the head') socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n123');
      });
    });
    await expect(get(url, { deadlineMs: 200 })).rejects.toMatchObject({
      code: 'network.timeout',
      retryable: true,
      facts: { host: '127.0.0.1', port: Number(url.port), seconds: 0.2 },
    });
  },
);

test('an abort comes out as its reason, before and during the exchange', async () => {
  const controller = new AbortController();
  const reason = new Error('left');
  const url = await serve(() => controller.abort(reason));
  await expect(get(url, { signal: controller.signal })).rejects.toBe(reason);
  await expect(get(url, { signal: controller.signal })).rejects.toBe(reason);
});

test('refused, reset and unknown are told apart', async () => {
  const closed = createTcpServer();
  const port = await listen(closed);
  await stops.pop()?.();
  await expect(get(new URL(`http://127.0.0.1:${port}`))).rejects.toMatchObject({
    code: 'network.refused',
    facts: { host: '127.0.0.1', port },
  });
  const reset = await serveBytes((socket) => socket.once('data', () => socket.resetAndDestroy()));
  await expect(get(reset)).rejects.toMatchObject({ code: 'network.reset' });
  const hungUp = await serveBytes((socket) => socket.once('data', () => socket.end()));
  await expect(get(hungUp)).rejects.toMatchObject({ code: 'network.reset' });
  // A machine without any name server says "try again" instead: both are true to the fact.
  const unknown = await get(new URL('http://nobody.invalid')).catch((thrown: unknown) => thrown);
  expect(['network.unknown-host', 'network.offline']).toContain((unknown as { code: string }).code);
});

test('a port that browsers block is said to be one', async () => {
  await expect(get(new URL('https://127.0.0.1:993'))).rejects.toMatchObject({ code: 'input.invalid' });
});

/** A certificate that signs itself; `openssl ca` because other commands can't set the dates before OpenSSL 3.4. */
function certificate(
  name: string,
  subjectAltName = 'IP:127.0.0.1',
  from = '20200101000000Z',
  until = '20900101000000Z',
) {
  const folder = mkdtempSync(join(directory, `${name}-`));
  const [key, csr, cert, config] = ['key', 'csr', 'pem', 'cnf'].map((end) => join(folder, `it.${end}`)) as [
    string,
    string,
    string,
    string,
  ];
  writeFileSync(join(folder, 'index'), '');
  writeFileSync(
    config,
    `[ca]\ndefault_ca=x\n[x]\ndatabase=${folder}/index\nnew_certs_dir=${folder}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n` +
      `[p]\ncommonName=supplied\n[e]\nsubjectAltName=${subjectAltName}\nbasicConstraints=CA:true\n`,
  );
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key];
  execFileSync('openssl', ['req', '-new', ...newKey, '-subj', '/CN=test', '-out', csr], { stdio: 'ignore' });
  const signed = [
    '-selfsign',
    '-keyfile',
    key,
    '-in',
    csr,
    '-out',
    cert,
    '-extensions',
    'e',
    '-batch',
    '-notext',
  ];
  execFileSync('openssl', ['ca', '-config', config, ...signed, '-startdate', from, '-enddate', until], {
    stdio: 'ignore',
  });
  return { key: readFileSync(key), cert: readFileSync(cert), path: cert };
}

async function serveTls(identity: { key: Buffer; cert: Buffer }, options: object = {}): Promise<URL> {
  const server = createTlsServer({ ...identity, ...options }, (_request, response) =>
    response.end('private'),
  );
  server.on('tlsClientError', () => {});
  return new URL(`https://127.0.0.1:${await listen(server)}/`);
}

test('a self-signed certificate is refused, and said to be one', async () => {
  const url = await serveTls(certificate('self-signed'));
  await expect(get(url)).rejects.toMatchObject({
    code: 'network.tls',
    retryable: false,
    facts: { host: '127.0.0.1', reason: 'self-signed certificate' },
  });
});

test('no encryption in common is no safe connection either', async () => {
  const url = await serveTls(certificate('old'), {
    maxVersion: 'TLSv1.2',
    ciphers: 'NULL-SHA256:@SECLEVEL=0',
  });
  await expect(get(url)).rejects.toMatchObject({
    code: 'network.tls',
    facts: { reason: 'no agreement on encryption' },
  });
  const plain = await serve((_request, response) => response.end());
  plain.protocol = 'https:';
  await expect(get(plain)).rejects.toMatchObject({ code: 'network.tls' });
});

test.each([
  ['trusted', [], 'private'],
  ['expired', ['IP:127.0.0.1', '20200101000000Z', '20200102000000Z'], 'expired certificate'],
  ['future', ['IP:127.0.0.1', '20890101000000Z', '20900101000000Z'], 'certificate that is not valid yet'],
  ['other-name', ['DNS:other.example'], 'certificate for another name'],
])('with the authority of NODE_EXTRA_CA_CERTS: %s', async (name, details, outcome) => {
  const identity = certificate(name, ...details);
  const url = await serveTls(identity);
  // The variable is read once, at the start of a process.
  const script = `
    import { createNodeHttp } from ${JSON.stringify(new URL('../../src-main/platform/node-http.ts', import.meta.url).href)};
    const sent = createNodeHttp().send({ method: 'GET', url: new URL(${JSON.stringify(url.href)}) });
    console.log(await sent.then((answer) => answer.body, (fault) => fault.facts.reason ?? fault.message));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: identity.path },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise((resolve) => child.once('exit', resolve));
  expect(output.trim()).toBe(outcome);
});
