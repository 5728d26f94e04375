import * as v from 'valibot';
import type { Authenticator, Login } from './authenticator.ts';
import { challengeOf, grantComplaint } from './authorization-request.ts';
import type { HttpRequest } from './http-request.ts';
import type { Grant } from './own-oauth.ts';
import { loginPage, messagePage } from './own-oauth-pages.ts';
import { badParameters, notFound, unauthorized } from './problem.ts';
import { readForm } from './read-form.ts';
import { jsonReply, type Reply, withoutCache } from './reply.ts';
import { parseJson } from './request-login.ts';
import type { ServerContext } from './server-context.ts';

const apiLoginSchema = v.variant('type', [
  v.looseObject({
    type: v.literal('authCode'),
    accountName: v.string(),
    accountSecret: v.string(),
    clientId: v.string(),
    redirectUri: v.optional(v.string()),
    nonce: v.optional(v.string()),
    scope: v.optional(v.string()),
    codeChallenge: v.optional(v.string()),
    codeChallengeMethod: v.optional(v.string()),
  }),
  v.looseObject({
    type: v.literal('authDevice'),
    accountName: v.string(),
    accountSecret: v.string(),
    code: v.string(),
  }),
]);

/**
 * The pages where people sign in with the server itself: `/login` and `/device` (0.16), `/authorize/code` and
 * `/authorize` (up to 0.15). The real pages send their form by script; these are plain forms with the same result.
 */
export function createAuthorizeRoute(context: ServerContext, authenticator: Authenticator) {
  const { traits, oauth } = context;

  const accountId = (login: Login) => (login.kind === 'account' ? login.account.id : undefined);

  const submitCode = async (request: HttpRequest): Promise<Reply> => {
    const form = await readForm(request);
    if (form === undefined) {
      return badParameters('Invalid post request');
    }
    const grant = grantOf(form);
    const complaint = grantComplaint(grant, form.get('response_type'), context);
    if (complaint !== undefined) {
      return messagePage('Sign in', complaint, 400);
    }
    const login = await authenticator.basic(form.get('login') ?? '', form.get('password') ?? '', request.ip);
    const id = accountId(login);
    if (id === undefined) {
      return loginPage(request.path, withoutSecrets(form), { message: 'Account or password is wrong.' }, 401);
    }
    const target = new URL(grant.redirectUri);
    target.searchParams.set('code', oauth.addCode(id, grant));
    const state = form.get('state');
    if (state !== null) {
      target.searchParams.set('state', state);
    }
    if (traits.modernOAuth) {
      target.searchParams.set('iss', context.baseUrl());
    }
    return { status: 303, headers: [['location', target.href]], body: '' };
  };

  const submitDevice = async (request: HttpRequest): Promise<Reply> => {
    const form = await readForm(request);
    if (form === undefined) {
      return badParameters('Invalid post request');
    }
    const login = await authenticator.basic(form.get('login') ?? '', form.get('password') ?? '', request.ip);
    const id = accountId(login);
    const userCode = form.get('code') ?? '';
    return id !== undefined && oauth.approveDevice(userCode.trim().toUpperCase(), id)
      ? messagePage('Signed in', 'You can go back to your app now.')
      : loginPage(
          request.path,
          new URLSearchParams(),
          { message: 'Code, account or password is wrong.', userCode },
          401,
        );
  };

  return {
    page: async (request: HttpRequest, kind: 'code' | 'device'): Promise<Reply> => {
      if (request.method === 'POST') {
        return kind === 'code' ? submitCode(request) : submitDevice(request);
      }
      if (request.method !== 'GET') {
        return notFound();
      }
      return kind === 'code'
        ? loginPage(request.path, request.query, {})
        : loginPage(request.path, new URLSearchParams(), { userCode: request.query.get('code') ?? '' });
    },

    /** `POST /api/auth` of 0.16, what the real login page sends. */
    api: async (request: HttpRequest): Promise<Reply> => {
      const parsed = parseJson(await request.body(1024 * 1024));
      if ('status' in parsed) {
        return parsed;
      }
      const sent = v.safeParse(apiLoginSchema, parsed.value);
      if (!sent.success) {
        return badParameters('JSON deserialization failed');
      }
      const body = sent.output;
      const login = () => authenticator.basic(body.accountName, body.accountSecret, request.ip);
      if (body.type === 'authDevice') {
        const id = accountId(await login());
        const verified = id !== undefined && oauth.approveDevice(body.code, id);
        return withoutCache(jsonReply({ type: verified ? 'verified' : 'failure' }));
      }
      const grant: Grant = {
        clientId: body.clientId,
        redirectUri: body.redirectUri ?? '',
        challenge: challengeOf(body.codeChallenge, body.codeChallengeMethod),
        scope: body.scope,
        nonce: body.nonce,
      };
      if (grantComplaint(grant, 'code', context) !== undefined) {
        return unauthorized(traits, true);
      }
      const id = accountId(await login());
      return withoutCache(
        jsonReply(
          id === undefined
            ? { type: 'failure' }
            : {
                type: 'authenticated',
                client_code: oauth.addCode(id, grant),
                ...(traits.modernOAuth ? { iss: context.baseUrl() } : {}),
              },
        ),
      );
    },
  };
}

function grantOf(form: URLSearchParams): Grant {
  return {
    clientId: form.get('client_id') ?? '',
    redirectUri: form.get('redirect_uri') ?? '',
    challenge: challengeOf(
      form.get('code_challenge') ?? undefined,
      form.get('code_challenge_method') ?? undefined,
    ),
    scope: form.get('scope') ?? undefined,
    nonce: form.get('nonce') ?? undefined,
  };
}

function withoutSecrets(form: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...form].filter(([name]) => name !== 'password' && name !== 'login'));
}
