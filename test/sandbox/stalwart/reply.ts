/** An answer of the sandbox server before it is written to the socket (and before a fault has its way with it). */
export interface Reply {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const cors: Reply['headers'] = [
  ['access-control-allow-origin', '*'],
  ['access-control-allow-headers', 'Authorization, Content-Type, Accept, X-Requested-With'],
  ['access-control-allow-methods', 'POST, GET, PATCH, PUT, DELETE, HEAD, OPTIONS'],
];

export function jsonReply(value: unknown, status = 200): Reply {
  return {
    status,
    headers: [['content-type', 'application/json; charset=utf-8']],
    body: JSON.stringify(value),
  };
}

export function xmlReply(body: string, status = 200): Reply {
  return { status, headers: [['content-type', 'application/xml; charset=utf-8']], body };
}

export function htmlReply(body: string, status = 200): Reply {
  return { status, headers: [['content-type', 'text/html; charset=utf-8']], body };
}

export function emptyReply(status: number): Reply {
  return { status, headers: [], body: '' };
}

/** The well-known redirects: root-relative, whatever the public URL. */
export function redirectReply(location: string): Reply {
  return {
    status: 307,
    headers: [
      ['cache-control', 'no-cache'],
      ['location', location],
    ],
    body: '',
  };
}

export function withCors(reply: Reply): Reply {
  return { ...reply, headers: [...reply.headers, ...cors] };
}

export function withoutCache(reply: Reply): Reply {
  return {
    ...reply,
    headers: [...reply.headers, ['cache-control', 'no-store, no-cache, must-revalidate']],
  };
}
