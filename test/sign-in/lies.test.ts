import { beforeEach, describe, expect, test } from 'vitest';
import { honestMetadata, json, startLyingProvider } from './lying-provider.ts';
import { faultOf, impatientSignIn, lyingStand, marked } from './lying-stand.ts';

const stand = lyingStand();

test('the honest provider is believed, in any case of token_type and with several audiences', async () => {
  stand.provider.token = { token_type: 'bEaReR', expires_in: '120', scope: 'email openid' };
  stand.provider.claims = { aud: ['gatepass', 'stalwart'], azp: 'gatepass' };
  const { tokens, claims } = await stand.comeBack();
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
    expect(await faultOf(stand.comeBack(changes))).toMatchObject({
      code: 'signin.mismatch',
      facts: { check, issuer: stand.provider.issuer },
    });
    expect(stand.provider.tokenRequests).toHaveLength(0);
  });

  test.each([
    ['another nonce', { nonce: 'another' }, 'nonce'],
    ['no nonce', { nonce: undefined }, 'nonce'],
    ['an id token of another issuer', { iss: 'https://evil.example' }, 'iss'],
    ['an id token for another client', { aud: 'another' }, 'aud'],
    ['two audiences without a word for whom', { aud: ['gatepass', 'b'] }, 'aud'],
    ['two audiences, authorized for another', { aud: ['gatepass', 'b'], azp: 'b' }, 'azp'],
  ] as const)('%s', async (_name, claims, check) => {
    stand.provider.claims = claims;
    expect(await faultOf(stand.comeBack())).toMatchObject({ code: 'signin.mismatch', facts: { check } });
  });

  test('iss may be missing where it was never promised, but not be wrong', async () => {
    stand.provider.metadata = { authorization_response_iss_parameter_supported: undefined };
    await expect(stand.comeBack({ iss: null })).resolves.toBeDefined();
    expect(await faultOf(stand.comeBack({ iss: 'https://evil.example' }))).toMatchObject({
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
    stand.provider.header = header;
    expect(await faultOf(stand.comeBack())).toMatchObject({
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
    stand.provider.token = token;
    const fault = await faultOf(stand.comeBack());
    expect(fault.code).toBe('signin.provider-broken');
    expect(fault.facts['check']).toMatch(check);
  });

  test('an id token of last week', async () => {
    stand.provider.claims = { exp: 1_700_000_000 };
    expect((await faultOf(stand.comeBack())).facts['check']).toContain('out of date');
  });

  test.each([
    ['a redirect', 302, '', 'it is a redirect', false],
    ['an error of its own', 500, `<h1>${marked}</h1>`, 'status 500', true],
    ['too many requests', 429, '', 'status 429', true],
    ['a page instead of tokens', 200, `<html>${marked}`, 'it is not JSON', false],
  ] as const)('%s', async (_name, status, body, check, retryable) => {
    stand.provider.answers.set('/token', (_request, response) => {
      response.writeHead(status, {
        'content-type': 'text/html',
        location: `${stand.provider.issuer}/elsewhere`,
      });
      response.end(body);
    });
    expect(await faultOf(stand.comeBack())).toMatchObject({
      code: 'signin.provider-broken',
      retryable,
      facts: { check },
    });
  });

  test('an endless answer', async () => {
    stand.provider.answers.set('/token', (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`"${'x'.repeat(300_000)}`);
    });
    expect((await faultOf(stand.comeBack())).facts['check']).toContain('too large');
  });
});

describe('a token endpoint that does not answer', () => {
  beforeEach(() => {
    stand.provider.answers.set('/token', () => {});
  });

  test('ends at the deadline', async () => {
    stand.port = impatientSignIn(300);
    expect(await faultOf(stand.comeBack())).toMatchObject({ code: 'network.timeout', retryable: true });
  });

  test('ends when the person cancels, with the reason of the cancel', async () => {
    const controller = new AbortController();
    const reason = new Error('the person left');
    stand.provider.answers.set('/token', () => controller.abort(reason));
    await expect(stand.comeBack({}, controller.signal)).rejects.toBe(reason);
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
    expect(await faultOf(stand.comeBack(changes))).toMatchObject({
      code,
      facts: { error: shown, issuer: stand.provider.issuer },
    });
  });

  test.each([
    ['invalid_client', 'signin.client-unknown'],
    ['invalid_redirect_uri', 'signin.redirect-refused'],
    ['invalid_grant', 'signin.provider-refused'],
    // What Stalwart answers to a stale code.
    ['access_denied', 'signin.provider-refused'],
  ])('at the token endpoint: %s', async (error, code) => {
    stand.provider.answers.set('/token', (_request, response) =>
      json(response, 400, { error, error_description: marked }),
    );
    expect(await faultOf(stand.comeBack())).toMatchObject({ code, facts: { error } });
  });

  test('with a challenge, as RFC 6749 has it for an unknown client', async () => {
    stand.provider.answers.set('/token', (_request, response) =>
      json(response, 401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="x"' }),
    );
    expect(await faultOf(stand.comeBack())).toMatchObject({
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
    stand.provider.metadata = metadata;
    const fault = await faultOf(stand.port.discover(stand.provider.issuer));
    expect(fault.code).toBe('issuer.invalid');
    expect(fault.facts['check']).toContain(check);
  });

  test.each([
    ['huge', `{"issuer":"${'x'.repeat(300_000)}`, 'too large'],
    ['garbage', '<!doctype html><title>Welcome</title>', 'not JSON'],
    ['empty', '', 'not JSON'],
    ['not an object', 'null', 'lacks'],
  ])('%s', async (_name, body, check) => {
    stand.provider.answers.set(wellKnown, (_request, response) => response.end(body));
    expect((await faultOf(stand.port.discover(stand.provider.issuer))).facts['check']).toContain(check);
  });

  test('cut short', async () => {
    stand.provider.answers.set(wellKnown, (_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"issuer":', () => response.destroy());
    });
    expect((await faultOf(stand.port.discover(stand.provider.issuer))).facts['check']).toContain('cut short');
  });

  test('behind a redirect is not followed', async () => {
    let followed = false;
    stand.provider.answers.set('/real', (_request, response) => {
      followed = true;
      json(response, 200, honestMetadata(stand.provider.issuer));
    });
    stand.provider.answers.set(wellKnown, (_request, response) =>
      response.writeHead(302, { location: '/real' }).end(),
    );
    expect((await faultOf(stand.port.discover(stand.provider.issuer))).facts['check']).toContain('redirect');
    expect(followed).toBe(false);
  });

  test('of a provider that is down', async () => {
    stand.provider.answers.set(wellKnown, (_request, response) => response.writeHead(503).end());
    expect(await faultOf(stand.port.discover(stand.provider.issuer))).toMatchObject({
      code: 'issuer.unreachable',
      retryable: true,
    });
    await stand.provider.stop();
    expect(await faultOf(stand.port.discover(stand.provider.issuer))).toMatchObject({
      code: 'network.refused',
      retryable: true,
    });
  });

  test('that failed are asked for again', async () => {
    stand.provider.metadata = { issuer: 'https://evil.example' };
    await faultOf(stand.port.discover(stand.provider.issuer));
    stand.provider.metadata = {};
    await expect(stand.port.discover(stand.provider.issuer)).resolves.toMatchObject({
      issuer: stand.provider.issuer,
    });
  });

  test.each([
    'https://login.microsoftonline.com/{tenantid}/v2.0',
    'http://login.example.org',
    'https://a:b@login.example.org',
    'https://login.example.org/?x=1',
    'login.example.org',
    '',
  ])('are never asked for at "%s"', async (issuer) => {
    expect((await faultOf(stand.port.discover(issuer))).code).toBe('issuer.invalid');
  });

  test('with lists that are none are read as without them', async () => {
    stand.provider.metadata = {
      scopes_supported: 'openid',
      revocation_endpoint: 5,
      id_token_signing_alg_values_supported: {},
    };
    await expect(stand.port.discover(stand.provider.issuer)).resolves.toMatchObject({
      scopesSupported: null,
      canRevoke: false,
    });
  });
});

test('below a path: RFC 8414 when OpenID Connect Discovery is not there; the slash counts', async () => {
  const deep = await startLyingProvider('/realms/r');
  try {
    await expect(stand.port.discover(deep.issuer)).resolves.toMatchObject({ issuer: deep.issuer });
    deep.metadata = { issuer: `${deep.issuer}/` };
    expect((await faultOf(impatientSignIn().discover(deep.issuer))).facts['check']).toContain('another name');
    deep.answers.delete('/realms/r/.well-known/openid-configuration');
    deep.answers.set('/.well-known/oauth-authorization-server/realms/r', (_request, response) =>
      json(response, 200, {
        ...honestMetadata(deep.issuer),
        id_token_signing_alg_values_supported: undefined,
      }),
    );
    await expect(impatientSignIn().discover(deep.issuer)).resolves.toMatchObject({ issuer: deep.issuer });
  } finally {
    await deep.stop();
  }
});

test('a slash at the root is forgiven once, then the name of the document holds', async () => {
  stand.provider.metadata = { issuer: `${stand.provider.issuer}/` };
  await expect(stand.port.discover(stand.provider.issuer)).resolves.toMatchObject({
    issuer: `${stand.provider.issuer}/`,
  });
  expect(await faultOf(stand.comeBack())).toMatchObject({ code: 'signin.mismatch', facts: { check: 'iss' } });
  stand.provider.claims = { iss: `${stand.provider.issuer}/` };
  await expect(stand.comeBack({ iss: `${stand.provider.issuer}/` })).resolves.toBeDefined();
});
