import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import type { Browser } from '../../src-main/platform/browser.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { openLoopbackReceiver } from '../../src-main/sign-in/loopback-receiver.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { OpenRedirectReceiver } from '../../src-main/sign-in/redirect-receiver.ts';
import { runSignIn, type SignInNews, type SignInRunOptions } from '../../src-main/sign-in/run-sign-in.ts';
import type { SignIn } from '../../src-main/sign-in/sign-in.ts';
import { signInByForm, startTinyProvider, type TinyProvider } from './tiny-provider.ts';

let provider: TinyProvider;
beforeAll(async () => {
  provider = await startTinyProvider();
});
afterAll(() => provider.stop());

/** Everything real, but the browser: `browse` is what the person does with the link. */
function world(browse: (link: URL) => Promise<unknown> | boolean, signInChanges: Partial<SignIn> = {}) {
  const clock = createSystemClock();
  const redirects: string[] = [];
  const openReceiver: OpenRedirectReceiver = async (options) => {
    const receiver = await openLoopbackReceiver(options);
    redirects.push(receiver.redirectUri);
    return receiver;
  };
  const browser: Browser = {
    open: async (link) => {
      const done = browse(link);
      return done !== false;
    },
  };
  const signIn: SignIn = { ...createOpenidSignIn({ http: createNodeHttp(), clock }), ...signInChanges };
  const news: SignInNews[] = [];
  const run = (options: Partial<SignInRunOptions> = {}) =>
    runSignIn(
      { signIn, openReceiver, browser, clock },
      {
        client: {
          issuer: provider.issuer,
          clientId: 'gatepass',
          scopes: ['openid', 'email'],
          audience: null,
        },
        loginHint: 'alice@example.org',
        openBrowser: true,
        onEvent: (event) => news.push(event),
        ...options,
      },
    );
  const closed = async () => {
    for (const redirect of redirects) await expect(fetch(redirect)).rejects.toThrow();
    return redirects.length;
  };
  const states = () => news.flatMap((event) => (event.kind === 'state' ? [event.state] : []));
  return { run, news, states, closed };
}

async function followToTheEnd(link: URL): Promise<Response> {
  return fetch(await signInByForm(link, { login: 'alice', password: 'any' }));
}

test('from the link to the tokens, with a real provider and a real listener', async () => {
  let page: Promise<Response> | null = null;
  const { run, news, states, closed } = world((link) => {
    page = followToTheEnd(link);
    return page;
  });
  const before = Date.now();
  const { claims, tokens } = await run();
  expect(claims.email).toBe('alice@example.org');
  expect(tokens.accessToken.reveal().length).toBeGreaterThan(10);
  expect(states()).toEqual(['discovering', 'waiting-for-browser', 'exchanging', 'signed-in']);
  const open = news.find((event) => event.kind === 'open');
  expect(open?.url.searchParams.get('login_hint')).toBe('alice@example.org');
  expect(open?.deadlineAt).toBeGreaterThanOrEqual(before + 180_000);
  expect(news).toContainEqual({ kind: 'browser', opened: true });
  expect(await closed()).toBe(1);
  expect(page).not.toBeNull();
});

test('a browser that does not open is no failure: the link was shown before, and may be opened elsewhere', async () => {
  const { run, news } = world(() => false);
  const result = await run({
    onEvent: (event) => {
      news.push(event);
      if (event.kind === 'browser') void followToTheEnd(linkOf(news));
    },
  });
  expect(result.claims.subject).toBe('alice');
  expect(news.filter((event) => event.kind !== 'state').map((event) => event.kind)).toEqual([
    'open',
    'browser',
  ]);
  expect(news).toContainEqual({ kind: 'browser', opened: false });
});

test('without openBrowser none is started', async () => {
  const { run, news } = world(() => {
    throw new Error('started');
  });
  const result = await run({
    openBrowser: false,
    onEvent: (event) => {
      news.push(event);
      if (event.kind === 'open') void followToTheEnd(event.url);
    },
  });
  expect(result.claims.subject).toBe('alice');
  expect(news.some((event) => event.kind === 'browser')).toBe(false);
});

function linkOf(news: readonly SignInNews[]): URL {
  const open = news.find((event) => event.kind === 'open');
  if (open === undefined) throw new Error('no link');
  return open.url;
}

test('a denial at the provider', async () => {
  const { run, states, closed } = world(async (link) => {
    const redirect = new URL(link.searchParams.get('redirect_uri') ?? '');
    redirect.searchParams.set('error', 'access_denied');
    redirect.searchParams.set('state', link.searchParams.get('state') ?? '');
    redirect.searchParams.set('iss', provider.issuer);
    const page = await fetch(redirect);
    expect(await page.text()).toContain('You are not signed in');
  });
  await expect(run()).rejects.toMatchObject({ code: 'signin.denied', facts: { issuer: provider.issuer } });
  expect(states()).toEqual(['discovering', 'waiting-for-browser', 'exchanging', 'failed']);
  expect(await closed()).toBe(1);
});

test('nobody comes back: it ends at the deadline and closes', async () => {
  const { run, states, closed } = world(() => true);
  await expect(run({ timeoutMs: 50 })).rejects.toMatchObject({ code: 'signin.timeout' });
  expect(states()).toEqual(['discovering', 'waiting-for-browser', 'failed']);
  expect(await closed()).toBe(1);
});

test("somebody else's page cannot end it", async () => {
  const { run } = world(async (link) => {
    const redirect = link.searchParams.get('redirect_uri');
    expect((await fetch(`${redirect}?error=access_denied&state=guess`)).status).toBe(404);
    expect((await fetch(`${redirect}?code=evil&state=`)).status).toBe(404);
    await followToTheEnd(link);
  });
  await expect(run()).resolves.toMatchObject({ claims: { subject: 'alice' } });
});

const hanging = (_: unknown, __: unknown, ___: unknown, signal?: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

test.each([
  ['before the start', null, {}],
  ['while discovering', 'discovering', { begin: hanging }],
  ['while waiting for the browser', 'waiting-for-browser', {}],
  ['while exchanging', 'exchanging', { finish: hanging }],
] as const)('a cancel %s ends it and closes the listener', async (_name, when, changes) => {
  const { run, news, states, closed } = world(
    (link) => (when === 'exchanging' ? followToTheEnd(link) : true),
    changes,
  );
  const controller = new AbortController();
  if (when === null) controller.abort(new Error('left'));
  const work = run({
    signal: controller.signal,
    onEvent: (event) => {
      news.push(event);
      // Not within the event: a person presses a key at some later moment.
      if (event.kind === 'state' && event.state === when)
        setImmediate(() => controller.abort(new Error('left')));
    },
  });
  await expect(work).rejects.toMatchObject({ code: 'signin.cancelled', cause: { message: 'left' } });
  expect(states().at(-1)).toBe('cancelled');
  expect(await closed()).toBe(when === null ? 0 : 1);
});

test('what goes wrong underneath comes out as it is', async () => {
  const fault = new Fault('issuer.invalid', 'x');
  const first = world(() => true, { begin: () => Promise.reject(fault) });
  await expect(first.run()).rejects.toBe(fault);
  expect(await first.closed()).toBe(1);
  const second = world(() => true, { begin: () => Promise.reject(new TypeError('x')) });
  await expect(second.run()).rejects.toMatchObject({ code: 'bug' });
  const third = world(() => Promise.reject(new Error('browser broke')).catch(() => false));
  await expect(third.run({ timeoutMs: 50 })).rejects.toMatchObject({ code: 'signin.timeout' });
});

test('a listener that nobody waits for does not keep the process alive', async () => {
  const module = new URL('../../src-main/sign-in/loopback-receiver.ts', import.meta.url).href;
  const script = `
    import { openLoopbackReceiver } from ${JSON.stringify(module)};
    const receiver = await openLoopbackReceiver();
    receiver.received('state').catch(() => {});
    console.log(receiver.redirectUri);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback\n$/);
  expect(code).toBe(0);
});
