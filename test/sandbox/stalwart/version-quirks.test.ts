import { afterEach, describe, expect, it } from 'vitest';
import { sha512Crypt } from '../../../src-main/app-passwords/sha512-crypt.ts';
import type { StalwartVersion } from '../mail/mail-authority.ts';
import { startProvider } from '../provider/start-provider.ts';
import { decodeObjectId, encodeObjectId } from './object-id.ts';
import type { StalwartOptions } from './server-options.ts';
import { type StalwartServer, startStalwart } from './start-stalwart.ts';
import { basic, bearer, call, get, mintSecret, post, quick } from './test-client.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function signedIn(version: StalwartVersion, more: Partial<StalwartOptions> = {}) {
  const provider = await startProvider({ tokens: version.startsWith('0.16') ? 'jwt' : 'opaque' });
  stops.push(provider.stop);
  const server = await startStalwart({ version, issuer: provider.issuer, ...quick, ...more });
  stops.push(server.stop);
  const alice = bearer(await provider.mint('alice'));
  expect((await get(server, '/jmap/session', alice)).status).toBe(200);
  return { provider, server, alice };
}

const login = 'alice@example.org';
const session = async (server: StalwartServer, secret: string) =>
  (await get(server, '/jmap/session', basic(login, secret))).status;

describe('0.16.1', () => {
  it('makes secrets with a space, publishes https URLs and has no anonymous registration', async () => {
    const { server, alice } = await signedIn('0.16.1', { hostname: 'mail.example.org' });
    const secret = await mintSecret(server, alice);
    expect(secret).toMatch(/^app [a-z792013]{36}$/);
    expect(await session(server, secret)).toBe(200);
    expect(await (await get(server, '/jmap/session')).json()).toMatchObject({
      apiUrl: 'https://mail.example.org/jmap/',
    });
    expect((await get(server, '/.well-known/oauth-protected-resource')).status).toBe(404);
    const refused = await post(server, '/auth/register', { redirect_uris: ['http://127.0.0.1/'] });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).not.toContain('resource_metadata');
    const request = { using: ['urn:stalwart:jmap'], methodCalls: [] };
    const plain = await post(server, '/jmap', request, { ...alice, 'content-type': 'text/plain' });
    expect(plain.status).toBe(200);
  });
});

describe('0.16', () => {
  it('names the ids of other credentials in `notFound` of an all-list, and destroys an API key by its id', async () => {
    const { server, alice } = await signedIn('0.16.18');
    const account = server.store.byName(login);
    const key = server.store.addCredential(account?.id ?? 0, { kind: 'api-key', description: 'a key' });
    server.store.addCredential(account?.id ?? 0, { kind: 'password', secret: 'own password' });
    await mintSecret(server, alice);
    const [, listed] = await call(server, alice, 'x:AppPassword/get', { ids: null });
    expect(listed).toMatchObject({ list: [{ id: 'c' }], notFound: [encodeObjectId(key), 'a'] });
    const [, result] = await call(server, alice, 'x:AppPassword/set', { destroy: ['b', 'a'] });
    expect(result).toMatchObject({ destroyed: ['b'], notDestroyed: { a: { type: 'forbidden' } } });
  });

  it('fails a whole batch when one create lacks its description', async () => {
    const { server, alice } = await signedIn('0.16.18');
    await mintSecret(server, alice);
    const [, result] = await call(server, alice, 'x:AppPassword/set', {
      create: { good: { description: 'good' }, bad: {} },
      update: { b: { description: 'renamed' } },
    });
    const failed = { type: 'validationFailed' };
    expect(result).toMatchObject({ notCreated: { good: failed, bad: failed }, notUpdated: { b: failed } });
    expect(result).not.toHaveProperty('created');
    const [, listed] = await call(server, alice, 'x:AppPassword/get', {});
    expect(listed).toMatchObject({ list: [{ description: 'a mail app' }] });
  });

  it('has no quota when told so', async () => {
    const { server, alice } = await signedIn('0.16.18', { quota: null });
    for (let index = 0; index < 7; index += 1) {
      await mintSecret(server, alice);
    }
  });

  it('limits what a password may do, by protocol and by time', async () => {
    const { server, alice } = await signedIn('0.16.18');
    const { authority } = server;
    const asks = (secret: string) => authority.checkPassword(login, secret, '127.0.0.1', 'imap');
    const permissions = { '@type': 'Replace', permissions: { authenticate: true, emailSend: true } };
    const onlySending = await mintSecret(server, alice, { description: 'sending', permissions });
    expect(await asks(onlySending)).toEqual({
      kind: 'protocol-not-allowed',
      permission: 'imapAuthenticate',
    });
    expect(await authority.checkPassword(login, onlySending, '127.0.0.1', 'smtp')).toMatchObject({
      kind: 'accepted',
      addresses: [login],
    });
    const nothing = { '@type': 'Replace', permissions: { imapAuthenticate: true } };
    expect(
      await session(server, await mintSecret(server, alice, { description: 'x', permissions: nothing })),
    ).toBe(403);

    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const short = await mintSecret(server, alice, { description: 'short', expiresAt });
    expect(await asks(short)).toMatchObject({ kind: 'accepted' });
    expect(authority.validAppPasswords()).toHaveLength(1);
    server.skewClock(61_000);
    expect(await asks(short)).toEqual({ kind: 'expired' });
    expect(authority.validAppPasswords()).toHaveLength(0);

    const network = await mintSecret(server, alice, {
      description: 'net',
      allowedIps: { '10.0.0.0/8': true },
    });
    expect(await asks(network)).toEqual({ kind: 'address-not-allowed' });
    expect(await authority.checkPassword(login, network, '10.1.2.3', 'imap')).toMatchObject({
      kind: 'accepted',
    });
    expect(await asks('another')).toEqual({ kind: 'wrong-secret' });
    expect(await asks(`app_${'a'.repeat(36)}`)).toEqual({ kind: 'destroyed' });
  });

  it('tells tokens that are unknown from tokens that do not hold', async () => {
    const { provider, server } = await signedIn('0.16.18');
    const check = (token: string) => server.authority.checkToken(token, '127.0.0.1', 'imap');
    expect(await check('garbage')).toEqual({ kind: 'token-unknown' });
    expect(await check(await provider.mint('alice', { audience: 'x' }))).toEqual({ kind: 'token-invalid' });
    expect(await check(await provider.mint('alice'))).toMatchObject({ kind: 'accepted', login });
  });

  it('is in bootstrap mode when told so', async () => {
    const { server, alice } = await signedIn('0.16.18', { bootstrap: true });
    const [name, result] = await call(server, alice, 'x:AppPassword/get', {});
    expect([name, result]).toMatchObject(['error', { type: 'forbidden' }]);
    expect(await (await get(server, '/jmap/session')).json()).toMatchObject({ apiUrl: '/jmap/' });
  });
});

describe('up to 0.15', () => {
  const add = (
    server: StalwartServer,
    who: Readonly<Record<string, string>>,
    name: string,
    password: string,
  ) => post(server, '/api/account/auth', [{ type: 'addAppPassword', name, password }], who);

  it('refuses app passwords of people from a provider before 0.13.2, with status 200', async () => {
    const { server, alice } = await signedIn('0.13.1');
    const response = await add(server, alice, 'phone', 'secret');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ error: 'unsupported' });
    expect(await (await get(server, '/api/account/auth', alice)).json()).toMatchObject({
      data: { appPasswords: [] },
    });
  });

  it('checks a `$6$` hash made by the client, and hands it to the mail server as it is', async () => {
    const { server, alice } = await signedIn('0.15.5');
    let changes = 0;
    const unsubscribe = server.authority.onChange(() => {
      changes += 1;
    });
    const hash = sha512Crypt('a long secret', 'somesalt');
    await add(server, alice, 'phone', hash);
    await add(server, alice, 'laptop', 'plain secret');
    expect(changes).toBeGreaterThan(0);
    unsubscribe();
    expect(await session(server, 'a long secret')).toBe(200);
    expect(await session(server, 'plain secret')).toBe(200);
    expect(await session(server, 'plain')).toBe(401);
    expect(await session(server, hash)).toBe(401);
    const valid = server.authority.validAppPasswords();
    expect(valid.map(({ hash: known }) => known)).toContain(hash);
    expect(valid.every(({ hash: known, login: name }) => known.startsWith('$6$') && name === login)).toBe(
      true,
    );
  });

  it('remembers for an hour that a domain or a mailbox was not there (finding 7)', async () => {
    const provider = await startProvider({ tokens: 'opaque' });
    stops.push(provider.stop);
    const server = await startStalwart({ version: '0.15.5', issuer: provider.issuer, domains: [], ...quick });
    stops.push(server.stop);
    const recipient = () => server.authority.checkRecipient(login);
    expect(recipient()).toBe('relay-not-allowed');
    await get(server, '/jmap/session', bearer(await provider.mint('alice')));
    expect(recipient()).toBe('relay-not-allowed');
    server.skewClock(3_601_000);
    expect(recipient()).toBe('accepted');
  });
});

it('writes ids in base 32 with the letters first', () => {
  for (const [id, text] of [
    [0, 'a'],
    [1, 'b'],
    [31, '3'],
    [32, 'ba'],
    [0xffff_ffff, 'd333333'],
  ] as const) {
    expect(encodeObjectId(id)).toBe(text);
    expect(decodeObjectId(text)).toBe(id);
  }
  expect(decodeObjectId('A8')).toBeUndefined();
});
