import type { TokenShape } from './provider-options.ts';

/** Claims of a JWT access token. */
export type AccessTokenPayload = Readonly<Record<string, unknown>>;

/**
 * A payload as the provider package makes it (RFC 9068 section 2.2), in the wanted shape.
 * @param clockSkew seconds the provider's clock is ahead
 */
export function shapedPayload(
  payload: AccessTokenPayload,
  shape: TokenShape,
  clockSkew: number,
): AccessTokenPayload {
  const { scope, ...rest } = payload;
  return { ...rest, ...scopeClaim(scope, shape), aud: shape.audience, ...shifted(payload, clockSkew) };
}

function scopeClaim(scope: unknown, shape: TokenShape): AccessTokenPayload {
  if (typeof scope !== 'string') return {};
  switch (shape.scopeClaim) {
    case 'scope':
      return { scope };
    case 'scp':
      return { scp: scope.split(' ') };
    case 'absent':
      return {};
  }
}

/** The times among the claims, as told by a clock that is `seconds` ahead. */
export function shifted(payload: AccessTokenPayload, seconds: number): AccessTokenPayload {
  const times = ['iat', 'exp', 'nbf', 'auth_time'];
  return Object.fromEntries(
    times.flatMap((name) => {
      const time = payload[name];
      return typeof time === 'number' ? [[name, time + seconds]] : [];
    }),
  );
}
