import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** In the order in which they are sent; `accept`, `host` and `content-length` follow. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  readonly timeoutMs: number;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly body: string;
}

export type OutgoingHttp = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

const mostRedirects = 10;
const mostBytes = 1024 * 1024;

/**
 * Requests as Stalwart's HTTP client makes them (run: 0.15.5/6-oidc-endpoint-modes.json): `accept: any type`, up to ten
 * redirects followed with the credentials as long as the host stays the same, the last URL as `referer`.
 * @param ca PEM of the authority an https provider's certificate is signed by
 * @throws Error when the server does not answer in time, redirects too often or sends too much
 */
export function createOutgoingHttp(ca: string | undefined): OutgoingHttp {
  return async (first) => {
    const deadline = AbortSignal.timeout(first.timeoutMs);
    let current = first;
    let referer: string | undefined;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const answer = await send(current, referer, ca, deadline);
      const location = answer.headers.location;
      if (location === undefined || ![301, 302, 303, 307, 308].includes(answer.status)) {
        return answer;
      }
      const target = new URL(location, current.url);
      const sameHost = target.host === new URL(current.url).host;
      referer = current.url;
      const keepsMethod = answer.status === 307 || answer.status === 308;
      current = {
        method: keepsMethod ? current.method : 'GET',
        url: target.href,
        headers: (current.headers ?? []).filter(
          ([name]) => (sameHost || name !== 'authorization') && (keepsMethod || !name.startsWith('content-')),
        ),
        ...(keepsMethod && current.body !== undefined ? { body: current.body } : {}),
        timeoutMs: current.timeoutMs,
      };
    }
    throw new Error('too many redirects');
  };
}

async function send(
  outgoing: OutgoingRequest,
  referer: string | undefined,
  ca: string | undefined,
  signal: AbortSignal,
): Promise<OutgoingAnswer & { readonly headers: IncomingMessage['headers'] }> {
  const secure = outgoing.url.startsWith('https:');
  const request = (secure ? httpsRequest : httpRequest)(outgoing.url, {
    method: outgoing.method,
    signal,
    agent: false,
    ...(secure && ca !== undefined ? { ca } : {}),
  });
  for (const [name, value] of outgoing.headers ?? []) {
    request.setHeader(name, value);
  }
  request.setHeader('accept', '*/*');
  if (referer !== undefined) {
    request.setHeader('referer', referer);
  }
  if (outgoing.body !== undefined) {
    request.setHeader('content-length', Buffer.byteLength(outgoing.body));
  }
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes) {
          request.destroy(new Error('answer too large'));
          return;
        }
        chunks.push(chunk);
      });
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    request.end(outgoing.body);
  });
}
