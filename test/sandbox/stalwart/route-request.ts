import { createCurrentApi, createLegacyApi } from './api-route.ts';
import type { Authenticator } from './authenticator.ts';
import { createAuthorizeRoute } from './authorize-route.ts';
import { autoconfigReply, autodiscoverJsonReply, autodiscoverReply } from './autoconfig.ts';
import { createDavRoute } from './dav-route.ts';
import type { HttpRequest } from './http-request.ts';
import { createJmapRoute } from './jmap-route.ts';
import { sessionReply } from './jmap-session.ts';
import {
  authorizationServer,
  openidConfiguration,
  protectedResource,
  userAgentConfiguration,
} from './oauth-documents.ts';
import { notFound } from './problem.ts';
import { createRegistrationRoute } from './registration-route.ts';
import { emptyReply, jsonReply, type Reply, redirectReply, withCors } from './reply.ts';
import { statusProblem } from './request-limits.ts';
import { createAsCaller } from './request-login.ts';
import type { ServerContext } from './server-context.ts';
import { createTokenRoute } from './token-route.ts';

export type RouteRequest = (request: HttpRequest) => Promise<Reply>;

/** Which part answers which path (S16 http/request.rs, S15 the same file). */
export function createRouteRequest(context: ServerContext, authenticator: Authenticator): RouteRequest {
  const { traits, limits } = context;
  const asCaller = createAsCaller(context, authenticator);
  const jmap = createJmapRoute(context, asCaller);
  const dav = createDavRoute(asCaller);
  const authorize = createAuthorizeRoute(context, authenticator);
  const tokens = createTokenRoute(context, asCaller);
  const register = createRegistrationRoute(context, asCaller);
  const api =
    traits.generation === 'jmap'
      ? createCurrentApi(context, asCaller, authorize.api)
      : createLegacyApi(context, asCaller);
  const current = traits.generation === 'jmap';
  const open = async (request: HttpRequest, answer: () => Reply | Promise<Reply>) =>
    limits.anonymous(request.ip) ?? answer();
  const corsWhereCurrent = (reply: Reply) => (current ? withCors(reply) : reply);

  const wellKnown = async (request: HttpRequest): Promise<Reply> => {
    const name = request.segments.slice(1).join('/');
    switch (name) {
      case 'jmap':
        return redirectReply('/jmap/session');
      case 'caldav':
        return redirectReply('/dav/cal');
      case 'carddav':
        return redirectReply('/dav/card');
      case 'openid-configuration':
        return open(request, () =>
          corsWhereCurrent(jsonReply(openidConfiguration(context, context.baseUrl()))),
        );
      case 'oauth-authorization-server':
        return open(request, () =>
          corsWhereCurrent(jsonReply(authorizationServer(context, context.baseUrl()))),
        );
      case 'oauth-protected-resource':
        return traits.modernOAuth
          ? open(request, () => withCors(jsonReply(protectedResource(context.baseUrl()))))
          : notFound();
      case 'user-agent-configuration.json':
        return current ? open(request, () => pacc(context)) : notFound();
      case 'autoconfig/mail/config-v1.1.xml':
        return open(request, () => corsWhereCurrent(autoconfigReply(context, request)));
      case 'mail-v1.xml':
        return open(request, () => autoconfigReply(context, request));
      default:
        return notFound();
    }
  };

  const auth = async (request: HttpRequest): Promise<Reply> => {
    switch (`${request.method} ${request.segments[1]}`) {
      case 'POST device':
        return open(request, () => tokens.device(request));
      case 'POST token':
        return open(request, () => tokens.token(request));
      case 'POST register':
        return register(request);
      case 'POST introspect':
        return tokens.introspect(request);
      case 'GET userinfo':
        return tokens.userinfo(request);
      case 'GET jwks.json':
        return open(request, () => jsonReply(context.oauth.jwks));
      default:
        return notFound();
    }
  };

  const autodiscover = async (request: HttpRequest): Promise<Reply> => {
    const document = request.segments[1]?.toLowerCase();
    if (request.method === 'POST' && document === 'autodiscover.xml') {
      return open(request, () => autodiscoverReply(context, request));
    }
    return current && document === 'autodiscover.json'
      ? open(request, () => autodiscoverJsonReply(context, request))
      : notFound();
  };

  return async (request) => {
    if (limits.isBanned(request.ip)) {
      return statusProblem(403, 'Forbidden');
    }
    const [first = '', second = '', third] = request.segments;
    if (request.method === 'OPTIONS' && first !== 'dav') {
      return first === '.well-known' ? withCors(emptyReply(204)) : emptyReply(204);
    }
    switch (first) {
      case 'jmap':
        if (request.method === 'POST' && second === '') {
          return jmap(request);
        }
        if (request.method !== 'GET' || second !== 'session') {
          return notFound();
        }
        return request.header('authorization') === undefined
          ? sessionReply(context, undefined)
          : asCaller(request, (caller) => sessionReply(context, caller));
      case 'dav':
        return dav(request);
      case '.well-known':
        return wellKnown(request);
      case 'auth':
        return auth(request);
      case 'api':
        return api(request);
      case 'mail':
        return second === 'config-v1.1.xml'
          ? open(request, () => autoconfigReply(context, request))
          : notFound();
      case 'autodiscover':
      case 'Autodiscover':
        return autodiscover(request);
      case 'AutoDiscover':
        return current ? autodiscover(request) : notFound();
      case 'healthz':
        return second === 'live' || second === 'ready' ? statusProblem(200, 'OK') : notFound();
      case 'login':
      case 'device':
        return current ? authorize.page(request, first === 'login' ? 'code' : 'device') : notFound();
      case 'authorize':
        return current || third !== undefined
          ? notFound()
          : authorize.page(request, second === 'code' ? 'code' : 'device');
      default:
        return notFound();
    }
  };
}

function pacc(context: ServerContext): Reply {
  const issuer = context.directory.active()?.document()?.['issuer'];
  const document = userAgentConfiguration(
    context.hostname,
    typeof issuer === 'string' ? issuer : context.baseUrl(),
  );
  return withCors({
    status: 200,
    headers: [['content-type', 'application/json']],
    body: JSON.stringify(document),
  });
}
