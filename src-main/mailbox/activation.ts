import type { Generation } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';
import type { Http } from '../platform/http.ts';
import type { Secret } from '../secret.ts';
import { loadStalwartSession } from './stalwart-session.ts';

export interface ActivationRequest {
  readonly http: Http;
  /** Base address with a trailing slash. */
  readonly server: URL;
  readonly token: Secret;
  /** What discovery found. */
  readonly generation: Generation;
  /** Where people sign in; for the words of a refusal only. */
  readonly issuer: string;
  readonly signal?: AbortSignal;
}

export interface Activation {
  /** The identity the SERVER reports: what mail apps log in with. */
  readonly login: string;
  /** Of `urn:stalwart:jmap`; null up to 0.15. */
  readonly jmapAccountId: string | null;
  /** What the session proves, which may differ from what discovery found (a proxy, an update meanwhile). */
  readonly generation: Generation;
  /** Whether mail that bounced before may go on bouncing for up to an hour. */
  readonly mayBounceForAnHour: boolean;
}

/**
 * The first authenticated call, sent once: the server then creates the account and accepts its mail.
 * Up to 0.15 it remembers for an hour (`cache.ttl.negative`) that there was no such mailbox, when mail came before.
 *
 * @throws Fault server.rejected-token, server.too-old (no `/jmap/session`: before 0.12), server.*, network.*
 */
export async function activate(request: ActivationRequest): Promise<Activation> {
  const { http, server, token, signal } = request;
  try {
    const session = await loadStalwartSession(http, server, token, signal);
    const generation = session.jmapAccountId === null ? 'rest' : 'jmap';
    return {
      login: session.username,
      jmapAccountId: session.jmapAccountId,
      generation,
      mayBounceForAnHour: generation === 'rest',
    };
  } catch (thrown) {
    if (request.generation === 'rest' && thrown instanceof Fault && thrown.code === 'server.not-stalwart') {
      throw new Fault('server.too-old', 'no /jmap/session', {
        cause: thrown,
        facts: { server: server.host, issuer: request.issuer },
      });
    }
    throw thrown;
  }
}
