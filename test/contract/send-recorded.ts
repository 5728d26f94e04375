import { request as httpRequest } from 'node:http';
import type { Labels } from './labels.ts';
import type { HttpExchange } from './recorded-exchange.ts';

export interface ActualResponse {
  readonly status: number;
  /** Several values of one name stay apart; `date` is left out as in the recordings. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

/** Sends a recorded request to a port of 127.0.0.1 with nothing added but `Connection: close`, as the recorder did. */
export async function sendRecorded(
  port: number,
  recorded: HttpExchange['request'],
  labels: Labels,
): Promise<ActualResponse> {
  const template =
    recorded.body === undefined || typeof recorded.body === 'string'
      ? recorded.body
      : JSON.stringify(recorded.body);
  const body = template === undefined ? undefined : await labels.fill(template);
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    method: recorded.method,
    path: recorded.path,
    agent: false,
    headers: {
      connection: 'close',
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    },
  });
  for (const [name, value] of Object.entries(recorded.headers ?? {})) {
    request.setHeader(name, encodeBasic(await labels.fill(value)));
  }
  return new Promise((resolve, reject) => {
    request.setTimeout(10_000, () => request.destroy(new Error('no answer in 10 s')));
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const headers = Object.entries(response.headersDistinct)
          .filter(([name]) => name !== 'date')
          .map(([name, values = []]) => [name, values.length === 1 ? (values[0] ?? '') : values] as const);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(headers),
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    request.end(body);
  });
}

/** `Basic base64(user:secret)` is how the recordings show the credentials. */
function encodeBasic(value: string): string {
  const credentials = /^Basic base64\((.*)\)$/s.exec(value)?.[1];
  return credentials === undefined ? value : `Basic ${Buffer.from(credentials).toString('base64')}`;
}
