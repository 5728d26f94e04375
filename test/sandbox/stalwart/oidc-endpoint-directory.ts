import * as v from 'valibot';
import { assertNever } from '../../../src-main/assert-never.ts';
import type { ExternalDirectory, TokenCheck } from './external-directory.ts';
import type { OutgoingHttp, OutgoingRequest } from './outgoing-http.ts';

/** `type = "oidc"` of 0.10.2 to 0.15: one endpoint that is asked at every call. */
export interface OidcEndpointOptions {
  readonly url: string;
  readonly method:
    | { readonly kind: 'userinfo' }
    | { readonly kind: 'introspect'; readonly auth: IntrospectionAuth };
  readonly timeoutSeconds: number;
  readonly fields: {
    readonly email: string;
    /** Ignored when equal to `email`; absent: the address is the principal name. */
    readonly username?: string;
    readonly fullName?: string;
  };
}

export type IntrospectionAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly secret: string }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'user-token' };

/**
 * The external directory up to 0.15 (S15 directory/backend/oidc/lookup.rs). `active`, `exp`, `aud`, `iss` and scopes
 * are never looked at: an inactive token fails only because the address is missing.
 */
export function createOidcEndpointDirectory(
  options: OidcEndpointOptions,
  http: OutgoingHttp,
): ExternalDirectory {
  return {
    document: () => undefined,
    reload: async () => undefined,
    check: async (token) => {
      try {
        const answer = await http(requestFor(options, token));
        if (answer.status === 401) {
          return { kind: 'failed' };
        }
        return answer.status === 200 ? readPerson(answer.body, options) : { kind: 'error' };
      } catch {
        return { kind: 'error' };
      }
    },
  };
}

function requestFor(options: OidcEndpointOptions, token: string): OutgoingRequest {
  const timeoutMs = options.timeoutSeconds * 1000;
  if (options.method.kind === 'userinfo') {
    return {
      method: 'GET',
      url: options.url,
      headers: [['authorization', `Bearer ${token}`]],
      timeoutMs,
    };
  }
  const authorization = authorizationFor(options.method.auth, token);
  return {
    method: 'POST',
    url: options.url,
    headers: [
      ['content-type', 'application/x-www-form-urlencoded'],
      ...(authorization === undefined ? [] : [['authorization', authorization] as const]),
    ],
    body: new URLSearchParams({ token, token_type_hint: 'access_token' }).toString(),
    timeoutMs,
  };
}

function authorizationFor(auth: IntrospectionAuth, token: string): string | undefined {
  switch (auth.kind) {
    case 'none':
      return undefined;
    case 'basic':
      return `Basic ${Buffer.from(`${auth.username}:${auth.secret}`).toString('base64')}`;
    case 'token':
      return `Bearer ${auth.token}`;
    case 'user-token':
      return `Bearer ${token}`;
    default:
      return assertNever(auth);
  }
}

function readPerson(body: string, options: OidcEndpointOptions): TokenCheck {
  const claims = v.parse(v.record(v.string(), v.unknown()), JSON.parse(body));
  const text = (field: string | undefined) => {
    const value = field === undefined ? undefined : claims[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const email = text(options.fields.email)?.toLowerCase();
  // `@` or `.` is enough for the real server.
  if (email === undefined || !/[@.]/.test(email)) {
    return { kind: 'error' };
  }
  const named = options.fields.username !== undefined && options.fields.username !== options.fields.email;
  const username = named ? text(options.fields.username)?.toLowerCase() : email;
  return username === undefined
    ? { kind: 'error' }
    : { kind: 'person', person: { email, username, fullName: text(options.fields.fullName) ?? null } };
}
