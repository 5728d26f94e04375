import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Fault, toFault } from '../../src-main/fault.ts';
import { activate } from '../../src-main/mailbox/activation.ts';
import { loadStalwartSession } from '../../src-main/mailbox/stalwart-session.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { Secret } from '../../src-main/secret.ts';
import { type Answer, startAnswering } from '../app-passwords/answering-server.ts';
import { playBack } from '../app-passwords/playback.ts';

const http = createNodeHttp();
const token = new Secret('the-access-token');
const issuer = 'https://login.example.org';
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function answered(answer: Answer) {
  const answering = await startAnswering(() => answer);
  stops.push(answering.stop);
  return answering;
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  return promise.then(
    () => {
      throw new Error('should have failed');
    },
    (thrown: unknown) => toFault(thrown),
  );
}

const session = (rest: object = {}) => ({
  status: 200,
  body: { username: 'alice@example.org', accounts: { b: {} }, primaryAccounts: {}, apiUrl: '', ...rest },
});

describe('activation, as recorded', () => {
  const first = 'first authenticated call (activation): session';
  it.each([
    [
      '0.16.18',
      first,
      'jmap',
      { login: 'alice@example.org', jmapAccountId: 'b', generation: 'jmap', mayBounceForAnHour: false },
    ],
    [
      '0.16.18',
      'username claim is not an address: e-mail claim used',
      'jmap',
      { login: 'bob@example.org', jmapAccountId: 'c' },
    ],
    [
      '0.15.5',
      first,
      'rest',
      { login: 'alice@example.org', jmapAccountId: null, generation: 'rest', mayBounceForAnHour: true },
    ],
    ['0.15.5', 'username claim is not an address', 'rest', { login: 'bob', jmapAccountId: null }],
    ['0.15.5', 'upper-case address', 'rest', { login: 'carol@example.org' }],
    ['0.14.0', 'first authenticated call', 'rest', { login: 'alice@example.org', generation: 'rest' }],
  ] as const)('%s: %s', async (version, name, generation, expected) => {
    const playback = await playBack(version, [name]);
    stops.push(playback.stop);
    const active = await activate({ http, server: playback.server, token, generation, issuer });
    expect(active).toMatchObject(expected);
    expect(playback.requests).toHaveLength(1);
    expect(playback.requests[0]?.authorization).toBe('Bearer the-access-token');
  });

  it('says what the session proves when discovery was told something else', async () => {
    const playback = await playBack('0.15.5', [first]);
    stops.push(playback.stop);
    const active = await activate({ http, server: playback.server, token, generation: 'jmap', issuer });
    expect(active.generation).toBe('rest');
  });

  it.each([
    ['0.16.18', 'session, wrong audience'],
    ['0.16.18', 'directory not the default one (Authentication.directoryId null): session'],
    ['0.15.5', 'session, garbage token'],
  ] as const)('%s refuses: %s', async (version, name) => {
    const playback = await playBack(version, [name]);
    stops.push(playback.stop);
    const fault = await faultOf(
      activate({ http, server: playback.server, token, generation: 'jmap', issuer }),
    );
    expect(fault.code).toBe('server.rejected-token');
    expect(playback.requests).toHaveLength(1);
  });

  it('a session of nobody is not signed in: a proxy took the sign-in away', async () => {
    const playback = await playBack('0.16.18', ['jmap session, anonymous']);
    stops.push(playback.stop);
    const fault = await faultOf(
      activate({ http, server: playback.server, token, generation: 'jmap', issuer }),
    );
    expect(fault.code).toBe('server.rejected-token');
    expect(fault.facts['change']).toMatch(/Authorization/);
  });

  it('a server without /jmap/session is too old', async () => {
    const { server } = await answered({ status: 404 });
    const of = (generation: 'jmap' | 'rest') => activate({ http, server, token, generation, issuer });
    expect(await faultOf(of('rest'))).toMatchObject({ code: 'server.too-old', facts: { issuer } });
    expect((await faultOf(of('jmap'))).code).toBe('server.not-stalwart');
  });
});

describe('loadStalwartSession', () => {
  it.each([
    ['https://vm/jmap/', '', 'jmap/'],
    ['http://localhost:18080/jmap/', '', 'jmap/'],
    ['/jmap/', '', 'jmap/'],
    ['', '', 'jmap/'],
    ['https://vm/jmap/', 'mail/', 'mail/jmap/'],
    ['https://vm/mail/jmap/', 'mail/', 'mail/jmap/'],
    ['https://vm/other/', '', 'other/'],
    ['https://vm/a/../../b/', '', 'b/'],
    ['https://vm//evil.example/', '', 'jmap/'],
    ['//evil.example/jmap/', '', 'jmap/'],
    ['https://vm/%2e%2e/x?y#z', '', 'x'],
    ['javascript:alert(1)', '', 'jmap/'],
  ])('moves apiUrl %j below the base %j', async (apiUrl, path, expected) => {
    const answering = await answered(session({ apiUrl }));
    const server = new URL(path, answering.server);
    const { apiUrl: moved } = await loadStalwartSession(http, server, token);
    expect(moved.href).toBe(new URL(expected, answering.server).href);
  });

  it.each<[string, Answer, string]>([
    ['a user name with a line break', session({ username: 'a@b\r\nX' }), 'server.broken'],
    ['a user name that is a number', session({ username: 5 }), 'server.broken'],
    ['no accounts', session({ accounts: {} }), 'server.rejected-token'],
    ['a page for people', { status: 200, body: '<html>' }, 'server.broken'],
    ['a huge answer', { status: 200, body: 'x'.repeat(700_000) }, 'server.broken'],
    ['503', { status: 503 }, 'server.broken'],
    ['a ban', { status: 403 }, 'server.banned'],
  ])('%s', async (_name, answer, code) => {
    const { server } = await answered(answer);
    expect((await faultOf(loadStalwartSession(http, server, token))).code).toBe(code);
  });

  it('throws nothing but a Fault, and never leaves the server it was given', async () => {
    let next: unknown;
    const answering = await startAnswering(() => ({ status: 200, body: JSON.stringify(next) }));
    stops.push(answering.stop);
    const sessions = fc.record({
      username: fc.oneof(fc.string({ minLength: 1 }), fc.jsonValue()),
      accounts: fc.oneof(fc.constant({ b: {} }), fc.jsonValue()),
      primaryAccounts: fc.oneof(fc.constant({ 'urn:stalwart:jmap': 'b' }), fc.jsonValue()),
      apiUrl: fc.oneof(fc.webUrl(), fc.string(), fc.jsonValue()),
    });
    await fc.assert(
      fc.asyncProperty(sessions, async (body) => {
        next = body;
        try {
          const { apiUrl } = await loadStalwartSession(http, answering.server, token);
          expect(apiUrl.origin).toBe(answering.server.origin);
        } catch (thrown) {
          expect(toFault(thrown).code).toMatch(/^server\./);
        }
      }),
      { numRuns: 100 },
    );
  });
});
