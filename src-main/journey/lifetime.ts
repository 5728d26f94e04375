/** How long an app password may be made to last: what `parseExpiry` takes. */
export const lifetimes = ['1y', '90d', '30d'] as const;

export type LifetimeId = (typeof lifetimes)[number];

export const usualLifetime: LifetimeId = '1y';

const dayMs = 24 * 60 * 60 * 1000;
/** Days each of them lasts, for people. */
export const lifetimeDays: Readonly<Record<LifetimeId, number>> = { '1y': 365, '90d': 90, '30d': 30 };

/**
 * For a renewal: the shortest lifetime that is as long as the old one was, give or take a tenth; the usual one where
 * that is not known. Nobody gets a longer one than they had chosen. Pure.
 * @param createdAt ISO 8601 UTC or null, as `expiresAt`
 */
export function lifetimeLike(createdAt: string | null, expiresAt: string | null): LifetimeId {
  if (createdAt === null || expiresAt === null) return usualLifetime;
  const lasted = (Date.parse(expiresAt) - Date.parse(createdAt)) / dayMs;
  const fitting = lifetimes.findLast((id) => lifetimeDays[id] * 1.1 >= lasted);
  return fitting ?? usualLifetime;
}
