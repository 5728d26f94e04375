import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Fault } from '../fault.ts';
import { providerError } from './provider-error.ts';
import type { ReceiverTexts } from './receiver-page.ts';
import {
  englishReceiverTexts,
  type ReceiverPageKind,
  receiverPage,
  receiverPageStyles,
} from './receiver-page.ts';
import type { OpenRedirectReceiver } from './redirect-receiver.ts';

const path = '/callback';

/** Long enough for any authorization code and `iss`; the whole request head must fit. */
const maxHeadBytes = 16 * 1024;
const headDeadlineMs = 5_000;

interface Wait {
  readonly state: string;
  readonly arrived: (callback: URL) => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * The redirect receiver of RFC 8252 section 7.3, on 127.0.0.1 only. It answers one request: GET of its own path, with
 * the `state` that is waited for and a `Host` of this computer (a page that points its own name at 127.0.0.1 has
 * another one). Everything else gets an empty 404 or 405 and does not end the wait, because any page the person has
 * open can send requests here. Does not keep the process alive: whoever waits has a deadline that does.
 */
export const openLoopbackReceiver: OpenRedirectReceiver = async (options = {}) => {
  const texts = options.texts ?? englishReceiverTexts;
  let wait: Wait | null = null;
  let answered: Promise<void> = Promise.resolve();
  const server = createServer(
    {
      maxHeaderSize: maxHeadBytes,
      headersTimeout: headDeadlineMs,
      requestTimeout: headDeadlineMs,
      connectionsCheckingInterval: 500,
      keepAlive: false,
      // Refused below, without content like everything else.
      requireHostHeader: false,
    },
    (request, response) => {
      const callback = wait === null ? null : matching(request, wait.state, redirectUri);
      if (callback === null || wait === null) return refuse(request, response);
      const { arrived } = wait;
      wait = null;
      answered = answer(response, callback, texts);
      arrived(callback);
      void close();
    },
  );
  server.maxRequestsPerSocket = 1;
  server.maxConnections = 64;
  // A body is never read: no request that is answered has one.
  server.on('connection', (socket) => socket.unref());
  server.on('checkExpectation', refuse);
  server.on('clientError', (_error, socket) => socket.destroy());
  const redirectUri = `http://127.0.0.1:${await listen(server, options.port ?? 0)}${path}`;
  server.unref();

  let closing: Promise<void> | null = null;
  function close(): Promise<void> {
    closing ??= (async () => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      await answered;
      server.closeAllConnections();
      await ended;
      wait?.failed(new Fault('signin.cancelled', 'the receiver was closed'));
      wait = null;
    })();
    return closing;
  }

  return {
    redirectUri,
    received(state, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          void close();
          return reject(signal.reason);
        }
        if (closing !== null) return reject(new Fault('signin.cancelled', 'the receiver was closed'));
        const abort = () => {
          wait = null;
          void close();
          reject(signal?.reason);
        };
        const settled = () => signal?.removeEventListener('abort', abort);
        signal?.addEventListener('abort', abort, { once: true });
        wait = {
          state,
          arrived: (callback) => {
            settled();
            resolve(callback);
          },
          failed: (reason) => {
            settled();
            reject(reason);
          },
        };
      });
    },
    close,
  };
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Fault('signin.port-taken', 'listen failed', { cause, facts: { port } })),
    );
    // Only this interface: a receiver others could reach would let them end a sign-in (RFC 8252 section 8.3).
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Fault('signin.port-taken', 'no address', { facts: { port } }));
    });
  });
}

/** The full callback address when the request is the one that is waited for, else null. */
function matching(request: IncomingMessage, state: string, redirectUri: string): URL | null {
  const target = request.url ?? '';
  const mark = target.indexOf('?');
  if (request.method !== 'GET' || mark < 0 || target.slice(0, mark) !== path) return null;
  const { host, port } = new URL(redirectUri);
  if (request.headers.host !== host && request.headers.host !== `localhost:${port}`) return null;
  const callback = new URL(redirectUri);
  callback.search = target.slice(mark);
  const given = callback.searchParams.getAll('state');
  return given.length === 1 && sameText(given[0] ?? '', state) ? callback : null;
}

/** In constant time, whatever the lengths. */
function sameText(left: string, right: string): boolean {
  return timingSafeEqual(sha256(left), sha256(right));
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const ownPath = request.url === path || request.url?.startsWith(`${path}?`) === true;
  const wrongMethod = ownPath && request.method !== 'GET';
  response.writeHead(wrongMethod ? 405 : 404, {
    'content-length': 0,
    'cache-control': 'no-store',
    connection: 'close',
    ...(wrongMethod ? { allow: 'GET' } : {}),
  });
  response.end();
}

/** Resolves when the page has been handed to the system, or the browser went away. */
function answer(response: ServerResponse, callback: URL, texts: ReceiverTexts): Promise<void> {
  const error = callback.searchParams.get('error');
  const kind: ReceiverPageKind =
    error === null ? 'signed-in' : error === 'access_denied' ? 'denied' : 'failed';
  const page = Buffer.from(receiverPage(kind, texts, error === null ? undefined : providerError(error)));
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': page.length,
    'content-security-policy': `default-src 'none'; style-src 'sha256-${sha256(receiverPageStyles).toString('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    // The address holds the code: it must not leave with a link or a request (RFC 9700 section 4.2.4).
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    connection: 'close',
  });
  return new Promise((resolve) => {
    response.once('finish', resolve);
    response.once('close', resolve);
    response.end(page);
  });
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
