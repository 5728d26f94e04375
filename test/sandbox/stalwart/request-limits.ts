import { problem } from './problem.ts';
import type { Reply } from './reply.ts';

export interface RequestLimits {
  /** Takes one of the address' anonymous requests; answers when none is left. */
  anonymous(ip: string): Reply | undefined;
  authenticated(account: string): Reply | undefined;
  /** Counts a failed login. @returns true when this one bans the address */
  countFailure(ip: string): boolean;
  isBanned(ip: string): boolean;
}

const minute = 60_000;
const day = 86_400_000;

/**
 * @param named 0.16 names the limit in `RateLimit` headers
 */
export function createRequestLimits(
  limits: { readonly anonymous: number; readonly authenticated: number } | null,
  banAfter: number | null,
  named: boolean,
  now: () => number,
): RequestLimits {
  const counts = new Map<string, { readonly window: number; readonly used: number }>();
  const banned = new Set<string>();

  const use = (key: string, period: number) => {
    const window = Math.floor(now() / period);
    const known = counts.get(key);
    const used = known?.window === window ? known.used + 1 : 1;
    counts.set(key, { window, used });
    return used;
  };
  const limited = (key: string, limit: number) => {
    if (use(key, minute) <= limit) {
      return undefined;
    }
    const reset = Math.ceil((minute - (now() % minute)) / 1000);
    return problem(
      429,
      'Too Many Requests',
      'Your request has been rate limited. Please try again in a few seconds.',
      {
        headers: named
          ? [
              ['retry-after', String(reset)],
              ['ratelimit-policy', `"requests";q=${limit}`],
              ['ratelimit', `"requests";r=0;t=${reset}`],
            ]
          : [],
      },
    );
  };

  return {
    anonymous: (ip) => (limits === null ? undefined : limited(`ip ${ip}`, limits.anonymous)),
    authenticated: (account) =>
      limits === null ? undefined : limited(`account ${account}`, limits.authenticated),
    countFailure: (ip) => {
      if (banAfter === null || use(`failure ${ip}`, day) < banAfter) {
        return false;
      }
      banned.add(ip);
      return true;
    },
    isBanned: (ip) => banned.has(ip),
  };
}

/** The answer to the very request that led to the ban; later ones get 403. */
export function banReply(): Reply {
  return problem(
    429,
    'Too Many Authentication Attempts',
    'Your request has been rate limited. Please try again in a few minutes.',
  );
}

/** Answers that carry nothing but a status: a banned address, `/healthz`. */
export function statusProblem(status: number, title: string): Reply {
  return {
    status,
    headers: [['content-type', 'application/problem+json']],
    body: JSON.stringify({ type: 'about:blank', title, status, detail: title }),
  };
}
