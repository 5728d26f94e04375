import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { discoverGeneration } from '../../src-main/discovery/generation.ts';
import { type Fault, toFault } from '../../src-main/fault.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { type Answer, startAnswering } from '../app-passwords/answering-server.ts';
import { playBack } from '../app-passwords/playback.ts';

const address = 'alice@example.org';
const http = createNodeHttp();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function answered(answer: Answer, path = '') {
  const answering = await startAnswering(() => answer);
  stops.push(answering.stop);
  return { ...answering, server: new URL(path, answering.server) };
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  return promise.then(
    () => {
      throw new Error('should have failed');
    },
    (thrown: unknown) => toFault(thrown),
  );
}

const problem = (status: number) => ({
  status,
  body: { type: 'about:blank', status, title: 'Unauthorized' },
});

describe('discoverGeneration, as recorded', () => {
  it.each([
    [
      '0.16.18',
      'discover, anonymous',
      { kind: 'jmap', issuer: { kind: 'external', url: 'http://127.0.0.1:9090' } },
    ],
    ['0.15.5', 'discover, anonymous', { kind: 'rest' }],
    ['0.14.0', 'discover, anonymous', { kind: 'rest' }],
  ] as const)('%s: %s', async (version, name, expected) => {
    const playback = await playBack(version, [name]);
    stops.push(playback.stop);
    expect(await discoverGeneration(http, playback.server, address)).toEqual(expected);
  });

  it('0.16.18 without an external directory signs people in itself, with relative addresses', async () => {
    const playback = await playBack('0.16.18', ['discover while no external directory is the default']);
    stops.push(playback.stop);
    expect(await discoverGeneration(http, playback.server, address)).toEqual({
      kind: 'jmap',
      issuer: { kind: 'stalwart', url: playback.server.href },
    });
  });
});

describe('whose sign-in it is', () => {
  const own = (base: string, rest: object = {}) => ({
    issuer: base,
    authorization_endpoint: `${base}/login`,
    token_endpoint: `${base}/auth/token`,
    ...rest,
  });

  it('is Stalwart’s where its addresses are those of the server', async () => {
    let base = '';
    const answering = await startAnswering(() => ({ status: 200, body: own(base) }));
    stops.push(answering.stop);
    base = answering.server.href.replace(/\/$/, '');
    expect(await discoverGeneration(http, answering.server, address)).toMatchObject({
      issuer: { kind: 'stalwart' },
    });
  });

  it('is Stalwart’s where it names another host than the one it was reached at', async () => {
    const body = own('https://mail.example.org', {
      device_authorization_endpoint: 'https://mail.example.org/auth/device',
    });
    const { server } = await answered({ status: 200, body }, 'proxied/');
    expect(await discoverGeneration(http, server, address)).toEqual({
      kind: 'jmap',
      issuer: { kind: 'stalwart', url: server.href },
    });
  });

  it('is external where another Stalwart is the provider', async () => {
    const { server } = await answered({ status: 200, body: own('https://login.example.org') });
    expect(await discoverGeneration(http, server, address)).toMatchObject({
      issuer: { kind: 'external', url: 'https://login.example.org' },
    });
  });

  it.each(['http://login.example.org', 'not an address', 'ftp://login.example.org'])(
    '%s is no issuer',
    async (issuer) => {
      const body = {
        issuer,
        authorization_endpoint: 'https://login.example.org/a',
        token_endpoint: 'https://x/t',
      };
      const { server } = await answered({ status: 200, body });
      expect((await faultOf(discoverGeneration(http, server, address))).code).toBe('issuer.invalid');
    },
  );
});

describe('what is no answer of Stalwart', () => {
  it.each<[string, Answer, string]>([
    ['404', problem(404), 'server.not-stalwart'],
    ['a password question of another web server', { status: 401, body: '<html>' }, 'server.not-stalwart'],
    ['a page for people', { status: 200, body: '<!doctype html>' }, 'server.not-stalwart'],
    ['other JSON', { status: 200, body: { issuer: 'https://x.example' } }, 'server.not-stalwart'],
    ['403', problem(403), 'server.banned'],
    ['429', { status: 429, headers: { 'retry-after': '12' } }, 'server.limited'],
    ['500', { status: 500 }, 'server.broken'],
    ['418', { status: 418 }, 'server.broken'],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example' } }, 'network.redirected'],
    ['no answer', 'drop', 'network.reset'],
    ['half an answer', 'cut', 'server.broken'],
    ['a huge one', { status: 200, body: 'x'.repeat(400_000) }, 'server.broken'],
  ])('%s', async (_name, answer, code) => {
    const { server } = await answered(answer);
    expect((await faultOf(discoverGeneration(http, server, address))).code).toBe(code);
  });

  it('never throws anything but a Fault', async () => {
    let next: unknown;
    const answering = await startAnswering(() => ({ status: 200, body: JSON.stringify(next) }));
    stops.push(answering.stop);
    const fields = fc.oneof(fc.jsonValue(), fc.webUrl());
    const documents = fc.oneof(
      fc.jsonValue(),
      fc.record({ issuer: fields, authorization_endpoint: fields, token_endpoint: fields }),
      fc.constant(JSON.parse('{"__proto__":{"issuer":""}}')),
    );
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        next = document;
        const result = await discoverGeneration(http, answering.server, address).catch(
          (error: unknown) => error,
        );
        if (result instanceof Error) expect(toFault(result).code).toMatch(/^(server|issuer)\./);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the question', () => {
  it('keeps the @ and escapes the rest, below the base address', async () => {
    const answering = await startAnswering(() => problem(401));
    stops.push(answering.stop);
    await discoverGeneration(http, new URL('a/b/', answering.server), 'a/../b?#ü+x@example.org');
    expect(answering.asked[0]?.path).toBe('/a/b/api/discover/a%2F..%2Fb%3F%23%C3%BC%2Bx@example.org');
    expect(answering.asked[0]?.authorization).toBeUndefined();
  });

  it.each(['alice', '@example.org', 'alice@', `${'a'.repeat(400)}@example.org`, '\ud800@example.org'])(
    'is not asked for %j',
    async (text) => {
      const { server, asked } = await answered(problem(401));
      expect((await faultOf(discoverGeneration(http, server, text))).code).toBe('input.address');
      expect(asked).toHaveLength(0);
    },
  );
});
