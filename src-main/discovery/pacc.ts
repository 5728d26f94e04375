import * as v from 'valibot';
import type { Http } from '../platform/http.ts';
import { isHostName } from './host-name.ts';

/** Hosts only: the format has no ports (draft-ietf-mailmaint-pacc-02). */
export interface Pacc {
  readonly imap: string | null;
  readonly smtp: string | null;
  readonly sieve: string | null;
}

const maxBytes = 64 * 1024;
const deadlineMs = 10_000;

const offered = v.fallback(
  v.nullable(
    v.pipe(
      v.object({ host: v.pipe(v.string(), v.check(isHostName)) }),
      v.transform(({ host }) => host),
    ),
  ),
  null,
);
const documentSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ protocols: v.object({ imap: offered, smtp: offered, managesieve: offered }) }),
);

/**
 * Asks `GET {server}.well-known/user-agent-configuration.json`, which 0.16 has. Of use here for the ManageSieve host,
 * which autoconfig does not name. Whatever goes wrong is "nothing published".
 * @throws the signal's reason
 */
export async function loadPacc(http: Http, server: URL, signal?: AbortSignal): Promise<Pacc | null> {
  try {
    const response = await http.send({
      method: 'GET',
      url: new URL('.well-known/user-agent-configuration.json', server),
      headers: { accept: 'application/json' },
      maxBytes,
      deadlineMs,
      ...(signal === undefined ? {} : { signal }),
    });
    return response.status === 200 ? readPacc(response.body) : null;
  } catch {
    signal?.throwIfAborted();
    return null;
  }
}

/** Null when it is something else. Pure. */
export function readPacc(json: string): Pacc | null {
  const parsed = v.safeParse(documentSchema, json);
  if (!parsed.success) return null;
  const { imap, smtp, managesieve } = parsed.output.protocols;
  return { imap, smtp, sieve: managesieve };
}
