export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PROPFIND' | 'DELETE' | 'PUT' | 'OPTIONS';
  /** https, or http on loopback only (the caller has parsed it with `parseServerUrl`). */
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole exchange; 15,000 when absent. */
  readonly deadlineMs?: number;
  /** The largest body that is read, in bytes; 1 MiB when absent. */
  readonly maxBytes?: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text (UTF-8), empty where there is none. */
  readonly body: string;
}

/**
 * One HTTP exchange. Redirects are never followed: a 3xx comes back as it is (or, under Electron, as
 * `network.redirected`). No cookies, no cache. Connections are kept alive between calls.
 * @throws Fault network.* (unknown-host, refused, reset, timeout, tls, offline), `server.broken` for a body
 *   that is too large or cut short, and the signal's reason when aborted.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
}
