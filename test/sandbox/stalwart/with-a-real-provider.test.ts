import { afterEach, describe, expect, it } from 'vitest';
import type { StalwartVersion } from '../mail/mail-authority.ts';
import type { ProviderOptions } from '../provider/provider-options.ts';
import { startProvider } from '../provider/start-provider.ts';
import type { StalwartOptions } from './server-options.ts';
import { startStalwart } from './start-stalwart.ts';
import { bearer, get, quick, texts } from './test-client.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function stand(
  version: StalwartVersion,
  provided: ProviderOptions = {},
  more: Partial<StalwartOptions> = {},
) {
  const provider = await startProvider(provided);
  stops.push(provider.stop);
  const server = await startStalwart({ version, issuer: provider.issuer, ...quick, ...more });
  stops.push(server.stop);
  const username = async (token: string) => {
    const response = await get(server, '/jmap/session', bearer(token));
    return response.status === 200 ? (await texts(response))['username'] : response.status;
  };
  return { provider, server, username };
}

describe('0.16 with a real provider', () => {
  it('checks a JWT by itself and asks UserInfo about an opaque token', async () => {
    const { provider, username } = await stand('0.16.18');
    expect(await username(await provider.mint('alice'))).toBe('alice@example.org');
    expect(await username(await provider.mint('bob', { tokens: 'opaque' }))).toBe('bob@example.org');
    expect(await username(await provider.mint('alice', { foreignKey: true }))).toBe(401);
    expect(await username(await provider.mint('alice', { audience: 'another' }))).toBe(401);
    expect(await username(await provider.mint('alice', { scopeClaim: 'scp' }))).toBe(401);
    expect(await username(await provider.mint('alice', { expiresIn: -30 }))).toBe('alice@example.org');
    expect(await username(await provider.mint('alice', { expiresIn: -120 }))).toBe(401);
    for (const nobody of ['carol', 'dave', 'erin']) {
      expect(await username(await provider.mint(nobody))).toBe(401);
    }
  });

  it('goes on accepting a token it has seen, for an hour at most (finding 19)', async () => {
    const { provider, server, username } = await stand('0.16.18', { tokens: 'opaque' });
    const token = await provider.mint('alice');
    expect(await username(token)).toBe('alice@example.org');
    provider.disablePerson('alice');
    expect(await username(token)).toBe('alice@example.org');
    server.skewClock(3_601_000);
    expect(await username(token)).toBe(401);
  });

  it('refuses everybody while the provider is down at start, until the settings are reloaded', async () => {
    const provider = await startProvider();
    const { issuer } = provider;
    await provider.stop();
    const server = await startStalwart({ version: '0.16.18', issuer, ...quick });
    stops.push(server.stop);
    const discovered = await get(server, '/api/discover/alice@example.org');
    expect(await discovered.json()).toMatchObject({ issuer: '', authorization_endpoint: '/login' });
    await server.reloadSettings();
    expect((await get(server, '/jmap/session', bearer('a.b.c'))).status).toBe(401);
  });

  it('takes other settings of the directory', async () => {
    const { provider, username } = await stand(
      '0.16.18',
      {},
      { directory: { requireAudience: null, requireScopes: [], usernameDomain: 'example.org' } },
    );
    expect(await username(await provider.mint('erin', { audience: 'x', scopeClaim: 'absent' }))).toBe(
      'erin@example.org',
    );
  });
});

describe('0.15 with a real provider', () => {
  it('asks UserInfo at every call', async () => {
    const { provider, username } = await stand('0.15.5', { tokens: 'opaque' });
    const token = await provider.mint('bob');
    expect(await username(token)).toBe('bob');
    provider.disablePerson('bob');
    expect(await username(token)).toBe(401);
  });

  it('introspects with client credentials', async () => {
    const provider = await startProvider({ tokens: 'opaque' });
    stops.push(provider.stop);
    const { clientId, clientSecret } = provider.mailServer;
    const server = await startStalwart({
      version: '0.15.5',
      issuer: provider.issuer,
      ...quick,
      endpoint: {
        url: provider.introspectionEndpoint,
        method: {
          kind: 'introspect',
          auth: { kind: 'basic', username: clientId, secret: clientSecret },
        },
        timeoutSeconds: 5,
        fields: { email: 'email', username: 'preferred_username' },
      },
    });
    stops.push(server.stop);
    const session = await get(server, '/jmap/session', bearer(await provider.mint('carol')));
    expect(await session.json()).toMatchObject({ username: 'carol@example.org' });
    expect((await get(server, '/jmap/session', bearer('garbage'))).status).toBe(401);
  });
});
