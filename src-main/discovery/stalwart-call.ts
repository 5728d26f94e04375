import { Fault } from '../fault.ts';
import type { Http, HttpResponse } from '../platform/http.ts';
import type { Secret } from '../secret.ts';
import { statusFault } from './status-fault.ts';

/** Enough for 1,000 app passwords; real answers have 0.1 to 5 KB. */
const maxBytes = 512 * 1024;

export interface StalwartCall {
  readonly method: 'GET' | 'POST';
  /** Below the base address, without a leading slash. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One call of Stalwart's HTTP API in the name of the person who signed in, answered with JSON.
 *
 * @param server base address with a trailing slash, as the person reached it: the addresses a server publishes of
 *   itself are often wrong behind a proxy
 * @returns the parsed JSON of a 200 answer; not checked any further
 * @throws Fault of `statusFault`; server.banned where the 403 turns out to be meant for everybody at this network
 *   address; server.broken for an answer that is no JSON; network.*; the signal's reason
 */
export async function stalwartCall(
  http: Http,
  server: URL,
  token: Secret,
  call: StalwartCall,
): Promise<unknown> {
  const response = await http.send({
    method: call.method,
    url: new URL(call.path, server),
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token.reveal()}`,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    maxBytes,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  if (response.status === 403 && (await isBanned(http, server, call.signal))) {
    throw new Fault('server.banned', 'everything is answered with 403', { facts: { server: server.host } });
  }
  if (response.status !== 200) throw statusFault(response, server);
  return readJson(response, server);
}

/**
 * A banned address and a missing right get the same answer (0.16: the ban is checked before anything is parsed).
 * What is open to everybody tells them apart: `/jmap/session` answers 200 without a sign-in since 0.12.
 */
async function isBanned(http: Http, server: URL, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    const answer = await http.send({
      method: 'GET',
      url: new URL('jmap/session', server),
      ...(signal === undefined ? {} : { signal }),
    });
    return answer.status === 403;
  } catch {
    return false;
  }
}

function readJson(response: HttpResponse, server: URL): unknown {
  try {
    return JSON.parse(response.body);
  } catch {
    throw brokenAnswer(server, 'not JSON');
  }
}

/** An answer that can't be used. `what` is ours, never a text of the server. */
export function brokenAnswer(server: URL, what: string): Fault {
  return new Fault('server.broken', what, { facts: { server: server.host, what } });
}
