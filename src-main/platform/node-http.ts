import { Fault } from '../fault.ts';
import { withDeadline } from './deadline.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { networkFault, type Peer } from './network-fault.ts';

const usualDeadlineMs = 15_000;
const usualMaxBytes = 1024 * 1024;

/**
 * The Http port over the built-in fetch: certificates are always checked, a private CA comes from
 * NODE_EXTRA_CA_CERTS. The limit on the body counts decoded bytes, so that a small compressed answer can't become a
 * large one.
 */
export function createNodeHttp(): Http {
  return {
    send: (request) => {
      const deadlineMs = request.deadlineMs ?? usualDeadlineMs;
      const peer = peerOf(request.url, deadlineMs);
      return withDeadline(
        deadlineMs,
        request.signal,
        (signal) => exchange(request, peer, signal),
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

async function exchange(request: HttpRequest, peer: Peer, signal: AbortSignal): Promise<HttpResponse> {
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
    response = await fetch(request.url, init);
  } catch (error) {
    throw networkFault(error, peer) ?? noHttp(error, peer.host);
  }
  const body = await readBody(response, request.maxBytes ?? usualMaxBytes, peer.host);
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
