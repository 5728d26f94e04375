import type { HttpRequest } from './http-request.ts';
import { openidConfiguration } from './oauth-documents.ts';
import { notFound } from './problem.ts';
import { jsonReply, type Reply, withCors, withoutCache } from './reply.ts';
import type { AsCaller } from './request-login.ts';
import { createRestAccountRoute } from './rest-account.ts';
import { createRestPrincipalRoute } from './rest-principal.ts';
import type { RouteRequest } from './route-request.ts';
import type { ServerContext } from './server-context.ts';

/** The `/api` of 0.16, which is small: no REST, no JMAP under it (the documentation's `/api` is wrong). */
export function createCurrentApi(
  context: ServerContext,
  asCaller: AsCaller,
  login: (request: HttpRequest) => Promise<Reply>,
): RouteRequest {
  return async (request) => {
    const [, name = '', argument] = request.segments;
    switch (name) {
      case 'discover':
        return argument === undefined
          ? notFound()
          : (context.limits.anonymous(request.ip) ?? discover(context, argument));
      case 'account':
        return asCaller(request, (caller) =>
          jsonReply({
            permissions: caller.kind === 'admin' ? [] : caller.permissions,
            edition: 'oss',
            locale: 'en_US',
          }),
        );
      case 'auth':
        return request.method === 'POST'
          ? (context.limits.anonymous(request.ip) ?? login(request))
          : notFound();
      default:
        return notFound();
    }
  };
}

/** Up to 0.15 everything under `/api` wants a login first, so unknown paths are 401, not 404. */
export function createLegacyApi(context: ServerContext, asCaller: AsCaller): RouteRequest {
  const account = createRestAccountRoute(context, asCaller);
  const principal = createRestPrincipalRoute(context, asCaller);
  return async (request) => {
    const [, name = '', second] = request.segments;
    switch (name) {
      case 'account':
        if (second === 'auth') {
          return account.auth(request);
        }
        return second === 'crypto' ? account.crypto(request) : asCaller(request, notFound);
      case 'oauth':
        return account.oauth(request);
      case 'principal':
        return principal(request);
      default:
        return asCaller(request, notFound);
    }
  };
}

/**
 * The external provider's document, or the server's own. Over plain http the server's own has relative endpoints and
 * an empty issuer, whatever the public URL (finding 10). Any address will do; whether it exists is not revealed.
 */
function discover(context: ServerContext, address: string): Reply {
  const external = address.includes('@') ? context.directory.active()?.document() : undefined;
  if (external !== undefined) {
    return withoutCache(jsonReply(external));
  }
  const base = context.options.tls === undefined ? '' : context.baseUrl();
  return withCors(jsonReply(openidConfiguration(context, base)));
}
