import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { readIssuerMetadata } from '../../src-main/sign-in/issuer-metadata.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { SignInClient } from '../../src-main/sign-in/sign-in.ts';
import { json, type LyingProvider, startLyingProvider } from './lying-provider.ts';

interface Exchange {
  readonly name: string;
  readonly response: { readonly body: Record<string, unknown> };
}

/** What a real Stalwart 0.16.18 answered. */
function recorded(name: string): Record<string, unknown> {
  const file = new URL('../transcripts/0.16.18/1-discovery.json', import.meta.url);
  const { exchanges } = JSON.parse(readFileSync(file, 'utf8')) as { exchanges: Exchange[] };
  const found = exchanges.find((exchange) => exchange.name === name);
  if (!found) throw new Error(`not recorded: ${name}`);
  return found.response.body;
}

const redirectUri = 'http://127.0.0.1:49731/callback';
let provider: LyingProvider;

beforeEach(async () => {
  provider = await startLyingProvider();
});
afterEach(() => provider.stop());

test('a server that believes to be elsewhere: its own name is taken, its endpoints are used where it was reached', async () => {
  const says = 'http://mail.internal:8080';
  const rebased = JSON.parse(
    JSON.stringify(recorded('openid-configuration')).replaceAll('http://127.0.0.1:28080', says),
  );
  provider.metadata = { ...rebased, revocation_endpoint: undefined };
  const token = provider.answers.get('/token');
  if (token) provider.answers.set('/auth/token', token);
  const port = createOpenidSignIn({ http: createNodeHttp(), clock: createSystemClock() });
  const base = `${provider.issuer}/`;
  const description = await port.discover(base, { kind: 'stalwart' });
  expect(description).toMatchObject({
    issuer: base,
    authorizationEndpoint: `${base}login`,
    canRevoke: false,
    canEndSession: false,
    deviceCode: true,
  });

  const client: SignInClient = {
    issuer: description.issuer,
    issuerKind: 'stalwart',
    clientId: 'gatepass',
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    audience: null,
  };
  const pending = await port.begin(client, redirectUri, 'alice@example.org');
  expect(pending.authorizationUrl.searchParams.get('scope')).toBe('openid offline_access');
  provider.claims = { nonce: pending.nonce, iss: says };
  const callback = new URL(redirectUri);
  callback.search = new URLSearchParams({ code: 'c', state: pending.state, iss: says }).toString();
  const { tokens } = await port.finish(client, pending, callback);
  expect(tokens.accessToken.reveal()).toBe('lying-access-token');
  await expect(port.revoke(client, tokens)).resolves.toBe('not-offered');
});

test('the document a plain listener publishes: no issuer, relative endpoints', () => {
  const body = JSON.stringify(recorded('discover while no external directory is the default'));
  expect(readIssuerMetadata(body, 'https://mail.example.org/', 'stalwart')).toMatchObject({
    issuer: 'https://mail.example.org',
    authorizationEndpoint: 'https://mail.example.org/login',
    tokenEndpoint: 'https://mail.example.org/auth/token',
    issInResponse: true,
  });
});

test.each([
  ['https://inner:8080', 'https://inner:8080/auth/token', 'https://mail.example.org/stalwart/auth/token'],
  ['https://inner/deep', 'https://inner/deep/auth/token', 'https://mail.example.org/stalwart/auth/token'],
  ['', '/auth/token?x=1', 'https://mail.example.org/stalwart/auth/token?x=1'],
  ['https://inner', 'https://evil.example/auth/token', 'https://mail.example.org/stalwart/auth/token'],
  ['https://inner', '//evil.example/../auth/token', 'https://mail.example.org/stalwart/auth/token'],
])('no endpoint leaves the server: %s, %s', (issuer, endpoint, used) => {
  const body = JSON.stringify({ issuer, authorization_endpoint: '/login', token_endpoint: endpoint });
  expect(readIssuerMetadata(body, 'https://mail.example.org/stalwart/', 'stalwart').tokenEndpoint).toBe(used);
});

test('the same liberties are not for others', async () => {
  provider.metadata = recorded('openid-configuration');
  const port = createOpenidSignIn({ http: createNodeHttp(), clock: createSystemClock() });
  await expect(port.discover(provider.issuer)).rejects.toMatchObject({ code: 'issuer.invalid' });
  provider.answers.set('/.well-known/openid-configuration', (_request, response) =>
    json(response, 200, recorded('discover while no external directory is the default')),
  );
  await expect(port.discover(provider.issuer)).rejects.toMatchObject({ code: 'issuer.invalid' });
});
