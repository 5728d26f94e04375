import * as v from 'valibot';
import { brokenAnswer, stalwartCall } from '../discovery/stalwart-call.ts';
import { Fault } from '../fault.ts';
import type { Http } from '../platform/http.ts';
import type { Secret } from '../secret.ts';

/** What Gatepass uses of a JMAP session (RFC 8620 section 2). */
export interface StalwartSession {
  /** The identity the server reports: 0.16 the address, up to 0.15 the principal's name. */
  readonly username: string;
  /** Account of `urn:stalwart:jmap`, which only 0.16 has; else null. */
  readonly jmapAccountId: string | null;
  /** The session's `apiUrl`, moved to where the person reached the server. */
  readonly apiUrl: URL;
}

const sessionSchema = v.object({
  username: v.pipe(v.string(), v.maxLength(320)),
  accounts: v.record(v.string(), v.unknown()),
  primaryAccounts: v.fallback(
    v.object({ 'urn:stalwart:jmap': v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(255))) }),
    {},
  ),
  apiUrl: v.fallback(v.pipe(v.string(), v.maxLength(2048)), ''),
});

/**
 * `GET {server}jmap/session` in the name of the person. The first one activates the mailbox.
 *
 * @throws Fault server.rejected-token (also for the 200 of a session nobody is signed in to), server.*, network.*
 */
export async function loadStalwartSession(
  http: Http,
  server: URL,
  token: Secret,
  signal?: AbortSignal,
): Promise<StalwartSession> {
  const json = await stalwartCall(http, server, token, { method: 'GET', path: 'jmap/session', signal });
  const parsed = v.safeParse(sessionSchema, json);
  if (!parsed.success) throw brokenAnswer(server, 'a session that is none');
  const { username, accounts, primaryAccounts, apiUrl } = parsed.output;
  if (username === '' || Object.keys(accounts).length === 0) throw notSignedIn(server);
  // A control character in a name would forge lines on screen and in configuration files.
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(username)) throw brokenAnswer(server, 'a user name that is none');
  return {
    username,
    jmapAccountId: primaryAccounts['urn:stalwart:jmap'] ?? null,
    apiUrl: reachable(apiUrl, server),
  };
}

/**
 * A server publishes addresses of the host, port and path it believes to have (STALWART_PUBLIC_URL, default host
 * name, or none at all), which need not be reachable from here: only the path counts, below the base address that was
 * used.
 */
function reachable(apiUrl: string, server: URL): URL {
  const usual = new URL('jmap/', server);
  if (apiUrl === '' || !URL.canParse(apiUrl, server.href)) return usual;
  const { pathname } = new URL(apiUrl, server);
  const path = pathname.startsWith(server.pathname)
    ? pathname.slice(server.pathname.length)
    : pathname.slice(1);
  return /^[a-z0-9._~-][a-z0-9._~/-]*$/i.test(path) && !path.includes('//') ? new URL(path, server) : usual;
}

/** Without a sign-in the session is answered too, empty: so the sign-in got lost on the way to the server. */
function notSignedIn(server: URL): Fault {
  return new Fault('server.rejected-token', 'session of nobody', {
    facts: {
      server: server.host,
      finding: 'It answers as if nobody had signed in: something in front of it takes the sign-in away.',
      change: 'Ask your mail admin to let the proxy pass the Authorization header on.',
      // Says that there is nothing more to find out, see `explainTokenRefusal`.
      kinds: 'sign-in-lost',
    },
  });
}
