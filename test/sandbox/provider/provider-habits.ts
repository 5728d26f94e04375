import { decodeJwt } from 'jose';
import type { Provider } from 'oidc-provider';
import { answerWithFault } from '../answer-with-fault.ts';
import type { FaultBook } from '../faults.ts';
import type { Reply } from '../stalwart/reply.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { ProviderOptions } from './provider-options.ts';
import { shifted } from './shaped-payload.ts';
import type { SigningKey } from './signing-key.ts';

type Middleware = Parameters<Provider['use']>[0];
type Context = Parameters<Middleware>[0];

/** What this provider does that the package does not, in the order the requests pass through. */
export function providerHabits(parts: {
  readonly key: SigningKey;
  readonly people: PeopleDirectory;
  readonly options: ProviderOptions;
}): readonly Middleware[] {
  const { key, people, options } = parts;
  const clockSkew = options.clockSkew ?? 0;
  return [
    ...(options.faults === undefined ? [] : [provokeFaults(options.faults)]),
    ...(clockSkew === 0 ? [] : [skewedClock(key, clockSkew)]),
    ...((options.refreshTokens ?? 'on-request') === 'on-request' ? [grantOfflineAccess()] : []),
    devicePollInterval(),
    introspectJwt(key, people, clockSkew),
  ];
}

/**
 * The package takes `offline_access` away without `prompt=consent` (OpenID Connect Core 11 lets a provider decide
 * otherwise). Most providers do not mind, and this app's consent is asked for each time as it is.
 */
function grantOfflineAccess(): Middleware {
  return async (context, next) => {
    const { scope, prompt } = context.query;
    const asked = typeof scope === 'string' && scope.split(' ').includes('offline_access');
    if (context.path === '/auth' && asked && prompt !== 'none' && !`${prompt ?? ''}`.includes('consent')) {
      context.query = { ...context.query, prompt: [prompt, 'consent'].filter(Boolean).join(' ') };
    }
    await next();
  };
}

/** The package refuses to introspect JWTs (a choice of its own); other providers answer, and mail servers ask. */
function introspectJwt(key: SigningKey, people: PeopleDirectory, clockSkew: number): Middleware {
  return async (context, next) => {
    await next();
    // The package has checked by now who asks.
    if (context.path !== '/token/introspection' || errorOf(context) !== 'unsupported_token_type') return;
    const token: unknown = context['oidc']?.params?.token;
    const payload = typeof token === 'string' ? await key.read(token, Date.now() + clockSkew * 1000) : null;
    const login = typeof payload?.['sub'] === 'string' ? payload['sub'] : '';
    context.status = 200;
    context.body =
      payload !== null && people.active(login) !== undefined
        ? { active: true, token_type: 'Bearer', username: login, ...payload }
        : { active: false };
  };
}

/** RFC 8628 section 3.2: how often a device may ask. One second, so that nobody waits for five. */
function devicePollInterval(): Middleware {
  return async (context, next) => {
    await next();
    if (context.path === '/device/auth' && context.status === 200) {
      context.body = { ...(context.body as object), interval: 1 };
    }
  };
}

/** A clock that is `seconds` ahead: in id tokens and in `Date`. Access tokens are shaped where they are made. */
function skewedClock(key: SigningKey, seconds: number): Middleware {
  return async (context, next) => {
    await next();
    context.set('date', new Date(Date.now() + seconds * 1000).toUTCString());
    const answer: unknown = context.body;
    if (context.path !== '/token' || typeof answer !== 'object' || answer === null) return;
    if (!('id_token' in answer) || typeof answer.id_token !== 'string') return;
    const payload = decodeJwt(answer.id_token);
    context.body = {
      ...answer,
      id_token: await key.sign({ ...payload, ...shifted(payload, seconds) }, 'JWT'),
    };
  };
}

/** The faults of the sandbox, at the provider's paths. */
function provokeFaults(faults: FaultBook): Middleware {
  return async (context, next) => {
    const fault = faults.ofRequest(context.method, context.path);
    if (fault === undefined) {
      await next();
      return;
    }
    context.respond = false;
    await answerWithFault(fault, context.req, context.res, async () => {
      await next();
      return replyOf(context);
    });
  };
}

function replyOf(context: Context): Reply {
  const body: unknown = context.body;
  // What the package has set so far is on the response object already.
  return {
    status: context.status,
    headers: [],
    body: typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body),
  };
}

function errorOf(context: Context): unknown {
  const body: unknown = context.body;
  return typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
}
