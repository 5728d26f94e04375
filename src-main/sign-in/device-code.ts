import * as v from 'valibot';
import { placeAddress } from './endpoint-address.ts';
import type { IssuerMetadata } from './issuer-metadata.ts';
import { broken } from './openid-fault.ts';
import type { PendingDevice, SignInClient } from './sign-in.ts';

/** RFC 8628 section 3.2: five seconds where nothing is said. */
const usualIntervalSeconds = 5;
/** Above this nobody would wait for the answer; below the other one a provider is flooded. */
const longestIntervalSeconds = 60;
const shortestIntervalSeconds = 1;
const longestLifeSeconds = 24 * 60 * 60;

/** The code goes to a terminal: no control characters, no text that changes its direction. */
const userCode = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,62}[\p{L}\p{N}])?$/u;
const address = v.pipe(v.string(), v.maxLength(2048));

const answerSchema = v.object({
  device_code: v.pipe(v.string(), v.minLength(1), v.maxLength(8192)),
  user_code: v.pipe(v.string(), v.regex(userCode)),
  verification_uri: address,
  verification_uri_complete: v.fallback(v.optional(address), undefined),
  expires_in: v.pipe(v.number(), v.minValue(1)),
  interval: v.optional(v.pipe(v.number(), v.maxValue(longestIntervalSeconds)), usualIntervalSeconds),
});

/**
 * What a device authorization endpoint answered (RFC 8628 section 3.2), checked.
 * @param askedAt milliseconds since 1970 when the request was sent
 * @throws Fault signin.provider-broken, whose `check` names the parameter that is wrong
 */
export function readDeviceCode(
  client: SignInClient,
  metadata: IssuerMetadata,
  answer: unknown,
  askedAt: number,
): Omit<PendingDevice, 'codeVerifier' | 'deviceCode'> & { readonly deviceCode: string } {
  const parsed = v.safeParse(answerSchema, answer);
  if (!parsed.success) throw broken(client, `${v.getDotPath(parsed.issues[0]) ?? 'the code'} is not right`);
  const read = parsed.output;
  const issuer = {
    kind: client.issuerKind ?? 'external',
    wanted: client.issuer,
    says: metadata.issuer,
  } as const;
  const page = placeAddress(read.verification_uri, issuer);
  if (!(page instanceof URL)) throw broken(client, 'verification_uri is not right');
  const complete = placeAddress(read.verification_uri_complete ?? '', issuer);
  const intervalSeconds = Math.max(read.interval, shortestIntervalSeconds);
  if (intervalSeconds >= read.expires_in) throw broken(client, 'interval is not right');
  return {
    userCode: read.user_code,
    verificationUri: page,
    // Only a shorter way to the same page: one that leads elsewhere is left out.
    verificationUriComplete:
      read.verification_uri_complete !== undefined &&
      complete instanceof URL &&
      complete.origin === page.origin
        ? complete
        : null,
    expiresAt: askedAt + Math.min(read.expires_in, longestLifeSeconds) * 1000,
    intervalMs: intervalSeconds * 1000,
    deviceCode: read.device_code,
  };
}
