import { setImmediate } from 'node:timers/promises';
import type { RequestInit, Response } from 'undici';
import { Fault } from '../fault.ts';
import { withDeadline } from './deadline.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { networkFault, type Peer } from './network-fault.ts';

const usualDeadlineMs = 15_000;
const usualMaxBytes = 1024 * 1024;

/**
 * How long an idle connection is kept where the server does not say: less than the minute and more after which servers
 * close theirs. The built-in fetch gives up after 4 s, while a person takes longer in the browser; each new connection
 * then costs two round trips of theirs.
 */
const keepAliveMs = 45_000;

type Send = (url: URL, init: RequestInit) => Promise<Response>;

/**
 * The Http port over undici, which is also what the built-in fetch is made of: certificates are always checked, a
 * private CA comes from NODE_EXTRA_CA_CERTS. The limit on the body counts decoded bytes, so that a small compressed
 * answer can't become a large one. It is loaded at the first use: most runs of the command line need no network.
 */
export function createNodeHttp(): Http {
  let loading: Promise<Send> | undefined;
  const load = () => {
    loading ??= loadUndici();
    return loading;
  };
  return {
    send: (request) => {
      const deadlineMs = request.deadlineMs ?? usualDeadlineMs;
      const peer = peerOf(request.url, deadlineMs);
      return withDeadline(
        deadlineMs,
        request.signal,
        async (signal) => exchange(await load(), request, peer, signal),
        () =>
          new Fault('network.timeout', 'no whole answer in time', { retryable: true, facts: { ...peer } }),
      );
    },
  };
}

function peerOf(url: URL, deadlineMs: number): Peer {
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
  return { host: url.hostname, port, seconds: Math.round(deadlineMs / 100) / 10 };
}

async function loadUndici(): Promise<Send> {
  const { Agent, fetch } = await import('undici');
  const dispatcher = new Agent({ keepAliveTimeout: keepAliveMs });
  return (url, init) => fetch(url, { ...init, dispatcher });
}

async function exchange(
  send: Send,
  request: HttpRequest,
  peer: Peer,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const init: RequestInit = {
    method: request.method,
    headers: { 'user-agent': 'Gatepass', ...request.headers },
    redirect: 'manual',
    credentials: 'omit',
    signal,
    ...(request.body === undefined ? {} : { body: request.body }),
  };
  let response: Response;
  try {
    response = await send(request.url, init);
  } catch (error) {
    throw networkFault(error, peer) ?? noHttp(error, peer.host);
  }
  const body = await readBody(response, request.maxBytes ?? usualMaxBytes, peer.host);
  // undici gives a connection out again a turn after the end of an answer. A caller that asks the next thing at once
  // would get a new one, and wait for TCP and TLS again.
  await setImmediate();
  return { status: response.status, headers: response.headers, body };
}

async function readBody(response: Response, maxBytes: number, host: string): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    // Leaving the loop by a throw cancels the stream, which closes the connection.
    for await (const chunk of response.body) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw brokenAnswer(host, 'it is too large');
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    // Whatever ended the connection here, the server had begun to answer: to people it is a broken answer.
    throw brokenAnswer(host, 'it is cut short', error);
  }
  return text + decoder.decode();
}

/** fetch refused before or while talking: a blocked port (Fetch standard, "bad port") or bytes that are not HTTP. */
function noHttp(error: unknown, host: string): Fault {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && cause.message === 'bad port') {
    return new Fault('input.invalid', 'blocked port', {
      facts: { what: 'this port is never used for https' },
    });
  }
  return brokenAnswer(host, 'it is not HTTP', error);
}

function brokenAnswer(server: string, what: string, cause?: unknown): Fault {
  return new Fault('server.broken', what, {
    retryable: true,
    facts: { server, what },
    ...(cause === undefined ? {} : { cause }),
  });
}
