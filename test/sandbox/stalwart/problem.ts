import type { Reply } from './reply.ts';
import type { VersionTraits } from './version-traits.ts';

/** An `application/problem+json` body with the members in the server's order (S16 jmap-proto/src/error/request.rs). */
export function problem(
  status: number,
  title: string | undefined,
  detail: string,
  more: { readonly type?: string; readonly limit?: string; readonly headers?: Reply['headers'] } = {},
): Reply {
  return {
    status,
    headers: [...(more.headers ?? []), ['content-type', 'application/problem+json']],
    body: JSON.stringify({
      type: more.type ?? 'about:blank',
      status,
      ...(title === undefined ? {} : { title }),
      detail,
      ...(more.limit === undefined ? {} : { limit: more.limit }),
    }),
  };
}

/**
 * The one 401 body, with or without the two challenges.
 * @param traits `resource_metadata` is named from 0.16.10 on
 */
export function unauthorized(traits: VersionTraits, challenge: boolean): Reply {
  const metadata = traits.modernOAuth ? ', resource_metadata="/.well-known/oauth-protected-resource"' : '';
  return problem(401, 'Unauthorized', 'You have to authenticate first.', {
    headers: challenge
      ? [
          ['www-authenticate', `Bearer realm="Stalwart Server"${metadata}`],
          ['www-authenticate', 'Basic realm="Stalwart Server"'],
        ]
      : [],
  });
}

export function forbidden(): Reply {
  return problem(403, 'Forbidden', 'You do not have enough permissions to access this resource.');
}

export function notFound(): Reply {
  return problem(404, 'Not Found', 'The requested resource does not exist on this server.');
}

export function badParameters(detail: string): Reply {
  return problem(400, 'Invalid parameters', detail);
}

export function jmapProblem(kind: 'notRequest' | 'notJSON', detail: string): Reply {
  return problem(400, undefined, detail, { type: `urn:ietf:params:jmap:error:${kind}` });
}

const limitTexts = {
  maxSizeRequest: 'The request is larger than the server is willing to process.',
  maxCallsInRequest: 'The request exceeds the maximum number of calls in a single request.',
  maxConcurrentRequests: 'The request exceeds the maximum number of concurrent requests.',
} as const;

export function limitProblem(limit: keyof typeof limitTexts, headers: Reply['headers'] = []): Reply {
  return problem(400, undefined, limitTexts[limit], {
    type: 'urn:ietf:params:jmap:error:limit',
    limit,
    headers,
  });
}
