import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createRawServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { chromiumFault } from '../../src-main/electron/chromium-fault.ts';
import {
  createElectronHttp,
  type HttpSession,
  httpPartition,
} from '../../src-main/electron/electron-http.ts';
import { fetchAsChromium } from '../electron-stand-in/parts/chromium-fetch.ts';

type Filter = (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void;

/** A session over the stand-in's fetch, with its filter in force. */
function setUp() {
  let filter: Filter = (_details, decide) => decide({});
  const inits: RequestInit[] = [];
  const session = {
    webRequest: {
      onBeforeRequest: (listener: Filter) => {
        filter = listener;
      },
    },
    fetch(url: string, init: RequestInit) {
      inits.push(init);
      return fetchAsChromium(
        url,
        init,
        (address) =>
          new Promise((resolve) => filter({ url: address }, ({ cancel }) => resolve(cancel === true))),
      );
    },
  };
  return { http: createElectronHttp(session as unknown as HttpSession), inits };
}

const servers: { close(): void; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function serverOf(listener: RequestListener): Promise<URL> {
  const server: Server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

describe('HTTP in the desktop app', () => {
  it('brings the request there and the answer back', async () => {
    const url = await serverOf((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        response.writeHead(207, { 'x-it': 'yes' });
        response.end(
          `${request.method} ${request.headers['content-type']} ${request.headers['user-agent']} ${body} ü`,
        );
      });
    });
    const { http, inits } = setUp();
    const answer = await http.send({
      method: 'PROPFIND',
      url,
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect(answer).toMatchObject({ status: 207, body: 'PROPFIND text/xml Gatepass <a/> ü' });
    expect(answer.headers.get('x-it')).toBe('yes');
    expect(inits[0]).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      bypassCustomProtocolHandlers: true,
    });
    expect(httpPartition).not.toMatch(/^persist:/);
  });

  it('follows no redirect', async () => {
    let visits = 0;
    const url = await serverOf((request, response) => {
      if (request.url === '/else') visits++;
      response.writeHead(302, { location: '/else' });
      response.end();
    });
    await expect(setUp().http.send({ method: 'GET', url })).rejects.toMatchObject({
      code: 'network.redirected',
    });
    expect(visits).toBe(0);
  });

  it('gives up on an answer that is too large, too slow, cut short or not HTTP', async () => {
    const { http } = setUp();
    const large = await serverOf((_request, response) => void response.end('x'.repeat(5000)));
    await expect(http.send({ method: 'GET', url: large, maxBytes: 1000 })).rejects.toMatchObject({
      code: 'server.broken',
    });
    const slow = await serverOf((_request, response) => void response.write('x'));
    await expect(http.send({ method: 'GET', url: slow, deadlineMs: 50 })).rejects.toMatchObject({
      code: 'network.timeout',
    });
    const short = await serverOf((_request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('x');
      setImmediate(() => response.destroy());
    });
    await expect(http.send({ method: 'GET', url: short })).rejects.toMatchObject({ code: 'server.broken' });
    const raw = createRawServer((socket) => void socket.end('SSH-2.0-x\r\n'));
    servers.push(raw);
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    const odd = new URL(`http://127.0.0.1:${(raw.address() as AddressInfo).port}/`);
    await expect(http.send({ method: 'GET', url: odd })).rejects.toMatchObject({ code: 'server.broken' });
  });

  it('stops when it is told to, with the reason it is given', async () => {
    const url = await serverOf(() => undefined);
    const controller = new AbortController();
    const answer = setUp().http.send({ method: 'GET', url, signal: controller.signal });
    const reason = new Error('cancelled');
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });

  it('says that nobody is there', async () => {
    const url = await serverOf(() => undefined);
    for (const server of servers.splice(0))
      await new Promise<void>((resolve) => (server as Server).close(() => resolve()));
    await expect(setUp().http.send({ method: 'GET', url })).rejects.toMatchObject({
      code: 'network.refused',
      retryable: true,
    });
  });

  it('reaches only what is protected, whoever asks', async () => {
    const { http } = setUp();
    await expect(http.send({ method: 'GET', url: new URL('http://192.0.2.1/') })).rejects.toMatchObject({
      code: 'server.broken',
    });
  });
});

describe("Chromium's errors", () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'network.unknown-host'],
    ['net::ERR_CONNECTION_REFUSED', 'network.refused'],
    ['net::ERR_CONNECTION_RESET', 'network.reset'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'network.timeout'],
    ['net::ERR_INTERNET_DISCONNECTED', 'network.offline'],
    ['net::ERR_UNSAFE_PORT', 'input.invalid'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'server.broken'],
    ["Attempted to redirect, but redirect policy was 'error'", 'network.redirected'],
    ['Redirect was cancelled', 'network.redirected'],
  ])('%s is %s', (message, code) => {
    expect(chromiumFault(new Error(message), 'mail.example.org')).toMatchObject({
      code,
      facts: { host: 'mail.example.org' },
    });
  });

  it.each([
    ['net::ERR_CERT_AUTHORITY_INVALID', 'unknown-authority'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'wrong-name'],
    ['net::ERR_CERT_DATE_INVALID', 'expired'],
    ['net::ERR_CERT_REVOKED', 'revoked'],
    ['net::ERR_CERT_WEAK_KEY', 'handshake'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'handshake'],
  ])('%s is network.tls, %s, and not to be tried again', (message, reason) => {
    expect(chromiumFault(new Error(message), 'h')).toMatchObject({
      code: 'network.tls',
      facts: { reason },
      retryable: false,
    });
  });

  it('are told from all others', () => {
    expect(chromiumFault(new Error('net::ERR_SOMETHING_NEW'), 'h')).toBeNull();
    expect(chromiumFault(new TypeError('x is not a function'), 'h')).toBeNull();
    expect(chromiumFault('net::ERR_FAILED', 'h')).toBeNull();
  });
});
