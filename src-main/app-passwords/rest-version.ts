import { stalwartCall } from '../discovery/stalwart-call.ts';
import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import type { Secret } from '../secret.ts';
import { readRestData, readRestVersion } from './rest-answer.ts';

export interface RestVersionQuestion {
  /** Base address with a trailing slash, as the person reached it. */
  readonly server: URL;
  /** Where people sign in; for the words of a refusal only. */
  readonly issuer: string;
  readonly token: Secret;
  readonly signal?: AbortSignal | undefined;
}

/** Which version a server up to 0.15 has. Known for a minute, so that it can be asked before it is needed. */
export interface RestVersions {
  /**
   * @returns null when the server does not tell
   * @throws Fault server.*, network.*; the signal's reason
   */
  ask(question: RestVersionQuestion): Promise<string | null>;
}

const lifeMs = 60_000;

export function createRestVersions(ports: { readonly http: Http; readonly clock: Clock }): RestVersions {
  const known = new Map<string, { readonly version: string; readonly until: number }>();
  const underWay = new Map<string, Promise<string | null>>();

  async function askAnew(key: string, question: RestVersionQuestion): Promise<string | null> {
    const version = await askVersion(ports.http, question);
    if (version !== null) known.set(key, { version, until: ports.clock.now() + lifeMs });
    return version;
  }

  return {
    async ask(question) {
      const key = question.server.href;
      const held = known.get(key);
      if (held !== undefined && held.until > ports.clock.now()) return held.version;
      // The question may be on its way since the sign-in; what became of that one is no answer to this caller's.
      const early = await underWay.get(key)?.catch(() => null);
      if (early) return early;
      const asked = askAnew(key, question).finally(() => underWay.delete(key));
      underWay.set(key, asked);
      return asked;
    },
  };
}

/**
 * `POST /api/oauth` tells a signed-in person the exact version. Nothing comes of the authorization code in its answer:
 * it is for a client that does not exist, and ends after minutes.
 */
async function askVersion(http: Http, question: RestVersionQuestion): Promise<string | null> {
  const { server, issuer, token, signal } = question;
  const body = { type: 'code', client_id: 'gatepass', redirect_uri: 'https://gatepass.invalid/' };
  try {
    const json = await stalwartCall(http, server, token, { method: 'POST', path: 'api/oauth', body, signal });
    return readRestVersion(readRestData(json, server, issuer));
  } catch (thrown) {
    if (thrown instanceof Fault && isSilence(thrown)) return null;
    throw thrown;
  }
}

/** The right to use OAuth may be taken from an account, and older servers do not have this at all. */
function isSilence({ code }: Fault): boolean {
  return code === 'server.forbidden' || code === 'server.not-stalwart' || code === 'server.refused';
}
