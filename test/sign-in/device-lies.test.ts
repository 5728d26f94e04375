import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Http } from '../../src-main/platform/http.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { SignIn, SignInClient } from '../../src-main/sign-in/sign-in.ts';
import { createFastClock } from './fast-clock.ts';
import { json, type LyingProvider, startLyingProvider } from './lying-provider.ts';
import { faultOf, marked } from './lying-stand.ts';

let provider: LyingProvider;
let port: SignIn;
let deviceRequests: URLSearchParams[] = [];

beforeEach(async () => {
  provider = await startLyingProvider();
  provider.metadata = { device_authorization_endpoint: `${provider.issuer}/device` };
  deviceRequests = [];
  port = signIn();
});
afterEach(() => provider.stop());

/** Real requests with a short deadline, under a clock that runs fast. */
function signIn(deadlineMs = 5_000): SignIn {
  const http = createNodeHttp();
  const impatient: Http = { send: (request) => http.send({ ...request, deadlineMs }) };
  return createOpenidSignIn({ http: impatient, clock: createFastClock() });
}

function client(changes: Partial<SignInClient> = {}): SignInClient {
  return {
    issuer: provider.issuer,
    clientId: 'gatepass',
    scopes: ['openid', 'email', 'offline_access'],
    audience: null,
    ...changes,
  };
}

/** What the device endpoint answers: honest but for `changes` (undefined: left out). */
function answerDevice(changes: Record<string, unknown> = {}, status = 200): void {
  provider.answers.set('/device', (_request, response, body) => {
    deviceRequests.push(new URLSearchParams(body));
    json(response, status, {
      device_code: marked,
      user_code: 'CSY8-ZQAV',
      verification_uri: `${provider.issuer}/activate`,
      verification_uri_complete: `${provider.issuer}/activate?code=CSY8-ZQAV`,
      expires_in: 1800,
      interval: 5,
      ...changes,
    });
  });
}

/** The token endpoint says these errors in turn, then honest tokens. */
function answerTokens(...errors: readonly string[]): void {
  const honest = provider.answers.get('/token');
  const left = [...errors];
  provider.answers.set('/token', (request, response, body) => {
    const error = left.shift();
    if (error === undefined) honest?.(request, response, body);
    else json(response, 400, { error, error_description: marked });
  });
}

test('what is asked for: the scopes, PKCE on both sides, the audience; and what comes of it', async () => {
  answerDevice();
  answerTokens('authorization_pending', 'slow_down');
  const one = client({ audience: 'https://mail.example.org/' });
  const pending = await port.beginDevice(one);
  expect(inspect(pending, { depth: 9 })).not.toContain(marked);
  expect(pending).toMatchObject({ userCode: 'CSY8-ZQAV', intervalMs: 5_000 });
  expect(pending.verificationUri.href).toBe(`${provider.issuer}/activate`);
  expect(pending.verificationUriComplete?.href).toBe(`${provider.issuer}/activate?code=CSY8-ZQAV`);
  const { tokens, claims } = await port.finishDevice(one, pending);
  expect(tokens.accessToken.reveal()).toBe('lying-access-token');
  expect(claims.subject).toBe('alice');

  expect(Object.fromEntries(deviceRequests[0] ?? [])).toEqual({
    client_id: 'gatepass',
    scope: 'openid email offline_access',
    audience: 'https://mail.example.org/',
    resource: 'https://mail.example.org/',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
  expect(Object.fromEntries(provider.tokenRequests.at(-1) ?? [])).toMatchObject({
    client_id: 'gatepass',
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: marked,
    code_verifier: pending.codeVerifier.reveal(),
    resource: 'https://mail.example.org/',
  });
});

test('an answer without id token, refresh token, scope and expiry is one all the same', async () => {
  answerDevice({ interval: undefined, verification_uri_complete: undefined });
  provider.token = { id_token: undefined, refresh_token: undefined, scope: undefined, expires_in: undefined };
  const pending = await port.beginDevice(client());
  expect(pending).toMatchObject({ intervalMs: 5_000, verificationUriComplete: null });
  const { tokens, claims } = await port.finishDevice(client(), pending);
  expect(claims).toEqual({ subject: null, email: null, preferredUsername: null, name: null });
  expect(tokens).toMatchObject({ refreshToken: null, idToken: null, expiresAt: null });
  expect(tokens.scopes).toEqual(['openid', 'email', 'offline_access']);
});

describe('a device endpoint that lies', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['interval 0', { interval: 0 }, 'interval is not right'],
    ['negative interval', { interval: -5 }, 'interval is not right'],
    ['interval in words', { interval: 'soon' }, 'interval is not right'],
    ['huge interval', { interval: 1e9 }, 'interval is not right'],
    ['an interval that outlives the code', { interval: 30, expires_in: 20 }, 'interval is not right'],
    ['a code that has expired already', { expires_in: 0 }, 'expires_in is not right'],
    ['no expiry', { expires_in: undefined }, 'expires_in is not right'],
    ['script', { verification_uri: 'javascript:alert(1)' }, 'verification_uri is not right'],
    ['a file', { verification_uri: 'file:///etc/passwd' }, 'verification_uri is not right'],
    ['no address', { verification_uri: 'the web' }, 'verification_uri is not right'],
    [
      'another computer without TLS',
      { verification_uri: 'http://x.example/' },
      'verification_uri is not right',
    ],
    ['a password in it', { verification_uri: 'https://a:b@x.example/' }, 'verification_uri is not right'],
    [
      'a huge address',
      { verification_uri: `https://x.example/${'x'.repeat(3000)}` },
      'verification_uri is not right',
    ],
    ['a code that redraws the terminal', { user_code: 'A\u001b[2JB' }, 'user_code is not right'],
    ['a code on two lines', { user_code: 'A\nOpen: https://x.example/' }, 'user_code is not right'],
    ['a code that turns around', { user_code: 'A\u202eB' }, 'user_code is not right'],
    ['a huge code', { user_code: 'A'.repeat(65) }, 'user_code is not right'],
    ['no code', { user_code: '' }, 'user_code is not right'],
    ['an empty address', { verification_uri_complete: '' }, 'verification_uri_complete is not right'],
    ['no device code', { device_code: undefined }, 'device_code is not right'],
  ])('%s', async (_lie, changes, check) => {
    answerDevice(changes);
    const fault = await faultOf(port.beginDevice(client()));
    expect(fault).toMatchObject({ code: 'signin.provider-broken', facts: { check } });
  });

  test('the page may be on another host, as at Google and Microsoft; a filled-in address elsewhere is left out', async () => {
    const verification_uri = 'https://login.example/device';
    for (const elsewhere of [
      'https://evil.example/?code=x',
      'javascript:alert(1)',
      'http://login.example/',
    ]) {
      answerDevice({ verification_uri, verification_uri_complete: elsewhere });
      const pending = await port.beginDevice(client());
      expect(pending.verificationUri.href).toBe(verification_uri);
      expect(pending.verificationUriComplete).toBeNull();
    }
  });

  test('a tiny interval is a second, an endless life a day', async () => {
    answerDevice({ interval: 0.001, expires_in: 1e12 });
    const before = Date.now();
    const pending = await port.beginDevice(client());
    expect(pending.intervalMs).toBe(1_000);
    expect(pending.expiresAt - before).toBeLessThanOrEqual(86_400_000 + 60_000);
  });

  test.each<[string, number, Record<string, unknown>, string]>([
    ['the client may not', 400, { error: 'unauthorized_client' }, 'signin.no-device-code'],
    ['the client is unknown', 401, { error: 'invalid_client' }, 'signin.client-unknown'],
    ['there is no such page', 404, {}, 'signin.no-device-code'],
    ['it wants something more', 400, { error: 'invalid_request' }, 'signin.provider-refused'],
    ['it is ill', 503, {}, 'signin.provider-broken'],
  ])('%s', async (_what, status, body, code) => {
    provider.answers.set('/device', (_request, response) => json(response, status, body));
    expect((await faultOf(port.beginDevice(client()))).code).toBe(code);
  });

  test('no device endpoint at all', async () => {
    provider.metadata = {};
    const fault = await faultOf(port.beginDevice(client()));
    expect(fault.code).toBe('signin.no-device-code');
    expect(fault.facts).toEqual({ issuer: provider.issuer, clientId: 'gatepass' });
  });

  test('one that hangs', async () => {
    provider.answers.set('/device', () => undefined);
    port = signIn(100);
    expect((await faultOf(port.beginDevice(client()))).code).toBe('network.timeout');
  });
});

describe('a token endpoint that lies', () => {
  test.each<[string, readonly string[], string]>([
    ['slow_down for ever', Array.from({ length: 200 }, () => 'slow_down'), 'signin.timeout'],
    ['pending for ever', Array.from({ length: 1000 }, () => 'authorization_pending'), 'signin.timeout'],
    ['the code has expired', ['authorization_pending', 'expired_token'], 'signin.timeout'],
    ['somebody pressed Cancel', ['authorization_pending', 'access_denied'], 'signin.denied'],
    ['the code is unknown', ['invalid_grant'], 'signin.provider-refused'],
    ['the client may not', ['unauthorized_client'], 'signin.no-device-code'],
    ['an error that is none', [`${marked} <b>`], 'signin.provider-refused'],
  ])('%s', async (_what, errors, code) => {
    answerDevice({ expires_in: 120 });
    answerTokens(...errors);
    const pending = await port.beginDevice(client());
    expect((await faultOf(port.finishDevice(client(), pending))).code).toBe(code);
  });

  test('one that hangs is asked again; when it hangs for good the code has its end', async () => {
    answerDevice({ expires_in: 60 });
    provider.answers.set('/token', () => undefined);
    port = signIn(50);
    const pending = await port.beginDevice(client());
    const fault = await faultOf(port.finishDevice(client(), pending));
    expect(['network.timeout', 'signin.timeout']).toContain(fault.code);
  });

  test.each<[string, Record<string, unknown>]>([
    ['for another app', { aud: 'another' }],
    ['of another issuer', { iss: 'https://evil.example' }],
  ])('an id token %s is refused', async (_what, claims) => {
    answerDevice();
    provider.claims = claims;
    const pending = await port.beginDevice(client());
    expect((await faultOf(port.finishDevice(client(), pending))).code).toBe('signin.mismatch');
  });

  test('a cancelled wait ends with its reason', async () => {
    answerDevice();
    const cancel = new AbortController();
    const reason = new Error('enough');
    provider.answers.set('/token', () => cancel.abort(reason));
    const pending = await port.beginDevice(client());
    await expect(port.finishDevice(client(), pending, cancel.signal)).rejects.toBe(reason);
  });
});

describe('the mail server itself', () => {
  const own = () => client({ issuer: `${provider.issuer}/`, issuerKind: 'stalwart' });

  test('its page is used where the server was reached, whatever host it names', async () => {
    provider.metadata = { ...provider.metadata, issuer: 'http://inner:8080' };
    for (const page of ['http://inner:8080/authorize', 'https://evil.example/authorize', '/authorize']) {
      answerDevice({ verification_uri: page, verification_uri_complete: `${page}/?code=CSY8-ZQAV` });
      const pending = await port.beginDevice(own());
      expect(pending.verificationUri.href).toBe(`${provider.issuer}/authorize`);
      expect(pending.verificationUriComplete?.href).toBe(`${provider.issuer}/authorize/?code=CSY8-ZQAV`);
    }
  });

  test('before 0.15.2 only its other document names the device endpoint', async () => {
    const { device_authorization_endpoint } = provider.metadata;
    provider.metadata = {};
    await expect(port.discover(`${provider.issuer}/`, { kind: 'stalwart' })).resolves.toMatchObject({
      deviceCode: false,
    });
    port = signIn();
    provider.answers.set('/.well-known/oauth-authorization-server', (_request, response) =>
      json(response, 200, {
        issuer: provider.issuer,
        authorization_endpoint: '/a',
        token_endpoint: '/t',
        device_authorization_endpoint,
      }),
    );
    await expect(port.discover(`${provider.issuer}/`, { kind: 'stalwart' })).resolves.toMatchObject({
      deviceCode: true,
    });
    await expect(port.discover(provider.issuer)).resolves.toMatchObject({ deviceCode: false });
  });

  test('an id token signed with a secret of the server is taken of it, and of nobody else', async () => {
    provider.header = { alg: 'HS256' };
    answerDevice();
    const pending = await port.beginDevice(own());
    expect((await port.finishDevice(own(), pending)).claims.subject).toBe('alice');
    const fault = await faultOf(port.finishDevice(client(), pending));
    expect(fault).toMatchObject({ code: 'signin.provider-broken' });
  });
});
