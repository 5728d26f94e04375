import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { loadAutoconfig, readAutoconfig } from '../../src-main/discovery/autoconfig.ts';
import { isHostName } from '../../src-main/discovery/host-name.ts';
import { loadPacc, readPacc } from '../../src-main/discovery/pacc.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { type Answer, startAnswering } from '../app-passwords/answering-server.ts';
import { playBack } from '../app-passwords/playback.ts';

const http = createNodeHttp();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function played(version: '0.16.18' | '0.15.5', name: string): Promise<URL> {
  const playback = await playBack(version, [name]);
  stops.push(playback.stop);
  return playback.server;
}

const document = (servers: string, head = '') =>
  `${head}<clientConfig version="1.1"><emailProvider id="x">${servers}</emailProvider></clientConfig>`;
const imap = (host: string, port: string, socket = 'SSL', user = 'bob') =>
  `<incomingServer type="imap"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType><username>${user}</username></incomingServer>`;

describe('autoconfig, as recorded', () => {
  it('0.16.18 names its own idea of its host and the usual ports', async () => {
    const server = await played('0.16.18', 'autoconfig');
    expect(await loadAutoconfig(http, server, 'alice@example.org')).toEqual({
      imap: [{ host: 'vm', port: 993, security: 'tls' }],
      smtp: [{ host: 'vm', port: 465, security: 'tls' }],
      login: 'alice@example.org',
    });
  });

  it('0.15.5 names real listeners and, once it knows it, the login', async () => {
    const server = await played('0.15.5', 'autoconfig of bob: login name');
    expect(await loadAutoconfig(http, server, 'bob@example.org')).toEqual({
      imap: [
        { host: 'localhost', port: 10993, security: 'tls' },
        { host: 'localhost', port: 10143, security: 'starttls' },
      ],
      smtp: [
        { host: 'localhost', port: 10465, security: 'tls' },
        { host: 'localhost', port: 10587, security: 'starttls' },
      ],
      login: 'bob',
    });
  });

  it('PACC of 0.16.18', async () => {
    const server = await played('0.16.18', 'PACC');
    expect(await loadPacc(http, server)).toEqual({ imap: 'vm', smtp: 'vm', sieve: 'vm' });
    expect(await loadPacc(http, await played('0.15.5', 'PACC'))).toBeNull();
  });
});

describe('readAutoconfig', () => {
  it('puts implicit TLS first and leaves out plain connections', () => {
    const xml = document(imap('a', '143', 'STARTTLS') + imap('b', '143', 'plain') + imap('c', '993'));
    expect(readAutoconfig(xml)?.imap.map(({ host }) => host)).toEqual(['c', 'a']);
  });

  it.each([
    ['no port', imap('a.example', '')],
    ['port 0', imap('a.example', '0')],
    ['port too high', imap('a.example', '65536')],
    ['port in hex', imap('a.example', '0x3e1')],
    ['a host with a path', imap('a.example/x', '993')],
    ['a host with a user', imap('x@a.example', '993')],
    ['no host', imap('', '993')],
    ['an entity', imap('&x;', '993')],
  ])('leaves out a server with %s and keeps the others', (_name, bad) => {
    expect(readAutoconfig(document(bad + imap('good.example', '993')))?.imap).toEqual([
      { host: 'good.example', port: 993, security: 'tls' },
    ]);
  });

  it.each([
    ['a document type', document(imap('a.example', '993'), '<!DOCTYPE x [<!ENTITY e "a">]>')],
    ['a page for people', '<html><body>hi</body></html>'],
    ['nothing', ''],
    ['broken XML', '<clientConfig><emailProvider>'],
    ['deep nesting', '<a>'.repeat(20_000)],
    ['too much', document(' '.repeat(70_000))],
  ])('is null for %s', (_name, xml) => {
    expect(readAutoconfig(xml)).toBeNull();
  });

  it('takes no placeholder for a login', () => {
    expect(readAutoconfig(document(imap('a', '993', 'SSL', '%EMAILADDRESS%')))?.login).toBeNull();
    expect(readAutoconfig(document(imap('a', '993', 'SSL', 'o&apos;x')))?.login).toBeNull();
  });

  it('never throws and never gives a host or port that can not be', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<incomingServer type="imap">',
        '</incomingServer>',
        '<hostname>',
        '</hostname>',
        '<port>993</port>',
      ),
      fc.constantFrom('<__proto__>', '</__proto__>', '<constructor/>', '<![CDATA[', ']]>', '<!--', '<?x'),
      fc.tuple(fc.string(), fc.string()).map(([host, port]) => imap(host, port)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const { host, port } of readAutoconfig(document(pieces.join('')))?.imap ?? []) {
          expect(isHostName(host)).toBe(true);
          expect(port).toBeGreaterThan(0);
          expect(port).toBeLessThan(65_536);
        }
      }),
      { numRuns: 300 },
    );
    expect(Object.hasOwn(Object.prototype, 'hostname')).toBe(false);
  });
});

describe('a server that does not publish', () => {
  it.each<[string, Answer]>([
    ['404', { status: 404 }],
    ['500', { status: 500 }],
    ['a redirect', { status: 302, headers: { location: '/x' } }],
    ['a huge answer', { status: 200, body: 'x'.repeat(100_000) }],
    ['no answer', 'drop'],
    ['half an answer', 'cut'],
  ])('%s is nothing, and no error', async (_name, answer) => {
    const answering = await startAnswering(() => answer);
    stops.push(answering.stop);
    expect(await loadAutoconfig(http, answering.server, 'a@example.org')).toBeNull();
    expect(await loadPacc(http, answering.server)).toBeNull();
  });

  it('but a cancelled question is cancelled', async () => {
    const reason = new Error('stop');
    const answering = await startAnswering(() => ({ status: 404 }));
    stops.push(answering.stop);
    await expect(loadAutoconfig(http, answering.server, 'a@b.c', AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
    await expect(loadPacc(http, answering.server, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('PACC never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readPacc(text)));
    expect(readPacc('{"protocols":{"imap":{"host":"a b"},"managesieve":{"host":"s.example"}}}')).toEqual({
      imap: null,
      smtp: null,
      sieve: 's.example',
    });
  });
});
