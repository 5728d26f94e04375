import { Buffer } from 'node:buffer';
import * as v from 'valibot';
import type { Secret } from '../secret.ts';

/** The claims that decide at Stalwart. What has another type than it should is absent. */
export interface TokenClaims {
  readonly iss: string | null;
  /** Seconds since 1970. */
  readonly exp: number | null;
  readonly aud: readonly string[];
  /** Of claim `scope`, a text or a list; null where there is none. */
  readonly scope: readonly string[] | null;
  /** Whether there is a claim `scp`, which Stalwart never reads. */
  readonly hasScp: boolean;
  readonly clientId: string | null;
  readonly preferredUsername: string | null;
  readonly email: string | null;
}

/** An access token as far as it can be read without its keys. Never verified: good for words only. */
export type ReadAccessToken =
  | { readonly kind: 'jwt'; readonly alg: string; readonly claims: TokenClaims }
  /** Five parts: encrypted for the provider itself. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'opaque' };

const longest = 64 * 1024;

const word = v.pipe(v.string(), v.maxLength(2048));
const maybeWord = v.fallback(v.nullable(word), null);
const words = v.pipe(v.array(word), v.maxLength(500));
const oneOrMore = v.union([
  words,
  v.pipe(
    word,
    v.transform((one) => [one]),
  ),
]);
const scopes = v.union([
  words,
  v.pipe(
    word,
    v.transform((text) => text.split(' ').filter((one) => one !== '')),
  ),
]);

export const claimsSchema: v.GenericSchema<unknown, TokenClaims> = v.pipe(
  v.object({
    iss: maybeWord,
    exp: v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null),
    aud: v.fallback(oneOrMore, []),
    scope: v.fallback(v.nullable(scopes), null),
    scp: v.optional(v.unknown()),
    azp: maybeWord,
    client_id: maybeWord,
    preferred_username: maybeWord,
    email: maybeWord,
  }),
  v.transform(({ scp, azp, client_id, preferred_username, ...claims }) => ({
    ...claims,
    hasScp: scp !== undefined,
    clientId: azp ?? client_id,
    preferredUsername: preferred_username,
  })),
);

/** @returns never throws: what can't be read is opaque */
export function readAccessToken(token: Secret): ReadAccessToken {
  const text = token.reveal();
  if (text.length > longest) return { kind: 'opaque' };
  const parts = text.split('.');
  const header = v.safeParse(v.object({ alg: v.pipe(v.string(), v.maxLength(40)) }), readPart(parts[0]));
  if (!header.success) return { kind: 'opaque' };
  if (parts.length === 5) return { kind: 'encrypted' };
  const claims = v.safeParse(claimsSchema, readPart(parts[1]));
  if (parts.length !== 3 || !claims.success) return { kind: 'opaque' };
  return { kind: 'jwt', alg: header.output.alg, claims: claims.output };
}

function readPart(part: string | undefined): unknown {
  if (part === undefined || !/^[A-Za-z0-9_-]+$/.test(part)) return null;
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
