import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as openid from 'openid-client';
import { expect, test, vi } from 'vitest';
import { createFaultBook } from '../faults.ts';
import { startAppAtProvider, startReceiver } from './app-at-provider.ts';
import { signInByForm } from './person-at-a-form.ts';
import { startProvider } from './start-provider.ts';

const alice = { login: 'alice', password: 'alice-sandbox-password', visitRedirect: false };

test('a whole login with PKCE: code, iss, id token, JWT access token, refresh token', async () => {
  const app = await startAppAtProvider();
  const receiver = await startReceiver();
  const request = await app.request({ redirect_uri: receiver.redirectUri });
  const end = await signInByForm(request.url, { ...alice, visitRedirect: true });
  expect(end.status).toBe(200);
  expect(end.body).toContain('Back at the app');
  expect(end.location.searchParams.get('iss')).toBe(app.provider.issuer);
  expect(receiver.landed()?.searchParams.get('code')).toBe(end.location.searchParams.get('code'));
  const tokens = await request.exchange(end.location);
  expect(tokens.claims()).toMatchObject({
    sub: 'alice',
    email: 'alice@example.org',
    preferred_username: 'alice@example.org',
    name: 'Alice Example',
  });
  expect(tokens.scope).toBe('openid email profile offline_access');
  expect(tokens.refresh_token).toBeTypeOf('string');
  expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    iss: app.provider.issuer,
    aud: 'stalwart',
    scope: 'openid email profile offline_access',
    email: 'alice@example.org',
  });
});

test('IPv6 loopback and any port are fine, another path and a missing challenge are not', async () => {
  const app = await startAppAtProvider();
  const ipv6 = await app.request({ redirect_uri: 'http://[::1]:40123/callback' });
  const { location } = await signInByForm(ipv6.url, alice);
  expect(location.href).toContain('http://[::1]:40123/callback?code=');
  await expect(ipv6.exchange(location)).resolves.toHaveProperty('access_token');

  const elsewhere = await app.request({ redirect_uri: 'http://127.0.0.1:40123/other' });
  const refused = await signInByForm(elsewhere.url, alice);
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('redirect_uri');

  const open = await app.request();
  open.url.searchParams.delete('code_challenge');
  open.url.searchParams.delete('code_challenge_method');
  const error = await signInByForm(open.url, alice);
  expect(error.location.searchParams.get('error')).toBe('invalid_request');
});

test('Cancel at the login form is access_denied, with state and iss', async () => {
  const app = await startAppAtProvider();
  const request = await app.request();
  const { location } = await signInByForm(request.url, { ...alice, cancel: true });
  expect(location.searchParams.get('error')).toBe('access_denied');
  expect(location.searchParams.get('iss')).toBe(app.provider.issuer);
  await expect(request.exchange(location)).rejects.toBeInstanceOf(openid.AuthorizationResponseError);
});

test('a wrong password, a stranger and a disabled person are told so in plain words', async () => {
  const app = await startAppAtProvider();
  const { url } = await app.request();
  await expect(signInByForm(url, { ...alice, password: 'wrong' })).rejects.toThrow(
    'The name or the password is wrong',
  );
  await expect(signInByForm(url, { ...alice, login: 'nobody' })).rejects.toThrow(
    'The name or the password is wrong',
  );
  app.provider.disablePerson('alice');
  await expect(signInByForm(url, alice)).rejects.toThrow('This account is switched off');
  app.provider.enablePerson('alice');
  await expect(signInByForm(url, { ...alice, login: ' Alice@example.org' })).resolves.toHaveProperty(
    'location',
  );
});

test('the login form starts with the login hint, escaped', async () => {
  const app = await startAppAtProvider();
  const { url } = await app.request({ login_hint: '"><b>mara</b>' });
  const login = await fetch(url, { redirect: 'manual' });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const page = await fetch(new URL(login.headers.get('location') ?? '', url), { headers: { cookie } });
  expect(await page.text()).toContain('value="&quot;&gt;&lt;b&gt;mara&lt;/b&gt;"');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('refresh tokens rotate, and one used twice ends all that came from it', async () => {
  const app = await startAppAtProvider({ tokens: 'opaque' });
  const request = await app.request();
  const first = await request.exchange((await signInByForm(request.url, alice)).location);
  const used = first.refresh_token ?? '';
  const second = await openid.refreshTokenGrant(app.config, used);
  expect(second.refresh_token).not.toBe(used);
  expect(second.access_token).not.toBe(first.access_token);
  await expect(openid.refreshTokenGrant(app.config, used)).rejects.toMatchObject({ error: 'invalid_grant' });
  const last = openid.refreshTokenGrant(app.config, second.refresh_token ?? '');
  await expect(last).rejects.toMatchObject({ error: 'invalid_grant' });
  await expect(openid.fetchUserInfo(app.config, second.access_token, 'alice')).rejects.toThrow();
});

test('opaque tokens work at the UserInfo endpoint, tokens for the mail server do not', async () => {
  const opaque = await startAppAtProvider({ tokens: 'opaque' });
  const token = await opaque.provider.mint('bob');
  await expect(openid.fetchUserInfo(opaque.config, token, 'bob')).resolves.toEqual({
    sub: 'bob',
    email: 'bob@example.org',
    preferred_username: 'bob',
    name: 'Bob Example',
  });
  const signed = await opaque.provider.mint('bob', { tokens: 'jwt' });
  const refused = await fetch(opaque.provider.userInfoEndpoint, {
    headers: { authorization: `Bearer ${signed}` },
  });
  expect(refused.status).toBe(401);
});

test('revocation ends the refresh token and, when it is opaque, the access token', async () => {
  const app = await startAppAtProvider({ tokens: 'opaque' });
  const request = await app.request();
  const tokens = await request.exchange((await signInByForm(request.url, alice)).location);
  await openid.tokenRevocation(app.config, tokens.refresh_token ?? '');
  await expect(openid.refreshTokenGrant(app.config, tokens.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  });
  await expect(openid.fetchUserInfo(app.config, tokens.access_token, 'alice')).rejects.toThrow();
});

test('each sign-in has a grant of its own: revoking one leaves the other', async () => {
  const app = await startAppAtProvider();
  const [one, other] = [
    await app.provider.refreshTokenFor('alice'),
    await app.provider.refreshTokenFor('alice'),
  ];
  await openid.tokenRevocation(app.config, one);
  await expect(openid.refreshTokenGrant(app.config, other)).resolves.toHaveProperty('access_token');
});

test('a disabled person is refused at refresh and at UserInfo', async () => {
  const app = await startAppAtProvider({ tokens: 'opaque' });
  const refresh = await app.provider.refreshTokenFor('alice');
  const access = await app.provider.mint('alice');
  app.provider.disablePerson('alice');
  await expect(openid.refreshTokenGrant(app.config, refresh)).rejects.toMatchObject({
    error: 'invalid_grant',
  });
  await expect(openid.fetchUserInfo(app.config, access, 'alice')).rejects.toThrow();
});

test('refresh tokens only with prompt=consent, or never, where the provider is like that', async () => {
  for (const [refreshTokens, extra, expected] of [
    ['with-consent-prompt', {}, 'undefined'],
    ['with-consent-prompt', { prompt: 'consent' }, 'string'],
    ['never', { prompt: 'consent' }, 'undefined'],
    ['on-request', { scope: 'openid email' }, 'undefined'],
  ] as const) {
    const app = await startAppAtProvider({ refreshTokens });
    const request = await app.request(extra);
    const tokens = await request.exchange((await signInByForm(request.url, alice)).location);
    expect(typeof tokens.refresh_token).toBe(expected);
  }
});

test('its clock can be wrong, in tokens and in the Date header', async () => {
  for (const clockSkew of [7200, -7200]) {
    const app = await startAppAtProvider({ clockSkew });
    const seen = (seconds: number | undefined) => (seconds ?? 0) - Date.now() / 1000 - clockSkew;
    expect(Math.abs(seen(decodeJwt(await app.provider.mint('alice')).iat))).toBeLessThan(60);
    const date = (await fetch(app.provider.userInfoEndpoint)).headers.get('date') ?? '';
    expect(Math.abs(seen(Date.parse(date) / 1000))).toBeLessThan(60);
    const request = await app.request();
    const tokens = request.exchange((await signInByForm(request.url, alice)).location);
    if (clockSkew > 0) {
      expect(Math.abs(seen(decodeJwt((await tokens).id_token ?? '').iat))).toBeLessThan(60);
    } else {
      // Two hours behind, its id tokens of one hour are over when they come.
      await expect(tokens).rejects.toThrow('timestamp');
    }
  }
});

test('a lost answer: the work is done, nobody hears of it', async () => {
  const faults = createFaultBook();
  const app = await startAppAtProvider({ faults });
  const used = await app.provider.refreshTokenFor('alice');
  faults.set('POST /token', { kind: 'lose-answer' });
  await expect(openid.refreshTokenGrant(app.config, used)).rejects.toThrow();
  faults.clear();
  await expect(openid.refreshTokenGrant(app.config, used)).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('prints nothing, logs paths without secrets, and is gone when stopped', async () => {
  const spies = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
  const provider = await startProvider();
  const config = await openid.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    openid.None(),
    {
      execute: [openid.allowInsecureRequests],
    },
  );
  await openid.refreshTokenGrant(config, await provider.refreshTokenFor('alice'));
  await fetch(`${provider.issuer}/auth?client_id=nobody&secret=1`);
  expect(provider.requestLog()).toEqual([
    { method: 'GET', path: '/.well-known/openid-configuration' },
    { method: 'POST', path: '/token' },
    { method: 'GET', path: '/auth' },
  ]);
  await provider.stop();
  await expect(fetch(provider.issuer)).rejects.toThrow();
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});
