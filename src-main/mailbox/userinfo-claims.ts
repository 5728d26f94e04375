import * as v from 'valibot';
import type { Http } from '../platform/http.ts';
import { isProtectedUrl, parseServerUrl } from '../platform/server-url.ts';
import type { Secret } from '../secret.ts';
import { claimsSchema, type TokenClaims } from './access-token.ts';

/** What the provider's UserInfo endpoint says to the access token (OpenID Connect Core section 5.3). */
export type UserinfoAnswer =
  | { readonly kind: 'claims'; readonly claims: TokenClaims }
  /** It does not take this token: the server, which asks the same question, is refused too. */
  | { readonly kind: 'refused' }
  /** Signed or otherwise no plain JSON, which Stalwart can't read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unknown' };

const maxBytes = 256 * 1024;
const deadlineMs = 10_000;

const documentSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ issuer: v.string(), userinfo_endpoint: v.pipe(v.string(), v.maxLength(2048), v.url()) }),
);

/**
 * Asks UserInfo what the mail server would be told. The token goes to the endpoint that the issuer's own document
 * names, over https (http on loopback), nowhere else; redirects are not followed.
 * @throws the signal's reason; whatever else goes wrong is `unknown`
 */
export async function askUserinfo(
  http: Http,
  issuer: string,
  token: Secret,
  signal?: AbortSignal,
): Promise<UserinfoAnswer> {
  try {
    const endpoint = await userinfoEndpoint(http, issuer, signal);
    if (endpoint === null) return { kind: 'unknown' };
    const answer = await http.send({
      method: 'GET',
      url: endpoint,
      headers: { accept: 'application/json', authorization: `Bearer ${token.reveal()}` },
      maxBytes,
      deadlineMs,
      ...(signal === undefined ? {} : { signal }),
    });
    if (answer.status === 401 || answer.status === 403) return { kind: 'refused' };
    if (answer.status !== 200) return { kind: 'unknown' };
    const claims = v.safeParse(v.pipe(v.string(), v.parseJson(), claimsSchema), answer.body);
    return claims.success ? { kind: 'claims', claims: claims.output } : { kind: 'unreadable' };
  } catch {
    signal?.throwIfAborted();
    return { kind: 'unknown' };
  }
}

async function userinfoEndpoint(http: Http, issuer: string, signal?: AbortSignal): Promise<URL | null> {
  const answer = await http.send({
    method: 'GET',
    url: new URL('.well-known/openid-configuration', parseServerUrl(issuer)),
    headers: { accept: 'application/json' },
    maxBytes,
    deadlineMs,
    ...(signal === undefined ? {} : { signal }),
  });
  const document = v.safeParse(documentSchema, answer.status === 200 ? answer.body : '');
  if (!document.success || withoutSlash(document.output.issuer) !== withoutSlash(issuer)) return null;
  const endpoint = new URL(document.output.userinfo_endpoint);
  return isProtectedUrl(endpoint) ? endpoint : null;
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}
