import type { Account } from './account.ts';
import type { Authenticator, Login } from './authenticator.ts';
import type { HttpRequest } from './http-request.ts';
import { badParameters, forbidden, limitProblem, unauthorized } from './problem.ts';
import type { Reply } from './reply.ts';
import { banReply } from './request-limits.ts';
import type { ServerContext } from './server-context.ts';
import { userPermissions } from './user-permissions.ts';

export type Caller =
  | {
      readonly kind: 'person';
      readonly account: Account;
      readonly permissions: readonly string[];
      readonly scheme: 'basic' | 'bearer';
    }
  | { readonly kind: 'admin' };

/** Runs the handler as whoever the Authorization header names, or answers why not. */
export type AsCaller = (
  request: HttpRequest,
  handler: (caller: Caller) => Promise<Reply> | Reply,
) => Promise<Reply>;

const mostConcurrent = 4;
const cacheMs = 3_600_000;
const mostCached = 10_000;

/**
 * HTTP authentication (S16 http/auth/authenticate.rs). 0.16 keeps an accepted token for an hour, whatever the provider
 * says meanwhile (finding 19); 0.13 to 0.15 ask the provider at every call of the first hour.
 */
export function createAsCaller(context: ServerContext, authenticator: Authenticator): AsCaller {
  const cache = new Map<string, { readonly accountId: number; readonly until: number }>();
  const running = new Map<string, number>();

  const cached = (token: string): Login | undefined => {
    const entry = cache.get(token);
    const account =
      entry === undefined || entry.until <= context.now() ? undefined : context.store.byId(entry.accountId);
    return account === undefined ? undefined : { kind: 'account', account, permissions: userPermissions };
  };

  const login = async (scheme: string, value: string, ip: string): Promise<Login | Reply> => {
    if (scheme === 'basic') {
      const [user = '', secret] = splitOnce(Buffer.from(value, 'base64').toString());
      return secret === undefined
        ? unauthorized(context.traits, true)
        : authenticator.basic(user, secret, ip);
    }
    const keeps = context.traits.generation === 'jmap';
    const known = keeps ? cached(value) : undefined;
    if (known !== undefined) {
      return known;
    }
    const limited = context.limits.anonymous(ip);
    if (limited !== undefined || scheme !== 'bearer') {
      return limited ?? unauthorized(context.traits, true);
    }
    const outcome = await authenticator.bearer(value, ip);
    if (keeps && outcome.kind === 'account' && cache.size < mostCached) {
      cache.set(value, { accountId: outcome.account.id, until: context.now() + cacheMs });
    }
    return outcome;
  };

  return async (request, handler) => {
    const legacyApi = context.traits.generation === 'rest' && request.segments[0] === 'api';
    const header = request.header('authorization');
    if (header === undefined) {
      return context.limits.anonymous(request.ip) ?? unauthorized(context.traits, !legacyApi);
    }
    const [scheme = '', value = ''] = [header.split(' ', 1)[0], header.slice(header.indexOf(' ') + 1).trim()];
    const kind = scheme.toLowerCase();
    const outcome = await login(kind, value, request.ip);
    if ('status' in outcome) {
      return outcome;
    }
    if (outcome.kind === 'refused') {
      return refusalReply(outcome, context, legacyApi);
    }
    const name = outcome.kind === 'admin' ? 'admin' : outcome.account.name;
    const limited = context.limits.authenticated(name);
    if (limited !== undefined) {
      return limited;
    }
    const count = running.get(name) ?? 0;
    if (count >= mostConcurrent && outcome.kind !== 'admin') {
      const headers = [
        ['ratelimit-policy', `"concurrent-requests";q=${mostConcurrent};qu="concurrent-requests"`],
        ['ratelimit', '"concurrent-requests";r=0'],
      ] as const;
      return limitProblem('maxConcurrentRequests', context.traits.generation === 'jmap' ? headers : []);
    }
    running.set(name, count + 1);
    try {
      return await handler(
        outcome.kind === 'admin'
          ? outcome
          : {
              kind: 'person',
              account: outcome.account,
              permissions: outcome.permissions,
              scheme: kind === 'basic' ? 'basic' : 'bearer',
            },
      );
    } finally {
      running.set(name, (running.get(name) ?? 1) - 1);
    }
  };
}

/**
 * 0.16: an expired credential is the one 401 without challenges (finding 4). Up to 0.15: `/api` shows them only for
 * `auth.error`, everything else always (run).
 */
function refusalReply(
  refused: Extract<Login, { kind: 'refused' }>,
  { traits }: ServerContext,
  legacyApi: boolean,
): Reply {
  if (refused.banned) {
    return banReply();
  }
  switch (refused.reason) {
    case 'address-not-allowed':
    case 'not-permitted':
      return forbidden();
    case 'expired':
      return unauthorized(traits, false);
    case 'token-invalid':
      return unauthorized(traits, true);
    case 'destroyed':
    case 'wrong-secret':
    case 'unsupported-secret':
    case 'token-unknown':
      return unauthorized(traits, !legacyApi);
  }
}

/** JSON of a request body, or the server's complaint. */
export function parseJson(body: Buffer | undefined): { readonly value: unknown } | Reply {
  try {
    return { value: JSON.parse((body ?? Buffer.alloc(0)).toString()) };
  } catch {
    return badParameters('JSON deserialization failed');
  }
}

function splitOnce(text: string): readonly [string, string?] {
  const at = text.indexOf(':');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
