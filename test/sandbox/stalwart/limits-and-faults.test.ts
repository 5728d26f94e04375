import { afterEach, expect, it } from 'vitest';
import type { SandboxFault } from '../sandbox.ts';
import type { StalwartOptions } from './server-options.ts';
import { type StalwartServer, startStalwart } from './start-stalwart.ts';
import { basic, call, get, mintSecret, quick } from './test-client.ts';

let server: StalwartServer | undefined;
afterEach(async () => {
  await server?.stop();
});

const account = { address: 'alice@example.org', password: 'own' };
const alice = basic(account.address, account.password);

async function start(more: Partial<StalwartOptions> = {}): Promise<StalwartServer> {
  server = await startStalwart({ version: '0.16.18', issuer: null, accounts: [account], ...quick, ...more });
  return server;
}

it('limits anonymous requests and says when to come back', async () => {
  const now = () => 60_000 * 1000 + 15_000;
  const on = await start({ rateLimit: { anonymous: 2, authenticated: 1000 }, now });
  const ask = () => get(on, '/.well-known/openid-configuration');
  await ask();
  expect((await ask()).status).toBe(200);
  const limited = await ask();
  expect(limited.status).toBe(429);
  expect(Object.fromEntries(limited.headers)).toMatchObject({
    'retry-after': '45',
    'ratelimit-policy': '"requests";q=2',
    ratelimit: '"requests";r=0;t=45',
  });
  expect((await get(on, '/jmap/session', alice)).status).toBe(200);
});

it('bans an address after too many failed logins, mail included', async () => {
  const on = await start({
    banAfter: 2,
    remoteAddress: (request) => String(request.headers['x-from'] ?? '10.0.0.1'),
  });
  const wrong = basic(account.address, 'wrong');
  expect((await get(on, '/jmap/session', wrong)).status).toBe(401);
  const second = await get(on, '/jmap/session', wrong);
  expect(second.status).toBe(429);
  expect(await second.json()).toMatchObject({ title: 'Too Many Authentication Attempts' });
  const third = await get(on, '/healthz/live', alice);
  expect(third.status).toBe(403);
  expect((await get(on, '/jmap/session', { ...alice, 'x-from': '10.0.0.2' })).status).toBe(200);
  expect(await on.authority.checkPassword(account.address, 'own', '10.0.0.1', 'imap')).toEqual({
    kind: 'address-not-allowed',
  });
});

it('waits before it refuses', async () => {
  const on = await start({ refusalDelay: { min: 60, max: 80 } });
  const before = performance.now();
  await get(on, '/jmap/session', basic(account.address, 'wrong'));
  expect(performance.now() - before).toBeGreaterThan(55);
});

it('loses the answer of a create after doing it', async () => {
  const on = await start();
  on.faults.set('POST /jmap', { kind: 'lose-answer' });
  await expect(mintSecret(on, alice)).rejects.toThrow();
  on.faults.clear('POST /jmap');
  expect(await call(on, alice, 'x:AppPassword/get', {})).toMatchObject([
    'x:AppPassword/get',
    { list: [{ id: 'b', description: 'a mail app' }] },
  ]);
});

it.each<SandboxFault>([{ kind: 'refuse' }, { kind: 'reset' }, { kind: 'truncate' }])(
  'breaks the connection: $kind',
  async (fault) => {
    const on = await start();
    on.faults.set('GET /jmap/session', fault);
    await expect(get(on, '/jmap/session').then((response) => response.text())).rejects.toThrow();
    expect((await get(on, '/healthz/ready')).status).toBe(200);
    on.faults.clear();
    expect((await get(on, '/jmap/session')).status).toBe(200);
  },
);

it('answers nonsense, much, late, never, or with a status of choice', async () => {
  const on = await start();
  on.faults.set('*', {
    kind: 'status',
    status: 502,
    body: '<html>',
    headers: { 'content-type': 'text/html' },
  });
  const bad = await get(on, '/jmap/session');
  expect([bad.status, await bad.text()]).toEqual([502, '<html>']);
  on.faults.set('GET /jmap', { kind: 'garbage' });
  await expect(get(on, '/jmap/session').then((response) => response.json())).rejects.toThrow();
  on.faults.set('GET /jmap/session', { kind: 'huge', bytes: 3_000_000 });
  expect((await (await get(on, '/jmap/session')).text()).length).toBeGreaterThan(3_000_000);
  on.faults.set('GET /jmap/session', { kind: 'latency', ms: 50 });
  expect((await get(on, '/jmap/session')).status).toBe(200);
  on.faults.set('GET /jmap/session', { kind: 'hang' });
  const signal = AbortSignal.timeout(100);
  await expect(fetch(`${on.url}/jmap/session`, { signal })).rejects.toThrow();
});
