import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface RecordedExchange {
  readonly name: string;
  readonly protocol: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: unknown;
  };
}

export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface Playback {
  readonly server: URL;
  readonly requests: readonly SentRequest[];
  /** What was asked although nothing was recorded for it at that point. */
  readonly unexpected: readonly string[];
  /** Names of the exchanges that were not asked for. */
  readonly left: readonly string[];
  stop(): Promise<void>;
}

/**
 * A server that only says what a real Stalwart of `version` was recorded to say: each request must be the next
 * exchange of `script` in method, path and shape of body, or it is answered with 599. Headers that belong to one
 * connection are made anew; `<labels>` are filled from `labels`, as it is then; ids of creations are the client's.
 * @param loose for clients that ask several things side by side: the first exchange that fits is taken, which must then
 *   be signed in as the recorded one was, too; `again` names what may be asked any number of times
 */
export async function playBack(
  version: '0.16.18' | '0.15.5' | '0.14.0',
  script: readonly string[],
  labels: Readonly<Record<string, string>> = {},
  loose: { readonly again: readonly string[] } | null = null,
): Promise<Playback> {
  const recorded = readExchanges(version);
  const named = (name: string) => {
    const found = recorded.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no recording "${name}" of ${version}`);
    return found;
  };
  const left = script.map(named);
  const again = (loose?.again ?? []).map(named);
  const requests: SentRequest[] = [];
  const unexpected: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const { method = '', url: path = '' } = request;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    requests.push({ method, path, authorization: request.headers.authorization, body });
    const scheme = schemeOf(request.headers.authorization);
    const fits = (one: RecordedExchange) =>
      schemeOf(one.request.headers?.['authorization']) === scheme &&
      matches(one, method, path, body) !== null;
    const at = loose === null ? 0 : Math.max(0, left.findIndex(fits));
    const next = again.find(fits) ?? left[at];
    const creation = next && matches(next, method, path, body);
    if (next === undefined || creation === undefined || creation === null) {
      const wanted = next ? `${next.name}: ${next.request.method} ${next.request.path}` : 'nothing';
      unexpected.push(`${method} ${path}`);
      response.writeHead(599).end(`expected ${wanted}`);
      return;
    }
    if (left[at] === next) left.splice(at, 1);
    const filled = fill(next.response.body, { ...creation, ...labels });
    response.statusCode = next.response.status;
    for (const [name, value] of Object.entries(next.response.headers)) {
      if (!['connection', 'content-length'].includes(name)) response.setHeader(name, value);
    }
    response.end(filled);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server: new URL(`http://127.0.0.1:${port}/`),
    requests,
    unexpected,
    get left() {
      return left.map(({ name }) => name);
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function readExchanges(version: string): readonly RecordedExchange[] {
  const folder = new URL(`../transcripts/${version}/`, import.meta.url);
  const all = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { exchanges: RecordedExchange[] },
  );
  return all.flatMap(({ exchanges }) => exchanges).filter(({ protocol }) => protocol === 'http');
}

function schemeOf(authorization: string | undefined): string | undefined {
  return authorization?.split(' ')[0];
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Null when it does not match; else what the client calls its creations, by what the recording calls them. */
function matches(
  { request }: RecordedExchange,
  method: string,
  path: string,
  body: unknown,
): Readonly<Record<string, string>> | null {
  if (request.method !== method || request.path !== path) return null;
  const names: Record<string, string> = {};
  return sameShape(request.body, body, '', names) ? names : null;
}

/** The same keys and types. Ids, words and times may differ; method names, action types and capabilities may not. */
function sameShape(recorded: unknown, sent: unknown, at: string, names: Record<string, string>): boolean {
  if (Array.isArray(recorded) && Array.isArray(sent)) {
    return (
      recorded.length === sent.length &&
      recorded.every((one, index) => sameShape(one, sent[index], `${at}/${index}`, names))
    );
  }
  if (isObject(recorded) && isObject(sent)) {
    if (at.endsWith('/create')) {
      // Creation ids are free to choose; which addresses are allowed is not part of the shape either.
      const [theirs, ours] = [Object.keys(recorded), Object.keys(sent)];
      theirs.forEach((id, index) => {
        names[`"${id}"`] = `"${ours[index]}"`;
      });
      return sameShape(Object.values(recorded), Object.values(sent), `${at}d`, names);
    }
    if (at.endsWith('/allowedIps')) return true;
    const optional = (key: string) => key === 'accountId';
    const keys = new Set([...Object.keys(recorded), ...Object.keys(sent)].filter((key) => !optional(key)));
    return [...keys].every((key) => sameShape(recorded[key], sent[key], `${at}/${key}`, names));
  }
  const fixed = /\/(type|@type|using\/\d|methodCalls\/\d\/0)$/.test(at);
  return fixed ? recorded === sent : typeof recorded === typeof sent;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fill(body: unknown, labels: Readonly<Record<string, string>>): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return Object.entries(labels).reduce((filled, [label, value]) => filled.replaceAll(label, value), text);
}
