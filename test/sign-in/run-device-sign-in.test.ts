import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Browser } from '../../src-main/platform/browser.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import { type DeviceNews, runDeviceSignIn } from '../../src-main/sign-in/run-device-sign-in.ts';
import type { SignInClient } from '../../src-main/sign-in/sign-in.ts';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import { type SandboxProvider, startProvider } from '../sandbox/provider/start-provider.ts';
import { startStalwart } from '../sandbox/stalwart/start-stalwart.ts';
import { createFastClock } from './fast-clock.ts';

// Everything real, but the browser and the pace of the clock.

const mara = { login: 'mara', password: 'mara-sandbox-password' };
const alice = { address: 'alice@example.org', name: 'Alice Example', password: 'mailbox-password' };

interface Habits {
  /** What the person does with link and code. */
  readonly person: (url: URL, code: string) => unknown;
  readonly browser?: Browser['open'];
  readonly openBrowser?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

function world(client: SignInClient) {
  const clock = createFastClock(20);
  const signIn = createOpenidSignIn({ http: createNodeHttp(), clock });
  const news: DeviceNews[] = [];
  const run = ({ person, browser, ...habits }: Habits) =>
    runDeviceSignIn(
      { signIn, clock, browser: { open: browser ?? (async () => true) } },
      {
        client,
        openBrowser: false,
        ...habits,
        onEvent: (one) => {
          news.push(one);
          if (one.kind === 'code') void Promise.resolve(person(one.url, one.code));
        },
      },
    );
  return { run, news, signIn };
}

describe('at a provider', () => {
  let provider: SandboxProvider;
  beforeAll(async () => {
    provider = await startProvider({});
  });
  afterAll(() => provider.stop());
  const client = (): SignInClient => ({
    issuer: provider.issuer,
    clientId: provider.clientId,
    scopes: ['openid', 'email', 'offline_access'],
    audience: null,
  });

  test('from the code to the tokens; the browser is told after the person', async () => {
    const { run, news, signIn } = world(client());
    const opened: URL[] = [];
    const { tokens, claims } = await run({
      openBrowser: true,
      browser: async (url) => {
        opened.push(url);
        return false;
      },
      person: (url) => signInByForm(url, mara),
    });
    expect(claims).toMatchObject({ subject: 'mara', email: 'mara@example.org' });
    expect(news.map(({ kind }) => kind)).toEqual(['code', 'browser']);
    expect(news[1]).toEqual({ kind: 'browser', opened: false });
    expect(opened.map(String)).toEqual(news.flatMap((one) => (one.kind === 'code' ? [one.url.href] : [])));
    const refreshed = await signIn.refresh(client(), tokens);
    expect(refreshed.refreshToken?.reveal()).not.toBe(tokens.refreshToken?.reveal());
    await expect(signIn.revoke(client(), refreshed)).resolves.toBe('revoked');
  });

  test('a browser that can not be started is no failure', async () => {
    const { run, news } = world(client());
    await run({
      openBrowser: true,
      browser: () => Promise.reject(new Error('no display')),
      person: (url) => signInByForm(url, mara),
    });
    expect(news).toContainEqual({ kind: 'browser', opened: false });
  });

  test('a person who presses Cancel', async () => {
    const { run } = world(client());
    const work = run({ person: (url) => signInByForm(url, { ...mara, cancel: true }) });
    await expect(work).rejects.toMatchObject({ code: 'signin.denied' });
  });

  test('a client that may not', async () => {
    const { run } = world({ ...client(), clientId: 'nobody' });
    await expect(run({ person: () => undefined })).rejects.toMatchObject({ code: 'signin.client-unknown' });
  });

  test('nobody comes', async () => {
    const { run, news } = world(client());
    const work = run({ person: () => undefined, timeoutMs: 4_000 });
    await expect(work).rejects.toMatchObject({ code: 'signin.timeout', retryable: false });
    expect(news).toHaveLength(1);
  });

  test('a person who has enough', async () => {
    const { run } = world(client());
    const before = run({ person: () => undefined, signal: AbortSignal.abort(new Error('before')) });
    await expect(before).rejects.toMatchObject({ code: 'signin.cancelled' });
    const cancel = new AbortController();
    const amid = run({ person: () => cancel.abort(new Error('amid')), signal: cancel.signal });
    await expect(amid).rejects.toMatchObject({ code: 'signin.cancelled' });
  });
});

describe.each(['0.16.18', '0.15.5', '0.14.0', '0.13.1'] as const)('at Stalwart %s itself', (version) => {
  // The address it believes to have is not the one it is reached at, as behind a proxy.
  async function start() {
    const server = await startStalwart({
      version,
      issuer: null,
      accounts: [alice],
      publicUrl: 'http://mail.internal:8080',
      refusalDelay: { min: 0, max: 5 },
    });
    onTestFinished(() => server.stop());
    const client: SignInClient = {
      issuer: `${server.url}/`,
      issuerKind: 'stalwart',
      clientId: 'gatepass',
      scopes: ['openid', 'email', 'profile', 'offline_access'],
      audience: null,
    };
    return { server, client };
  }

  test('with the mailbox password, on its own page; there is nothing to revoke', async () => {
    const { server, client } = await start();
    const { run, news, signIn } = world(client);
    const { tokens, claims } = await run({
      person: (url, userCode) =>
        signInByForm(url, { login: alice.address, password: alice.password, userCode }),
    });
    expect(claims).toMatchObject({ email: alice.address, name: alice.name });
    const shown = news.find((one) => one.kind === 'code');
    expect(shown?.url.origin).toBe(new URL(server.url).origin);
    expect(shown?.url.searchParams.get('code')).toBe(shown?.code);
    const session = await fetch(`${server.url}/jmap/session`, {
      headers: { authorization: `Bearer ${tokens.accessToken.reveal()}` },
    });
    expect(await session.json()).toMatchObject({ username: alice.address });

    const refreshed = await signIn.refresh(client, tokens);
    expect(refreshed.accessToken.reveal()).not.toBe(tokens.accessToken.reveal());
    // It stays the same for thirty days; a new one comes in the last four.
    expect(refreshed.refreshToken?.reveal()).toBe(tokens.refreshToken?.reveal());
    await expect(signIn.revoke(client, refreshed)).resolves.toBe('not-offered');
    await expect(signIn.endSessionUrl(client)).resolves.toBeNull();
  });
});
