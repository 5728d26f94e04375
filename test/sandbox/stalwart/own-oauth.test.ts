import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, expect, it } from 'vitest';
import type { StalwartVersion } from '../mail/mail-authority.ts';
import { type StalwartServer, startStalwart } from './start-stalwart.ts';
import { bearer, get, post, quick, texts } from './test-client.ts';

let server: StalwartServer | undefined;
afterEach(async () => {
  await server?.stop();
});

const person = { address: 'alice@example.org', name: 'Alice Example', password: 'mailbox-password' };
const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = 'http://127.0.0.1:51234/callback';

async function start(version: StalwartVersion): Promise<StalwartServer> {
  server = await startStalwart({ version, issuer: null, accounts: [person], ...quick });
  return server;
}

function authorization(more: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams({
    response_type: 'code',
    client_id: 'gatepass',
    redirect_uri: redirectUri,
    state: 'a state',
    scope: 'openid offline_access',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    nonce: 'a nonce',
    ...more,
  });
}

/** Fills the page's own form, as a browser does. */
async function submit(on: StalwartServer, page: string, typed: Readonly<Record<string, string>>) {
  const html = await (await get(on, page)).text();
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const form = new URLSearchParams();
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1];
    if (name !== undefined) {
      form.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
    }
  }
  for (const [name, value] of Object.entries(typed)) {
    form.set(name, value);
  }
  return post(on, action, form);
}

const typed = { login: person.address, password: person.password };

it('signs a person in through its own page, with PKCE and a loopback redirect (0.16)', async () => {
  const on = await start('0.16.18');
  const wrong = await submit(on, `/login?${authorization()}`, { ...typed, password: 'wrong' });
  expect(wrong.status).toBe(401);

  const response = await submit(on, `/login?${authorization()}`, typed);
  expect(response.status).toBe(303);
  const target = new URL(response.headers.get('location') ?? '');
  expect(`${target.origin}${target.pathname}`).toBe(redirectUri);
  expect(target.searchParams.get('state')).toBe('a state');
  expect(target.searchParams.get('iss')).toBe(on.url);

  const exchange = (code_verifier: string) =>
    post(
      on,
      '/auth/token',
      new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'gatepass',
        code: target.searchParams.get('code') ?? '',
        redirect_uri: redirectUri,
        code_verifier,
      }),
    );
  expect(await (await exchange('w'.repeat(43))).json()).toEqual({ error: 'invalid_grant' });
  const tokens = await texts(await exchange(verifier));
  expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'openid offline_access' });
  expect((await exchange(verifier)).status).toBe(400);

  const keys = createRemoteJWKSet(new URL(`${on.url}/auth/jwks.json`));
  const idToken = await jwtVerify(tokens['id_token'] ?? '', keys, { issuer: on.url, audience: 'gatepass' });
  expect(idToken.payload).toMatchObject({ email: person.address, nonce: 'a nonce' });
  const session = await get(on, '/jmap/session', bearer(tokens['access_token'] ?? ''));
  expect(await session.json()).toMatchObject({ username: person.address });
  const userinfo = await get(on, '/auth/userinfo', bearer(tokens['access_token'] ?? ''));
  expect(await userinfo.json()).toMatchObject({ email: person.address, name: person.name });

  const refresh = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: tokens['refresh_token'] ?? '',
  });
  const refreshed = await texts(await post(on, '/auth/token', refresh));
  expect(refreshed['access_token']).not.toBe(tokens['access_token']);
  expect(refreshed).not.toHaveProperty('refresh_token');
});

it('refuses an http redirect without PKCE, and any before 0.16', async () => {
  const without = authorization();
  without.delete('code_challenge');
  expect((await submit(await start('0.16.18'), `/login?${without}`, typed)).status).toBe(400);
  await server?.stop();
  const older = await start('0.15.5');
  const response = await submit(older, `/authorize/code?${authorization()}`, typed);
  expect(await response.text()).toContain('Redirect URI must be HTTPS.');
});

it.each(['0.16.18', '0.15.5'] as const)('hands out tokens for a device code (%s)', async (version) => {
  const on = await start(version);
  const device = await texts(
    await post(on, '/auth/device', new URLSearchParams({ client_id: 'gatepass', scope: 'openid' })),
  );
  const poll = async () =>
    texts(
      await post(
        on,
        '/auth/token',
        new URLSearchParams({
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          client_id: 'gatepass',
          device_code: device['device_code'] ?? '',
        }),
      ),
    );
  expect(await poll()).toEqual({ error: 'authorization_pending' });
  const page = new URL(device['verification_uri_complete'] ?? '');
  expect((await submit(on, `${page.pathname}${page.search}`, typed)).status).toBe(200);
  const tokens = await poll();
  const session = await get(on, '/jmap/session', bearer(tokens['access_token'] ?? ''));
  expect(await session.json()).toMatchObject({ username: person.address });
  expect(await poll()).toEqual({ error: 'expired_token' });
});

it('holds a registered client to its redirect address, whatever the port', async () => {
  const on = await start('0.16.18');
  const register = (redirect_uris: readonly string[]) => post(on, '/auth/register', { redirect_uris });
  expect(await (await register(['http://localhost/callback'])).json()).toMatchObject({
    error: 'invalid_redirect_uri',
  });
  const client = await texts(await register(['http://127.0.0.1/callback']));
  const good = authorization({ client_id: client['client_id'] ?? '' });
  expect((await submit(on, `/login?${good}`, typed)).status).toBe(303);
  const other = authorization({
    client_id: client['client_id'] ?? '',
    redirect_uri: 'http://127.0.0.1/other',
  });
  expect((await submit(on, `/login?${other}`, typed)).status).toBe(400);
});
