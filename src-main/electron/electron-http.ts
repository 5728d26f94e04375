import type { Session } from 'electron';
import { Fault } from '../fault.ts';
import { withDeadline } from '../platform/deadline.ts';
import type { Http, HttpRequest, HttpResponse } from '../platform/http.ts';
import { isProtectedUrl } from '../platform/server-url.ts';
import { chromiumFault } from './chromium-fault.ts';

export type HttpSession = Pick<Session, 'fetch'> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};

const usualDeadlineMs = 15_000;
const usualMaxBytes = 1024 * 1024;

/** The name of the session for HTTP. Without `persist:`, so it lives in memory and leaves nothing on the disk. */
export const httpPartition = 'http';

/**
 * The Http port over Chromium's network: the trust store, proxy settings and client certificates of the system apply
 * (a private CA, a proxy with a script), which Node's fetch knows nothing of. Its session is used for nothing else,
 * has no cookies and is not the one the pages run in. Redirects end in `network.redirected`: Electron's fetch can't
 * hand back a 3xx (`redirect: 'manual'` rejects), and following one could carry a token elsewhere.
 *
 * @param session `session.fromPartition(httpPartition)`
 */
export function createElectronHttp(session: HttpSession): Http {
  // In place of the lockdown's rule, which lets a session reach nothing but our pages.
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !URL.canParse(url) || !isProtectedUrl(new URL(url)) }),
  );
  return {
    send(request) {
      const host = request.url.hostname;
      return withDeadline(
        request.deadlineMs ?? usualDeadlineMs,
        request.signal,
        (signal) => exchange(session, request, signal),
        () => new Fault('network.timeout', 'no whole answer in time', { retryable: true, facts: { host } }),
      );
    },
  };
}

async function exchange(
  session: HttpSession,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const host = request.url.hostname;
  let response: Response;
  try {
    response = await session.fetch(request.url.href, {
      method: request.method,
      // Chromium takes `no-cache` in a request for: answer nothing from the cache (net/http/http_cache_transaction.cc).
      headers: { 'user-agent': 'Gatepass', 'cache-control': 'no-cache', ...request.headers },
      // Electron's fetch would send cookies and stored logins unless told otherwise.
      credentials: 'omit',
      redirect: 'error',
      bypassCustomProtocolHandlers: true,
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
  } catch (error) {
    throw (
      chromiumFault(error, host) ??
      new Fault('server.broken', 'no HTTP answer', { cause: error, facts: { host } })
    );
  }
  const body = await readBody(response, request.maxBytes ?? usualMaxBytes, host);
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
      if (bytes > maxBytes)
        throw new Fault('server.broken', `answer of more than ${maxBytes} bytes`, { facts: { host } });
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('server.broken', 'answer cut short', { retryable: true, cause: error, facts: { host } });
  }
  return text + decoder.decode();
}
