import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { narrowScopes } from '../../src-main/sign-in/authorization-parameters.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { SignInClient } from '../../src-main/sign-in/sign-in.ts';
import { signInByForm, startTinyProvider, type TinyProvider } from './tiny-provider.ts';

let provider: TinyProvider;
const redirectUri = 'http://127.0.0.1:49731/callback';

beforeAll(async () => {
  provider = await startTinyProvider();
});
afterAll(() => provider.stop());

function client(): SignInClient {
  return {
    issuer: provider.issuer,
    clientId: 'gatepass',
    scopes: ['openid', 'email', 'profile', 'offline_access', 'urn:example:not-offered'],
    audience: null,
  };
}

function signIn() {
  return createOpenidSignIn({ http: createNodeHttp(), clock: createSystemClock() });
}

test('a whole life at a real provider: sign in, refresh with rotation, revoke, end the session', async () => {
  const port = signIn();
  const begun = Date.now();
  const pending = await port.begin(client(), redirectUri, 'alice@example.org');
  const asked = pending.authorizationUrl.searchParams;
  expect(asked.get('scope')).toBe('openid email profile offline_access');
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('login_hint')).toBe('alice@example.org');
  expect(asked.has('prompt')).toBe(false);
  expect(asked.has('audience')).toBe(false);

  const callback = await signInByForm(pending.authorizationUrl, { login: 'alice', password: 'any' });
  const { tokens, claims } = await port.finish(client(), pending, callback);
  expect(claims).toMatchObject({ subject: 'alice', email: 'alice@example.org', name: 'Alice Example' });
  expect(tokens.scopes).toContain('openid');
  expect(tokens.refreshToken).not.toBeNull();
  expect(tokens.expiresAt).toBeGreaterThanOrEqual(begun + 3_600_000);
  expect(JSON.stringify(tokens)).not.toMatch(/eyJ/);

  const next = await port.refresh(client(), tokens);
  expect(next.accessToken.reveal()).not.toBe(tokens.accessToken.reveal());
  expect(next.refreshToken?.reveal()).not.toBe(tokens.refreshToken?.reveal());
  expect(next.scopes).toContain('openid');

  const farewell = await port.endSessionUrl(client());
  expect(farewell?.pathname).toBe('/session/end');
  expect(farewell?.searchParams.get('client_id')).toBe('gatepass');
  expect(farewell?.href).not.toContain(next.idToken?.reveal());

  provider.requests.length = 0;
  await expect(port.revoke(client(), next)).resolves.toBe('revoked');
  const hints = provider.requests.map(({ body }) => new URLSearchParams(body).get('token_type_hint'));
  expect(hints).toEqual(['refresh_token', 'access_token']);
  await expect(port.refresh(client(), next)).rejects.toMatchObject({
    code: 'signin.needed',
    facts: { issuer: provider.issuer, error: 'invalid_grant' },
  });
});

test('the second use of a rotated refresh token ends the session, and says so', async () => {
  const port = signIn();
  const pending = await port.begin(client(), redirectUri, '');
  expect(pending.authorizationUrl.searchParams.has('login_hint')).toBe(false);
  const callback = await signInByForm(pending.authorizationUrl, { login: 'alice', password: 'any' });
  const { tokens } = await port.finish(client(), pending, callback);
  const next = await port.refresh(client(), tokens);
  await expect(port.refresh(client(), tokens)).rejects.toMatchObject({ code: 'signin.needed' });
  await expect(port.refresh(client(), next)).rejects.toMatchObject({ code: 'signin.needed' });
});

test('the redirect address of the token request is the one asked with, wherever the browser landed', async () => {
  const port = signIn();
  const pending = await port.begin(client(), redirectUri, '');
  const callback = await signInByForm(pending.authorizationUrl, { login: 'alice', password: 'any' });
  callback.hostname = 'localhost';
  await expect(port.finish(client(), pending, callback)).resolves.toMatchObject({
    claims: { subject: 'alice' },
  });
});

test('a code is good once', async () => {
  const port = signIn();
  const pending = await port.begin(client(), redirectUri, '');
  const callback = await signInByForm(pending.authorizationUrl, { login: 'alice', password: 'any' });
  await port.finish(client(), pending, callback);
  const fault = await port.finish(client(), pending, callback).catch((thrown: unknown) => thrown);
  expect(fault).toMatchObject({ code: 'signin.provider-refused', facts: { error: 'invalid_grant' } });
});

test('an unknown client is told by its own words', async () => {
  const port = signIn();
  const stranger = { ...client(), clientId: 'stranger' };
  const pending = await port.begin(client(), redirectUri, '');
  const callback = await signInByForm(pending.authorizationUrl, { login: 'alice', password: 'any' });
  await expect(port.finish(stranger, pending, callback)).rejects.toMatchObject({
    code: 'signin.client-unknown',
    facts: { issuer: provider.issuer, clientId: 'stranger' },
  });
});

test('the metadata are fetched once; the audience goes along, as resource only when it is a URI', async () => {
  const port = signIn();
  provider.requests.length = 0;
  const description = await port.discover(`${provider.issuer}/`);
  expect(description).toMatchObject({
    issuer: provider.issuer,
    canRevoke: true,
    canEndSession: true,
    deviceCode: true,
  });
  await port.discover(provider.issuer);
  await port.discover(provider.issuer);
  const named = await port.begin({ ...client(), audience: 'stalwart' }, redirectUri, '');
  expect(named.authorizationUrl.searchParams.get('audience')).toBe('stalwart');
  expect(named.authorizationUrl.searchParams.has('resource')).toBe(false);
  const uri = await port.begin({ ...client(), audience: 'https://mail.example.org/' }, redirectUri, '');
  expect(uri.authorizationUrl.searchParams.get('resource')).toBe('https://mail.example.org/');
  // Once for each spelling.
  expect(provider.requests.map(({ path }) => path)).toEqual([
    '/.well-known/openid-configuration',
    '/.well-known/openid-configuration',
  ]);
});

test('asks the provider to ask again only when somebody else is to sign in', async () => {
  const port = signIn();
  const usual = await port.begin(client(), redirectUri, 'alice@example.org');
  expect(usual.authorizationUrl.searchParams.has('prompt')).toBe(false);
  const again = await port.begin(client(), redirectUri, 'alice@example.org', undefined, 'login');
  expect(again.authorizationUrl.searchParams.get('prompt')).toBe('login');
});

test('no two sign-ins share a state, a nonce or a verifier', async () => {
  const port = signIn();
  const seen = new Set<string>();
  for (let count = 0; count < 20; count++) {
    const { state, nonce, codeVerifier } = await port.begin(client(), redirectUri, '');
    for (const text of [state, nonce, codeVerifier.reveal()]) {
      expect(text.length).toBeGreaterThanOrEqual(43);
      seen.add(text);
    }
  }
  expect(seen.size).toBe(60);
});

test('scopes are narrowed to what is offered, in the wanted order, openid always', () => {
  expect(narrowScopes(['email', 'openid', 'x'], ['x', 'openid'])).toEqual(['openid', 'x']);
  expect(narrowScopes(['email', 'offline_access'], null)).toEqual(['openid', 'email', 'offline_access']);
  expect(narrowScopes(['openid', 'email', 'email'], [])).toEqual(['openid']);
});
