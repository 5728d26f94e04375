import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import type { Http } from '../../src-main/platform/http.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { Secret } from '../../src-main/secret.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { SignIn, SignInClient } from '../../src-main/sign-in/sign-in.ts';
import type { TokenSet } from '../../src-main/sign-in/token-set.ts';
import { honestMetadata, json, type LyingProvider, startLyingProvider } from './lying-provider.ts';

const redirectUri = 'http://127.0.0.1:49731/callback';
const marked = 'eyJ-marked-secret';
let provider: LyingProvider;
let port: SignIn;

beforeEach(async () => {
  provider = await startLyingProvider();
  port = signIn();
});
afterEach(() => provider.stop());

/** The usual deadlines, made short: the lies under test must not depend on their length. */
function signIn(deadlineMs = 15_000): SignIn {
  const http = createNodeHttp();
  const impatient: Http = { send: (request) => http.send({ ...request, deadlineMs }) };
  return createOpenidSignIn({ http: impatient, clock: createSystemClock() });
}

function client(): SignInClient {
  return {
    issuer: provider.issuer,
    clientId: 'gatepass',
    scopes: ['openid', 'offline_access'],
    audience: null,
  };
}

/** An honest way back from the browser, with some parameters changed (null: left out). */
async function comeBack(changes: Readonly<Record<string, string | null>> = {}, signal?: AbortSignal) {
  const pending = await port.begin(client(), redirectUri, '', signal);
  provider.claims = { nonce: pending.nonce, ...provider.claims };
  const callback = new URL(redirectUri);
  const honest = { code: 'a-code', state: pending.state, iss: provider.issuer };
  for (const [name, value] of Object.entries({ ...honest, ...changes })) {
    if (value !== null) callback.searchParams.set(name, value);
  }
  return port.finish(client(), pending, callback, signal);
}

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Fault)) throw new Error(`no fault: ${inspect(thrown)}`);
  // Whatever went wrong: nothing of the provider's own text may sit anywhere in the error.
  expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(marked);
  expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain('lying-access-token');
  return thrown;
}

function held(changes: Partial<TokenSet> = {}): TokenSet {
  return {
    accessToken: new Secret('old-access'),
    refreshToken: new Secret('old-refresh'),
    idToken: null,
    expiresAt: null,
    scopes: ['openid'],
    ...changes,
  };
}

test('the honest provider is believed, in any case of token_type and with several audiences', async () => {
  provider.token = { token_type: 'bEaReR', expires_in: '120', scope: 'email openid' };
  provider.claims = { aud: ['gatepass', 'stalwart'], azp: 'gatepass' };
  const { tokens, claims } = await comeBack();
  expect(tokens.scopes).toEqual(['email', 'openid']);
  expect(claims).toEqual({ subject: 'alice', email: null, preferredUsername: null, name: null });
});

describe('an answer that is not of this sign-in', () => {
  test.each([
    ['another issuer', { iss: 'https://evil.example' }, 'iss'],
    ['no issuer though advertised', { iss: null }, 'iss'],
    ['another state', { state: 'x'.repeat(43) }, 'state'],
    ['no state', { state: null }, 'state'],
  ] as const)('%s', async (_name, changes, check) => {
    expect(await faultOf(comeBack(changes))).toMatchObject({
      code: 'signin.mismatch',
      facts: { check, issuer: provider.issuer },
    });
    expect(provider.tokenRequests).toHaveLength(0);
  });

  test.each([
    ['another nonce', { nonce: 'another' }, 'nonce'],
    ['no nonce', { nonce: undefined }, 'nonce'],
    ['an id token of another issuer', { iss: 'https://evil.example' }, 'iss'],
    ['an id token for another client', { aud: 'another' }, 'aud'],
    ['two audiences without a word for whom', { aud: ['gatepass', 'b'] }, 'aud'],
    ['two audiences, authorized for another', { aud: ['gatepass', 'b'], azp: 'b' }, 'azp'],
  ] as const)('%s', async (_name, claims, check) => {
    provider.claims = claims;
    expect(await faultOf(comeBack())).toMatchObject({ code: 'signin.mismatch', facts: { check } });
  });

  test('iss may be missing where it was never promised, but not be wrong', async () => {
    provider.metadata = { authorization_response_iss_parameter_supported: undefined };
    await expect(comeBack({ iss: null })).resolves.toBeDefined();
    expect(await faultOf(comeBack({ iss: 'https://evil.example' }))).toMatchObject({
      code: 'signin.mismatch',
    });
  });
});

describe('an answer that breaks the protocol', () => {
  test.each([
    ['an unsigned id token', { alg: 'none' }],
    ['an id token signed with a shared secret', { alg: 'HS256' }],
    ['an id token signed with what was not promised', { alg: 'RS256' }],
  ])('%s', async (_name, header) => {
    provider.header = header;
    expect(await faultOf(comeBack())).toMatchObject({
      code: 'signin.provider-broken',
      facts: { check: 'the id token is not signed as it must be' },
    });
  });

  test.each([
    ['tokens bound to a key', { token_type: 'DPoP' }, /DPoP/],
    ['an unknown kind of token', { token_type: 'mac' }, /./],
    ['no id token', { id_token: undefined }, /id_token/],
    ['no access token', { access_token: undefined }, /access_token/],
    ['an access token that is none', { access_token: { token: marked } }, /access_token/],
    ['a life of no length', { expires_in: 'soon' }, /expires_in/],
    ['an id token that is none', { id_token: marked }, /malformed/],
    ['an encrypted id token', { id_token: 'a.b.c.d.e' }, /./],
  ])('%s', async (_name, token, check) => {
    provider.token = token;
    const fault = await faultOf(comeBack());
    expect(fault.code).toBe('signin.provider-broken');
    expect(fault.facts['check']).toMatch(check);
  });

  test('an id token of last week', async () => {
    provider.claims = { exp: 1_700_000_000 };
    expect((await faultOf(comeBack())).facts['check']).toContain('out of date');
  });

  test.each([
    ['a redirect', 302, '', 'it is a redirect', false],
    ['an error of its own', 500, `<h1>${marked}</h1>`, 'status 500', true],
    ['too many requests', 429, '', 'status 429', true],
    ['a page instead of tokens', 200, `<html>${marked}`, 'it is not JSON', false],
  ] as const)('%s', async (_name, status, body, check, retryable) => {
    provider.answers.set('/token', (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html', location: `${provider.issuer}/elsewhere` });
      response.end(body);
    });
    expect(await faultOf(comeBack())).toMatchObject({
      code: 'signin.provider-broken',
      retryable,
      facts: { check },
    });
  });

  test('an endless answer', async () => {
    provider.answers.set('/token', (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`"${'x'.repeat(300_000)}`);
    });
    expect((await faultOf(comeBack())).facts['check']).toContain('too large');
  });
});

describe('a token endpoint that does not answer', () => {
  beforeEach(() => {
    provider.answers.set('/token', () => {});
  });

  test('ends at the deadline', async () => {
    port = signIn(300);
    expect(await faultOf(comeBack())).toMatchObject({ code: 'network.timeout', retryable: true });
  });

  test('ends when the person cancels, with the reason of the cancel', async () => {
    const controller = new AbortController();
    const reason = new Error('the person left');
    provider.answers.set('/token', () => controller.abort(reason));
    await expect(comeBack({}, controller.signal)).rejects.toBe(reason);
  });
});

describe('a refusal', () => {
  test.each([
    ['access_denied', 'signin.denied', 'access_denied'],
    ['unauthorized_client', 'signin.client-unknown', 'unauthorized_client'],
    ['invalid_request', 'signin.provider-refused', 'invalid_request'],
    ['temporarily_unavailable', 'signin.provider-refused', 'temporarily_unavailable'],
    [`<img src=x onerror=alert(1)>`, 'signin.provider-refused', 'unnamed_error'],
    [marked, 'signin.provider-refused', 'unnamed_error'],
  ])('in the browser: %s', async (error, code, shown) => {
    const changes = { code: null, error, error_description: `${marked} <script>` };
    expect(await faultOf(comeBack(changes))).toMatchObject({
      code,
      facts: { error: shown, issuer: provider.issuer },
    });
  });

  test.each([
    ['invalid_client', 'signin.client-unknown'],
    ['invalid_redirect_uri', 'signin.redirect-refused'],
    ['invalid_grant', 'signin.provider-refused'],
    // What Stalwart answers to a stale code.
    ['access_denied', 'signin.provider-refused'],
  ])('at the token endpoint: %s', async (error, code) => {
    provider.answers.set('/token', (_request, response) =>
      json(response, 400, { error, error_description: marked }),
    );
    expect(await faultOf(comeBack())).toMatchObject({ code, facts: { error } });
  });

  test('with a challenge, as RFC 6749 has it for an unknown client', async () => {
    provider.answers.set('/token', (_request, response) =>
      json(response, 401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="x"' }),
    );
    expect(await faultOf(comeBack())).toMatchObject({
      code: 'signin.client-unknown',
      facts: { clientId: 'gatepass' },
    });
  });
});

describe('metadata', () => {
  const wellKnown = '/.well-known/openid-configuration';

  test.each([
    ['another issuer', { issuer: 'https://evil.example' }, 'another name: https://evil.example'],
    ['every tenant', { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }, 'every tenant'],
    ['no token endpoint', { token_endpoint: undefined }, 'lacks'],
    ['an endpoint without protection', { token_endpoint: 'http://mail.example.org/token' }, 'not https'],
    ['an endpoint that is a script', { authorization_endpoint: 'javascript:alert(1)' }, 'not https'],
    ['an endpoint with a password', { token_endpoint: 'https://a:b@example.org/token' }, 'not https'],
    ['a revocation endpoint without protection', { revocation_endpoint: 'http://example.org/' }, 'not https'],
    ['an issuer that is none', { issuer: 7 }, 'lacks'],
  ])('%s', async (_name, metadata, check) => {
    provider.metadata = metadata;
    const fault = await faultOf(port.discover(provider.issuer));
    expect(fault.code).toBe('issuer.invalid');
    expect(fault.facts['check']).toContain(check);
  });

  test.each([
    ['huge', `{"issuer":"${'x'.repeat(300_000)}`, 'too large'],
    ['garbage', '<!doctype html><title>Welcome</title>', 'not JSON'],
    ['empty', '', 'not JSON'],
    ['not an object', 'null', 'lacks'],
  ])('%s', async (_name, body, check) => {
    provider.answers.set(wellKnown, (_request, response) => response.end(body));
    expect((await faultOf(port.discover(provider.issuer))).facts['check']).toContain(check);
  });

  test('cut short', async () => {
    provider.answers.set(wellKnown, (_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"issuer":', () => response.destroy());
    });
    expect((await faultOf(port.discover(provider.issuer))).facts['check']).toContain('cut short');
  });

  test('behind a redirect is not followed', async () => {
    let followed = false;
    provider.answers.set('/real', (_request, response) => {
      followed = true;
      json(response, 200, honestMetadata(provider.issuer));
    });
    provider.answers.set(wellKnown, (_request, response) =>
      response.writeHead(302, { location: '/real' }).end(),
    );
    expect((await faultOf(port.discover(provider.issuer))).facts['check']).toContain('redirect');
    expect(followed).toBe(false);
  });

  test('of a provider that is down', async () => {
    provider.answers.set(wellKnown, (_request, response) => response.writeHead(503).end());
    expect(await faultOf(port.discover(provider.issuer))).toMatchObject({
      code: 'issuer.unreachable',
      retryable: true,
    });
    await provider.stop();
    expect(await faultOf(port.discover(provider.issuer))).toMatchObject({
      code: 'network.refused',
      retryable: true,
    });
  });

  test('that failed are asked for again', async () => {
    provider.metadata = { issuer: 'https://evil.example' };
    await faultOf(port.discover(provider.issuer));
    provider.metadata = {};
    await expect(port.discover(provider.issuer)).resolves.toMatchObject({ issuer: provider.issuer });
  });

  test.each([
    'https://login.microsoftonline.com/{tenantid}/v2.0',
    'http://login.example.org',
    'https://a:b@login.example.org',
    'https://login.example.org/?x=1',
    'login.example.org',
    '',
  ])('are never asked for at "%s"', async (issuer) => {
    expect((await faultOf(port.discover(issuer))).code).toBe('issuer.invalid');
  });

  test('with lists that are none are read as without them', async () => {
    provider.metadata = {
      scopes_supported: 'openid',
      revocation_endpoint: 5,
      id_token_signing_alg_values_supported: {},
    };
    await expect(port.discover(provider.issuer)).resolves.toMatchObject({
      scopesSupported: null,
      canRevoke: false,
    });
  });
});

test('below a path: RFC 8414 when OpenID Connect Discovery is not there; the slash counts', async () => {
  const deep = await startLyingProvider('/realms/r');
  try {
    await expect(port.discover(deep.issuer)).resolves.toMatchObject({ issuer: deep.issuer });
    deep.metadata = { issuer: `${deep.issuer}/` };
    expect((await faultOf(signIn().discover(deep.issuer))).facts['check']).toContain('another name');
    deep.answers.delete('/realms/r/.well-known/openid-configuration');
    deep.answers.set('/.well-known/oauth-authorization-server/realms/r', (_request, response) =>
      json(response, 200, {
        ...honestMetadata(deep.issuer),
        id_token_signing_alg_values_supported: undefined,
      }),
    );
    await expect(signIn().discover(deep.issuer)).resolves.toMatchObject({ issuer: deep.issuer });
  } finally {
    await deep.stop();
  }
});

test('a slash at the root is forgiven once, then the name of the document holds', async () => {
  provider.metadata = { issuer: `${provider.issuer}/` };
  await expect(port.discover(provider.issuer)).resolves.toMatchObject({ issuer: `${provider.issuer}/` });
  expect(await faultOf(comeBack())).toMatchObject({ code: 'signin.mismatch', facts: { check: 'iss' } });
  provider.claims = { iss: `${provider.issuer}/` };
  await expect(comeBack({ iss: `${provider.issuer}/` })).resolves.toBeDefined();
});

describe('refresh', () => {
  test('keeps what does not come back', async () => {
    provider.token = { refresh_token: undefined, id_token: undefined, expires_in: undefined };
    const tokens = await port.refresh(client(), held({ scopes: ['openid', 'email'] }));
    expect(tokens.refreshToken?.reveal()).toBe('old-refresh');
    expect(tokens).toMatchObject({ expiresAt: null, scopes: ['openid', 'email'], idToken: null });
    expect(provider.tokenRequests[0]?.get('refresh_token')).toBe('old-refresh');
  });

  test('takes scopes that became fewer', async () => {
    provider.token = { scope: 'openid' };
    expect((await port.refresh(client(), held({ scopes: ['openid', 'email'] }))).scopes).toEqual(['openid']);
  });

  test.each(['invalid_grant', 'interaction_required', 'login_required'])(
    '%s means: sign in again',
    async (error) => {
      provider.answers.set('/token', (_request, response) => json(response, 400, { error }));
      expect(await faultOf(port.refresh(client(), held()))).toMatchObject({
        code: 'signin.needed',
        retryable: false,
      });
    },
  );

  test('without a refresh token nothing is asked', async () => {
    expect(await faultOf(port.refresh(client(), held({ refreshToken: null })))).toMatchObject({
      code: 'signin.needed',
    });
    expect(provider.tokenRequests).toHaveLength(0);
  });

  test('another person is refused', async () => {
    const { tokens } = await comeBack();
    provider.claims = { sub: 'mallory' };
    expect(await faultOf(port.refresh(client(), tokens))).toMatchObject({
      code: 'signin.mismatch',
      facts: { check: 'sub' },
    });
  });

  test('a network that fails is no end of the session', async () => {
    await port.discover(provider.issuer);
    await provider.stop();
    expect(await faultOf(port.refresh(client(), held()))).toMatchObject({
      code: 'network.refused',
      retryable: true,
    });
  });
});

describe('revoke', () => {
  test('is not offered without an endpoint', async () => {
    provider.metadata = { revocation_endpoint: undefined };
    await expect(port.revoke(client(), held())).resolves.toBe('not-offered');
    await expect(port.endSessionUrl(client())).resolves.toBeNull();
  });

  test('that is refused for its kind is not offered either', async () => {
    provider.answers.set('/revoke', (_request, response) =>
      json(response, 400, { error: 'unsupported_token_type' }),
    );
    await expect(port.revoke(client(), held())).resolves.toBe('not-offered');
  });

  test('of one of two is a revocation', async () => {
    provider.answers.set('/revoke', (_request, response, body) =>
      body.includes('hint=refresh_token')
        ? response.writeHead(200).end()
        : json(response, 400, { error: 'unsupported_token_type' }),
    );
    await expect(port.revoke(client(), held())).resolves.toBe('revoked');
  });
});
