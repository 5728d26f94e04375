import { describe, expect, test } from 'vitest';
import { json } from './lying-provider.ts';
import { faultOf, held, lyingStand } from './lying-stand.ts';

const stand = lyingStand();

describe('refresh', () => {
  test('keeps what does not come back', async () => {
    stand.provider.token = { refresh_token: undefined, id_token: undefined, expires_in: undefined };
    const tokens = await stand.port.refresh(stand.client(), held({ scopes: ['openid', 'email'] }));
    expect(tokens.refreshToken?.reveal()).toBe('old-refresh');
    expect(tokens).toMatchObject({ expiresAt: null, scopes: ['openid', 'email'], idToken: null });
    expect(stand.provider.tokenRequests[0]?.get('refresh_token')).toBe('old-refresh');
  });

  test('takes scopes that became fewer', async () => {
    stand.provider.token = { scope: 'openid' };
    expect((await stand.port.refresh(stand.client(), held({ scopes: ['openid', 'email'] }))).scopes).toEqual([
      'openid',
    ]);
  });

  test.each(['invalid_grant', 'interaction_required', 'login_required'])(
    '%s means: sign in again',
    async (error) => {
      stand.provider.answers.set('/token', (_request, response) => json(response, 400, { error }));
      expect(await faultOf(stand.port.refresh(stand.client(), held()))).toMatchObject({
        code: 'signin.needed',
        retryable: false,
      });
    },
  );

  test('without a refresh token nothing is asked', async () => {
    expect(await faultOf(stand.port.refresh(stand.client(), held({ refreshToken: null })))).toMatchObject({
      code: 'signin.needed',
    });
    expect(stand.provider.tokenRequests).toHaveLength(0);
  });

  test('another person is refused', async () => {
    const { tokens } = await stand.comeBack();
    stand.provider.claims = { sub: 'mallory' };
    expect(await faultOf(stand.port.refresh(stand.client(), tokens))).toMatchObject({
      code: 'signin.mismatch',
      facts: { check: 'sub' },
    });
  });

  test('a network that fails is no end of the session', async () => {
    await stand.port.discover(stand.provider.issuer);
    await stand.provider.stop();
    expect(await faultOf(stand.port.refresh(stand.client(), held()))).toMatchObject({
      code: 'network.refused',
      retryable: true,
    });
  });
});

describe('revoke', () => {
  test('is not offered without an endpoint', async () => {
    stand.provider.metadata = { revocation_endpoint: undefined };
    await expect(stand.port.revoke(stand.client(), held())).resolves.toBe('not-offered');
    await expect(stand.port.endSessionUrl(stand.client())).resolves.toBeNull();
  });

  test('that is refused for its kind is not offered either', async () => {
    stand.provider.answers.set('/revoke', (_request, response) =>
      json(response, 400, { error: 'unsupported_token_type' }),
    );
    await expect(stand.port.revoke(stand.client(), held())).resolves.toBe('not-offered');
  });

  test('of one of two is a revocation', async () => {
    stand.provider.answers.set('/revoke', (_request, response, body) =>
      body.includes('hint=refresh_token')
        ? response.writeHead(200).end()
        : json(response, 400, { error: 'unsupported_token_type' }),
    );
    await expect(stand.port.revoke(stand.client(), held())).resolves.toBe('revoked');
  });
});
