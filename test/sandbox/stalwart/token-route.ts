import type { HttpRequest } from './http-request.ts';
import {
  accessSeconds,
  deviceSeconds,
  type Grant,
  renewRefreshSeconds,
  verifiesChallenge,
} from './own-oauth.ts';
import { badParameters, forbidden } from './problem.ts';
import { readForm } from './read-form.ts';
import { jsonReply, type Reply, withoutCache } from './reply.ts';
import type { AsCaller } from './request-login.ts';
import type { ServerContext } from './server-context.ts';

/** The machine-facing endpoints of the server's own OAuth: token, device, userinfo, introspect. */
export function createTokenRoute(context: ServerContext, asCaller: AsCaller) {
  const { traits, oauth, store } = context;
  const refused = (error: string) => jsonReply({ error }, 400);

  const grantTokens = async (accountId: number, grant: Grant): Promise<Reply> => {
    const account = store.byId(accountId);
    return account === undefined
      ? refused('invalid_grant')
      : jsonReply({
          access_token: oauth.issue('access', accountId),
          token_type: 'bearer',
          expires_in: accessSeconds,
          refresh_token: oauth.issue('refresh', accountId),
          ...(grant.scope === undefined ? {} : { scope: grant.scope }),
          id_token: await oauth.idToken(account, context.baseUrl(), grant),
        });
  };

  const byCode = async (form: URLSearchParams): Promise<Reply> => {
    const code = form.get('code');
    const clientId = form.get('client_id');
    const redirectUri = form.get('redirect_uri');
    if (code === null || clientId === null || redirectUri === null) {
      return refused('invalid_client');
    }
    const state = oauth.code(code);
    if (state === undefined) {
      return refused('access_denied');
    }
    if (clientId !== state.grant.clientId || redirectUri !== state.grant.redirectUri) {
      return refused('invalid_client');
    }
    const verifier = form.get('code_verifier') ?? undefined;
    if (state.kind !== 'authorized' || !verifiesChallenge(state.grant.challenge, verifier)) {
      return refused('invalid_grant');
    }
    oauth.spend(code);
    return grantTokens(state.accountId, state.grant);
  };

  const byDevice = async (form: URLSearchParams): Promise<Reply> => {
    const deviceCode = form.get('device_code') ?? '';
    const state = oauth.code(deviceCode);
    if (state === undefined) {
      return refused('expired_token');
    }
    if (state.grant.clientId !== form.get('client_id')) {
      return refused('invalid_client');
    }
    if (state.kind === 'pending') {
      return refused('authorization_pending');
    }
    oauth.spend(deviceCode);
    return grantTokens(state.accountId, state.grant);
  };

  const byRefresh = (form: URLSearchParams): Reply => {
    const token = form.get('refresh_token');
    if (token === null) {
      return refused('invalid_request');
    }
    const info = oauth.tokenInfo(token);
    if (info?.use !== 'refresh') {
      return refused('invalid_grant');
    }
    const left = info.expiresAt - Math.floor(context.now() / 1000);
    return jsonReply({
      access_token: oauth.issue('access', info.accountId),
      token_type: 'bearer',
      expires_in: accessSeconds,
      ...(left <= renewRefreshSeconds ? { refresh_token: oauth.issue('refresh', info.accountId) } : {}),
    });
  };

  return {
    token: async (request: HttpRequest): Promise<Reply> => {
      const form = await readForm(request);
      if (form === undefined) {
        return badParameters('Invalid post request');
      }
      switch (form.get('grant_type')?.toLowerCase()) {
        case 'authorization_code':
          return byCode(form);
        case 'urn:ietf:params:oauth:grant-type:device_code':
          return byDevice(form);
        case 'refresh_token':
          return byRefresh(form);
        default:
          return refused('invalid_grant');
      }
    },

    device: async (request: HttpRequest): Promise<Reply> => {
      const form = await readForm(request);
      const clientId = form?.get('client_id');
      if (form === undefined || clientId === null || clientId === undefined) {
        return badParameters(form === undefined ? 'Invalid post request' : 'Client ID is missing.');
      }
      const { deviceCode, userCode } = oauth.addDevice({
        clientId,
        redirectUri: '',
        challenge: { kind: 'none' },
        scope: form.get('scope') ?? undefined,
        nonce: form.get('nonce') ?? undefined,
      });
      const page = `${context.baseUrl()}/${traits.generation === 'jmap' ? 'device' : 'authorize'}`;
      return withoutCache(
        jsonReply({
          device_code: deviceCode,
          user_code: userCode,
          verification_uri: page,
          verification_uri_complete: `${page}/?code=${userCode}`,
          expires_in: deviceSeconds,
          interval: 5,
        }),
      );
    },

    userinfo: (request: HttpRequest): Promise<Reply> =>
      asCaller(request, (caller) =>
        caller.kind === 'admin'
          ? forbidden()
          : withoutCache(
              jsonReply({
                sub: String(caller.account.id),
                ...(caller.account.description === null ? {} : { name: caller.account.description }),
                preferred_username: caller.account.name,
                email: caller.account.emails[0] ?? caller.account.name,
                email_verified: true,
              }),
            ),
      ),

    introspect: (request: HttpRequest): Promise<Reply> =>
      asCaller(request, async (caller) => {
        const token = (await readForm(request))?.get('token');
        if (token === null || token === undefined) {
          return badParameters('Client ID is missing.');
        }
        const info = oauth.tokenInfo(token);
        return withoutCache(
          jsonReply(
            info === undefined
              ? { active: false }
              : {
                  active: true,
                  username: caller.kind === 'admin' ? 'admin' : caller.account.name,
                  token_type: 'bearer',
                  exp: info.expiresAt,
                  iat: info.issuedAt,
                },
          ),
        );
      }),
  };
}
