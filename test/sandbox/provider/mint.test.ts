import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { startAppAtProvider } from './app-at-provider.ts';
import type { SandboxProvider } from './start-provider.ts';

async function introspect(provider: SandboxProvider, token: string): Promise<Record<string, unknown>> {
  const { clientId, clientSecret } = provider.mailServer;
  const answer = await fetch(provider.introspectionEndpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ token }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

test('a minted JWT is what the provider would issue, signed by the key it publishes', async () => {
  const { provider } = await startAppAtProvider();
  const keys = createRemoteJWKSet(new URL(`${provider.issuer}/jwks`));
  const { payload, protectedHeader } = await jwtVerify(await provider.mint('mara'), keys, {
    issuer: provider.issuer,
    audience: 'stalwart',
    typ: 'at+jwt',
  });
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload).toMatchObject({
    sub: 'mara',
    email: 'mara@example.org',
    preferred_username: 'mara@example.org',
    name: 'Mara Lindqvist',
    scope: 'openid email profile offline_access',
    client_id: 'gatepass',
  });
  const forged = await provider.mint('mara', { foreignKey: true });
  await expect(jwtVerify(forged, keys)).rejects.toThrow('signature verification failed');
});

test('every way a token can be wrong for a mail server', async () => {
  const { provider } = await startAppAtProvider();
  const claimsOf = async (...args: Parameters<typeof provider.mint>) =>
    decodeJwt(await provider.mint(...args));
  expect(await claimsOf('alice', { audience: 'https://other.example' })).toMatchObject({
    aud: 'https://other.example',
  });
  expect(await claimsOf('alice', { scopeClaim: 'absent' })).not.toHaveProperty('scope');
  const scp = await claimsOf('alice', { scopeClaim: 'scp', scopes: ['openid', 'email'] });
  expect(scp).toMatchObject({ scp: ['openid', 'email'] });
  expect(scp).not.toHaveProperty('scope');
  const withoutEmail = await claimsOf('alice', { scopes: ['openid', 'profile'] });
  expect(withoutEmail).toMatchObject({ scope: 'openid profile', preferred_username: 'alice@example.org' });
  expect(withoutEmail).not.toHaveProperty('email');
  expect(await claimsOf('alice', { claimsInAccessToken: false })).not.toHaveProperty('preferred_username');
  expect(await claimsOf('alice', { releasedClaims: ['name'] })).not.toHaveProperty('email');
  expect(await claimsOf('erin')).not.toHaveProperty('email');
  expect(await claimsOf('alice', { claims: { iss: 'https://evil.example' } })).toMatchObject({
    iss: 'https://evil.example',
  });
  const over = await claimsOf('alice', { expiresIn: -1 });
  expect(over.exp).toBeLessThan(Date.now() / 1000);
  expect(over.iat).toBeLessThan(over.exp ?? 0);
  await expect(provider.mint('nobody')).rejects.toThrow('nobody');
});

test('the provider’s own options shape what it issues and what it mints alike', async () => {
  const app = await startAppAtProvider({
    audience: 'https://mail.example/',
    scopeClaim: 'scp',
    accessTokenTtl: 120,
  });
  const claims = decodeJwt(await app.provider.mint('alice'));
  expect(claims).toMatchObject({
    aud: 'https://mail.example/',
    scp: ['openid', 'email', 'profile', 'offline_access'],
  });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(120);
});

test('introspection: opaque and JWT, active and not', async () => {
  const { provider } = await startAppAtProvider();
  for (const tokens of ['opaque', 'jwt'] as const) {
    expect(await introspect(provider, await provider.mint('bob', { tokens }))).toMatchObject({
      active: true,
      username: 'bob',
      email: 'bob@example.org',
      preferred_username: 'bob',
      scope: 'openid email profile offline_access',
    });
    expect(await introspect(provider, await provider.mint('bob', { tokens, expiresIn: -1 }))).toEqual({
      active: false,
    });
  }
  expect(await introspect(provider, await provider.mint('bob', { foreignKey: true }))).toEqual({
    active: false,
  });
  expect(await introspect(provider, 'garbage')).toEqual({ active: false });
  const [opaque, jwt] = [await provider.mint('bob', { tokens: 'opaque' }), await provider.mint('bob')];
  provider.disablePerson('bob');
  expect(await introspect(provider, opaque)).toEqual({ active: false });
  expect(await introspect(provider, jwt)).toEqual({ active: false });
});

test('introspection needs the mail server’s secret', async () => {
  const { provider } = await startAppAtProvider();
  const answer = await fetch(provider.introspectionEndpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('stalwart:guess')}` },
    body: new URLSearchParams({ token: await provider.mint('bob') }),
  });
  expect(answer.status).toBe(401);
});
