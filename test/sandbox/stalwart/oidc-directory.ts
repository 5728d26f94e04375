import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose';
import * as v from 'valibot';
import type { ExternalDirectory, TokenCheck } from './external-directory.ts';
import { type Claims, emailOf, scopesOf, textClaim } from './oidc-claims.ts';
import type { OutgoingHttp } from './outgoing-http.ts';

/** The Directory object `{"@type":"Oidc"}` of 0.16. */
export interface OidcDirectoryOptions {
  readonly issuer: string;
  /** Null: not checked. */
  readonly requireAudience: string | null;
  readonly requireScopes: readonly string[];
  readonly claimUsername: string;
  readonly usernameDomain: string | null;
  readonly userinfoFallback: boolean;
}

const documentSchema = v.looseObject({
  issuer: v.string(),
  jwks_uri: v.string(),
  userinfo_endpoint: v.string(),
  token_endpoint: v.string(),
  authorization_endpoint: v.string(),
});
const shownInOrder = [
  'issuer',
  'jwks_uri',
  'userinfo_endpoint',
  'token_endpoint',
  'authorization_endpoint',
  'end_session_endpoint',
  'scopes_supported',
  'claims_supported',
  'code_challenge_methods_supported',
];
const keysSchema = v.looseObject({ keys: v.array(v.looseObject({ kid: v.optional(v.string()) })) });
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
  'Ed25519',
];
const keyRefreshAfterMs = 300_000;
const timeoutMs = 30_000;
const leewaySeconds = 60;

type Document = v.InferOutput<typeof documentSchema>;

/**
 * The external directory of 0.16 (S16 directory/backend/oidc/lookup.rs): metadata and keys are fetched at start and at
 * a settings reload; a JWT is checked offline, an opaque token at UserInfo. A provider that is down at start leaves the
 * directory missing, so that every token fails until the reload.
 */
export async function createOidcDirectory(
  options: OidcDirectoryOptions,
  http: OutgoingHttp,
  now: () => number,
): Promise<ExternalDirectory> {
  let document: Document | undefined;
  let keys: JSONWebKeySet = { keys: [] };
  let keysFetchedAt = Number.NEGATIVE_INFINITY;
  const agent = [['user-agent', 'Stalwart/1.0']] as const;

  const fetchJson = async (url: string): Promise<unknown> => {
    const answer = await http({ method: 'GET', url, headers: agent, timeoutMs });
    if (answer.status !== 200) {
      throw new Error(`${url} answered ${answer.status}`);
    }
    return JSON.parse(answer.body);
  };
  const fetchKeys = async (url: string) => {
    keys = v.parse(keysSchema, await fetchJson(url)) as unknown as JSONWebKeySet;
    keysFetchedAt = now();
  };
  const reload = async () => {
    document = undefined;
    try {
      const base = options.issuer.replace(/\/$/, '');
      const fetched = v.parse(documentSchema, await fetchJson(`${base}/.well-known/openid-configuration`));
      if (fetched.issuer.replace(/\/$/, '') === base) {
        await fetchKeys(fetched.jwks_uri);
        document = fetched;
      }
    } catch {
      // The real server logs this and goes on without the directory.
    }
  };

  const askUserinfo = async (endpoint: string, token: string): Promise<Claims | 'failed' | 'error'> => {
    try {
      const headers = [['authorization', `Bearer ${token}`], ...agent] as const;
      const answer = await http({ method: 'GET', url: endpoint, headers, timeoutMs });
      if (answer.status === 401 || answer.status === 403) {
        return 'failed';
      }
      const claims = v.safeParse(
        v.record(v.string(), v.unknown()),
        answer.status < 300 ? JSON.parse(answer.body) : undefined,
      );
      return claims.success ? claims.output : 'error';
    } catch {
      return 'error';
    }
  };

  const person = (claims: Claims): TokenCheck => {
    const email = emailOf(claims, options);
    return email === undefined
      ? { kind: 'failed' }
      : { kind: 'person', person: { email, username: email, fullName: textClaim(claims, 'name') ?? null } };
  };

  const checkJwt = async (token: string, kid: string | undefined, from: Document): Promise<TokenCheck> => {
    const known = () => kid === undefined || keys.keys.some((key) => key.kid === kid);
    if (!known() && now() - keysFetchedAt > keyRefreshAfterMs) {
      await fetchKeys(from.jwks_uri).catch(() => undefined);
    }
    if (!known()) {
      return { kind: 'error' };
    }
    let claims: JWTPayload;
    try {
      const verified = await jwtVerify(token, createLocalJWKSet(keys), {
        algorithms,
        issuer: from.issuer,
        clockTolerance: leewaySeconds,
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
        ...(options.requireAudience === null ? {} : { audience: options.requireAudience }),
      });
      claims = verified.payload;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) {
        return { kind: 'error' };
      }
      throw error;
    }
    const scopes = scopesOf(claims['scope']);
    if (!options.requireScopes.every((scope) => scopes.includes(scope))) {
      return { kind: 'failed' };
    }
    const complete =
      emailOf(claims, options) !== undefined && textClaim(claims, options.claimUsername) !== undefined;
    if (complete || !options.userinfoFallback) {
      return person(claims);
    }
    const more = await askUserinfo(from.userinfo_endpoint, token);
    return more === 'failed' || more === 'error' ? { kind: more } : person({ ...more, ...claims });
  };

  await reload();
  return {
    reload,
    document: () => {
      const fetched = document;
      return fetched === undefined
        ? undefined
        : Object.fromEntries(
            shownInOrder.filter((name) => fetched[name] !== undefined).map((name) => [name, fetched[name]]),
          );
    },
    check: async (token) => {
      const from = document;
      if (from === undefined) {
        return { kind: 'error' };
      }
      const header = jwtHeader(token);
      if (header !== undefined) {
        return checkJwt(token, header.kid, from);
      }
      // An opaque token: neither audience nor scope is looked at.
      const claims = await askUserinfo(from.userinfo_endpoint, token);
      return claims === 'failed' || claims === 'error' ? { kind: claims } : person(claims);
    },
  };
}

function jwtHeader(token: string): { readonly kid?: string } | undefined {
  try {
    const { kid } = decodeProtectedHeader(token);
    return kid === undefined ? {} : { kid };
  } catch {
    return undefined;
  }
}
