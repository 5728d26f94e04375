import * as v from 'valibot';
import type { ExternalDirectory } from './external-directory.ts';
import { createOidcDirectory } from './oidc-directory.ts';
import { createOidcEndpointDirectory } from './oidc-endpoint-directory.ts';
import type { OutgoingHttp } from './outgoing-http.ts';
import type { StalwartOptions } from './server-options.ts';
import type { VersionTraits } from './version-traits.ts';

/** The external directory the options describe, in the way of the version; undefined when there is none. */
export async function configuredDirectory(
  options: StalwartOptions,
  traits: VersionTraits,
  http: OutgoingHttp,
  now: () => number,
): Promise<ExternalDirectory | undefined> {
  const { issuer } = options;
  if (traits.generation === 'jmap') {
    return issuer === null
      ? undefined
      : createOidcDirectory(
          {
            issuer,
            requireAudience: 'stalwart',
            requireScopes: ['openid', 'email'],
            claimUsername: 'preferred_username',
            usernameDomain: null,
            ...options.directory,
            userinfoFallback: traits.userinfoFallback,
          },
          http,
          now,
        );
  }
  if (options.endpoint !== undefined) {
    return createOidcEndpointDirectory(options.endpoint, http);
  }
  return issuer === null
    ? undefined
    : createOidcEndpointDirectory(
        {
          url: await userinfoEndpoint(issuer, http),
          method: { kind: 'userinfo' },
          timeoutSeconds: 30,
          fields: { email: 'email', username: 'preferred_username', fullName: 'name' },
        },
        http,
      );
}

/** Up to 0.15 the administrator types the endpoint's address; the sandbox looks it up. */
async function userinfoEndpoint(issuer: string, http: OutgoingHttp): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await http({ method: 'GET', url, timeoutMs: 30_000 });
  return v.parse(v.looseObject({ userinfo_endpoint: v.string() }), JSON.parse(answer.body)).userinfo_endpoint;
}
