import type { IncomingMessage } from 'node:http';

/** One request as the routes see it. */
export interface HttpRequest {
  readonly method: string;
  /** Raw path without the query. */
  readonly path: string;
  /** Path segments, percent-decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly ip: string;
  /** Single-valued request header; undefined when absent. */
  header(name: string): string | undefined;
  /** Undefined when the body is larger than the limit in bytes. */
  body(limit: number): Promise<Buffer | undefined>;
}

export function readHttpRequest(incoming: IncomingMessage, ip: string): HttpRequest {
  const [path = '/', query = ''] = splitOnce(incoming.url ?? '/', '?');
  return {
    method: incoming.method ?? 'GET',
    path,
    segments: path.split('/').slice(1).map(decode),
    query: new URLSearchParams(query),
    ip,
    header: (name) => {
      const value = incoming.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body: async (limit) => {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of incoming) {
        const bytes: Buffer = chunk;
        size += bytes.length;
        if (size > limit) {
          return undefined;
        }
        chunks.push(bytes);
      }
      return Buffer.concat(chunks);
    },
  };
}

/** The socket's address without the IPv4-in-IPv6 prefix. */
export function socketAddress(incoming: IncomingMessage): string {
  return (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
