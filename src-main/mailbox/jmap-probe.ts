import * as v from 'valibot';
import type { ProofResult, RefusalReason } from '../app-passwords/app-password.ts';
import { Fault } from '../fault.ts';
import { withDeadline } from '../platform/deadline.ts';
import type { Http, HttpResponse } from '../platform/http.ts';
import type { MailProbe, ProbeLogin } from './mail-probe.ts';

export interface JmapProbePorts {
  readonly http: Http;
  /** Base of Stalwart's HTTPS, with a trailing slash. */
  readonly server: string | URL;
  /** Milliseconds for all of `prove`; 15,000 when absent. */
  readonly proveMs?: number;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
}

/** Real sessions have 5 KB. */
const maxBytes = 256 * 1024;

const sessionSchema = v.object({ username: v.pipe(v.string(), v.nonEmpty()) });

/** Proves a login over JMAP (RFC 8620 section 2): the session document, by HTTP Basic. */
export function createJmapProbe(ports: JmapProbePorts): MailProbe {
  const { http, server, proveMs = 15_000 } = ports;
  const now = ports.now ?? (() => performance.now());
  const url = new URL('jmap/session', server);
  const closing = new AbortController();

  const get = (headers: Readonly<Record<string, string>>, caller: AbortSignal | undefined) =>
    withDeadline(proveMs, caller, (signal) => {
      closing.signal.throwIfAborted();
      const stop = new AbortController();
      for (const ending of [signal, closing.signal]) {
        ending.addEventListener('abort', () => stop.abort(ending.reason), { once: true });
      }
      return http.send({ method: 'GET', url, headers, signal: stop.signal, deadlineMs: proveMs, maxBytes });
    });

  return {
    /** An anonymous call, whose answer does not matter, so that a connection stands. */
    async open(signal) {
      await get({ accept: 'application/json' }, signal);
    },
    async prove(login, signal): Promise<ProofResult> {
      const since = now();
      const ms = () => Math.max(0, Math.round(now() - since));
      const authorization = basic(login);
      if (authorization === null) return { kind: 'unreachable', ms: ms(), code: 'input.invalid' };
      try {
        const response = await get({ accept: 'application/json', authorization }, signal);
        return judge(response, ms());
      } catch (thrown) {
        if (signal?.aborted) throw signal.reason;
        if (thrown instanceof Fault) return { kind: 'unreachable', ms: ms(), code: thrown.code };
        throw thrown;
      }
    },
    close() {
      closing.abort(new Fault('network.reset', 'probe closed'));
    },
  };
}

/** RFC 7617: the user name can't hold a colon, neither may hold control characters. */
function basic({ user, secret }: ProbeLogin): string | null {
  const pair = `${user}:${secret.reveal()}`;
  if (user.includes(':') || /[\x00-\x1f\x7f]/.test(pair)) return null;
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

function judge(response: HttpResponse, ms: number): ProofResult {
  const refused = (reason: RefusalReason): ProofResult => ({ kind: 'refused', ms, reason });
  const unreachable = (code: string): ProofResult => ({ kind: 'unreachable', ms, code });
  switch (response.status) {
    case 200:
      return isSession(response.body) ? { kind: 'accepted', ms } : unreachable('server.broken');
    // 0.16 leaves WWW-Authenticate out for an expired app password, and only then (transcripts finding 4).
    case 401:
      return refused(response.headers.has('www-authenticate') ? 'wrong-or-revoked' : 'expired');
    // One and the same 403 for an address outside `allowedIps` and for a missing right (transcripts finding 3); a
    // person who may sign in at all has the right to log in over HTTP.
    case 403:
      return refused('address-not-allowed');
    case 404:
      return unreachable('server.not-stalwart');
    case 429:
      return unreachable('server.limited');
    default:
      return unreachable(
        response.status >= 300 && response.status < 400 ? 'network.redirected' : 'server.broken',
      );
  }
}

function isSession(body: string): boolean {
  return v.is(v.pipe(v.string(), v.parseJson(), sessionSchema), body);
}
