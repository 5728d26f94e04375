import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readAccessToken } from '../../src-main/mailbox/access-token.ts';
import { explainTokenRefusal } from '../../src-main/mailbox/explain-token-refusal.ts';
import type { TokenRefusal } from '../../src-main/mailbox/token-finding.ts';
import { diagnoseTokenRefusal } from '../../src-main/mailbox/token-refusal.ts';
import { askUserinfo, type UserinfoAnswer } from '../../src-main/mailbox/userinfo-claims.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { Secret } from '../../src-main/secret.ts';
import { type Answer, type Asked, startAnswering } from '../app-passwords/answering-server.ts';

const issuer = 'https://login.example.org';
const now = Date.parse('2026-11-24T12:00:00Z');
const good = {
  iss: issuer,
  exp: now / 1000 + 600,
  aud: 'stalwart',
  scope: 'openid email profile offline_access',
  preferred_username: 'alice@example.org',
  email: 'alice@example.org',
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object, alg = 'RS256') => `${encode({ alg })}.${encode(claims)}.c2lnbmF0dXJl`;
const claimsOf = (claims: object): UserinfoAnswer => {
  const read = readAccessToken(new Secret(jwt(claims)));
  if (read.kind !== 'jwt') throw new Error('not a token');
  return { kind: 'claims', claims: read.claims };
};

function diagnose(token: string, more: Partial<TokenRefusal> = {}) {
  return diagnoseTokenRefusal({
    token: readAccessToken(new Secret(token)),
    generation: 'jmap',
    issuer,
    address: 'alice@example.org',
    now,
    userinfo: { kind: 'unknown' },
    ...more,
  });
}

const without = (name: string): object =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe('diagnoseTokenRefusal on 0.16', () => {
  it.each<[string, string, readonly string[], string]>([
    ['nothing wrong', jwt(good), ['directory-not-default'], 'Authentication.directoryId'],
    ['issuer', jwt({ ...good, iss: 'https://other.example' }), ['issuer-differs'], 'issuerUrl'],
    [
      'Entra v1',
      jwt({ ...good, iss: 'https://sts.windows.net/x/' }),
      ['issuer-differs'],
      'requestedAccessTokenVersion',
    ],
    ['slash only', jwt({ ...good, iss: `${issuer}/` }), ['directory-not-default'], ''],
    ['HS256', jwt(good, 'HS256'), ['alg'], 'Signing Key'],
    ['ES512', jwt(good, 'ES512'), ['alg'], 'ES256'],
    ['expired', jwt({ ...good, exp: now / 1000 - 61 }), ['expired'], 'Sign in again'],
    ['expired within the leeway', jwt({ ...good, exp: now / 1000 - 1 }), ['directory-not-default'], ''],
    ['Keycloak', jwt({ ...good, aud: 'account' }), ['audience'], 'Included Custom Audience'],
    ['no audience', jwt(without('aud')), ['audience'], 'requireAudience'],
    ['audience is the client', jwt({ ...good, aud: ['mail'], azp: 'mail' }), ['audience'], 'requireAudience'],
    ['Graph', jwt({ ...good, aud: 'https://graph.microsoft.com' }), ['audience'], 'access_as_user'],
    ['among several', jwt({ ...good, aud: ['x', 'stalwart'] }), ['directory-not-default'], ''],
    ['no scope', jwt(without('scope')), ['scope-missing'], 'requireScopes'],
    ['scp', jwt({ ...without('scope'), scp: 'openid email' }), ['scp-instead'], 'requireScopes'],
    ['scope without email', jwt({ ...good, scope: 'openid profile' }), ['scope-missing'], 'requireScopes'],
    ['scope as a list', jwt({ ...good, scope: ['openid', 'email'] }), ['directory-not-default'], ''],
    [
      'capitals',
      jwt({ ...good, preferred_username: 'Alice@Example.org' }),
      ['address-upper-case'],
      'small letters',
    ],
    [
      'other domain',
      jwt({ ...good, preferred_username: 'alice@x.test', email: 'alice@x.test' }),
      ['address-other-domain'],
      'claimUsername',
    ],
    [
      'UPN',
      jwt({ ...good, preferred_username: 'alice@idm.test' }),
      ['user-name-is-other-address'],
      'claimUsername',
    ],
    [
      'no address',
      jwt({ ...without('email'), preferred_username: 'alice' }),
      ['no-address-claim'],
      'usernameDomain',
    ],
    [
      'no names',
      jwt({ ...without('email'), preferred_username: undefined }),
      ['no-address-claim'],
      'preferred_username',
    ],
    [
      'two causes',
      jwt({ ...good, aud: 'account', scope: 'email' }),
      ['audience', 'scope-missing'],
      'requireAudience',
    ],
    ['encrypted', 'eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d', ['encrypted-token'], 'encryption key'],
    ['opaque', 'v2.local.abcdef', ['opaque'], 'UserInfo'],
    ['garbage', 'garbage', ['opaque'], 'UserInfo'],
  ])('%s', (_name, token, kinds, change) => {
    const findings = diagnose(token);
    expect(findings.map(({ kind }) => kind)).toEqual(kinds);
    expect(findings[0]?.whatToChange).toContain(change);
  });

  it.each<[string, string, UserinfoAnswer, readonly string[]]>([
    ['opaque, all well', 'opaque', claimsOf(good), ['directory-not-default']],
    ['opaque, refused', 'opaque', { kind: 'refused' }, ['userinfo-refused']],
    ['opaque, signed', 'opaque', { kind: 'unreadable' }, ['userinfo-unreadable']],
    [
      'opaque, no address',
      'opaque',
      claimsOf({ sub: 'x', preferred_username: 'alice' }),
      ['no-address-claim'],
    ],
    ['opaque, capitals', 'opaque', claimsOf({ email: 'Alice@example.org' }), ['address-upper-case']],
    [
      'JWT without names, refused',
      jwt({ ...without('email'), preferred_username: 'x' }),
      { kind: 'refused' },
      ['userinfo-refused'],
    ],
    [
      'JWT without names, told',
      jwt({ ...without('email'), preferred_username: 'x' }),
      claimsOf(good),
      ['directory-not-default'],
    ],
    ['JWT with names, not asked', jwt(good), { kind: 'refused' }, ['directory-not-default']],
    ['encrypted, told', 'eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d', claimsOf(good), ['directory-not-default']],
  ])('with UserInfo: %s', (_name, token, userinfo, kinds) => {
    expect(diagnose(token, { userinfo }).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('diagnoseTokenRefusal up to 0.15', () => {
  it.each<[string, string, UserinfoAnswer, readonly string[]]>([
    [
      'audience and scope do not matter',
      jwt({ ...good, aud: 'x', scope: '' }),
      claimsOf(good),
      ['directory-not-default'],
    ],
    ['a JWT for another audience', jwt(good), { kind: 'refused' }, ['userinfo-refused']],
    ['no e-mail', 'opaque', claimsOf({ preferred_username: 'erin' }), ['no-address-claim']],
    ['capitals are folded', 'opaque', claimsOf({ email: 'Alice@Example.org' }), ['directory-not-default']],
    ['expired', jwt({ ...good, exp: 1 }), { kind: 'unknown' }, ['expired']],
  ])('%s', (_name, token, userinfo, kinds) => {
    expect(diagnose(token, { generation: 'rest', userinfo }).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('what findings say', () => {
  it('is never a part of the token, and always something', () => {
    const words = fc.oneof(fc.string(), fc.constant('\u202e\n'), fc.webUrl(), fc.emailAddress());
    const claim = fc.oneof(words, fc.jsonValue());
    const claims = fc.record(
      {
        iss: claim,
        aud: claim,
        scope: claim,
        scp: claim,
        exp: claim,
        preferred_username: claim,
        email: claim,
      },
      { requiredKeys: [] },
    );
    const signature = 'N0T-T0-BE-SEEN-signature';
    fc.assert(
      fc.property(
        claims,
        fc.constantFrom('jmap' as const, 'rest' as const),
        words,
        (payload, generation, alg) => {
          const token = `${encode({ alg })}.${encode(payload)}.${signature}`;
          const findings = diagnose(token, { generation });
          expect(findings.length).toBeGreaterThan(0);
          for (const { found, whatToChange } of findings) {
            const text = `${found} ${whatToChange}`;
            expect(text).not.toContain(signature);
            expect(text).not.toContain(encode(payload));
            expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
            expect(text.length).toBeLessThan(1200);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reading never throws, whatever the token is', () => {
    const part = fc.oneof(
      fc.base64String(),
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        expect(['jwt', 'encrypted', 'opaque']).toContain(readAccessToken(new Secret(parts.join('.'))).kind);
      }),
    );
    expect(readAccessToken(new Secret('a'.repeat(70_000))).kind).toBe('opaque');
    expect(readAccessToken(new Secret(jwt(JSON.parse('{"__proto__":{"iss":"x"}}'))))).toMatchObject({
      claims: { iss: null },
    });
  });
});

describe('asking UserInfo', () => {
  const http = createNodeHttp();
  const token = new Secret('opaque-token');
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });

  async function provider(userinfo: Answer, document: (base: string) => object = () => ({})) {
    let base = '';
    const answering = await startAnswering(({ path }: Asked) =>
      path.endsWith('/openid-configuration')
        ? { status: 200, body: { issuer: base, userinfo_endpoint: `${base}/me`, ...document(base) } }
        : userinfo,
    );
    stops.push(answering.stop);
    base = answering.server.href.replace(/\/$/, '');
    return { base, asked: answering.asked };
  }

  it.each<[string, Answer, string]>([
    ['claims', { status: 200, body: { sub: 'x', email: 'alice@example.org' } }, 'claims'],
    ['401', { status: 401 }, 'refused'],
    ['403', { status: 403 }, 'refused'],
    ['500', { status: 500 }, 'unknown'],
    ['signed', { status: 200, body: 'eyJ.eyJ.sig' }, 'unreadable'],
    ['dropped', 'drop', 'unknown'],
    ['redirect', { status: 302, headers: { location: 'https://evil.example' } }, 'unknown'],
  ])('%s', async (_name, answer, kind) => {
    const { base, asked } = await provider(answer);
    expect((await askUserinfo(http, base, token)).kind).toBe(kind);
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, 'Bearer opaque-token']);
  });

  it.each([
    ['another issuer', () => ({ issuer: 'https://other.example' })],
    ['an endpoint over http elsewhere', () => ({ userinfo_endpoint: 'http://other.example/me' })],
    ['no endpoint', () => ({ userinfo_endpoint: null })],
  ])('does not send the token where the document names %s', async (_name, document) => {
    const { base, asked } = await provider({ status: 200 }, document);
    expect((await askUserinfo(http, base, token)).kind).toBe('unknown');
    expect(asked.some(({ authorization }) => authorization !== undefined)).toBe(false);
  });

  it('ends in a fault with words for people, without the token', async () => {
    const { base } = await provider({ status: 401 });
    const fault = await explainTokenRefusal(
      { http, clock: { now: () => now, sleep: async () => undefined } },
      {
        token,
        server: new URL('https://mail.example.org/'),
        generation: 'jmap',
        issuer: base,
        address: 'alice@example.org',
      },
    );
    expect(fault).toMatchObject({
      code: 'server.rejected-token',
      facts: { server: 'mail.example.org', kinds: 'userinfo-refused', whose: 'provider' },
    });
    expect(JSON.stringify([fault.message, fault.facts])).not.toContain('opaque-token');
  });
});
