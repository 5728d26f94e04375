import * as v from 'valibot';
import { expect } from 'vitest';
import type { StalwartServer } from './start-stalwart.ts';

const answerSchema = v.looseObject({
  methodResponses: v.looseTuple([v.tuple([v.string(), v.unknown(), v.string()])]),
});

export const quick = { refusalDelay: { min: 0, max: 0 } } as const;

export function basic(login: string, secret: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}` };
}

export function bearer(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

export async function get(
  server: StalwartServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${server.url}${path}`, { headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
}

export async function post(
  server: StalwartServer,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = body instanceof URLSearchParams;
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { ...(form ? {} : { 'content-type': 'application/json' }), ...headers },
    body: form ? body : JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
}

/** One JMAP call. @returns name and result of its answer */
export async function call(
  server: StalwartServer,
  headers: Readonly<Record<string, string>>,
  method: string,
  args: Readonly<Record<string, unknown>>,
): Promise<readonly [string, unknown]> {
  const response = await post(
    server,
    '/jmap/',
    { using: ['urn:ietf:params:jmap:core', 'urn:stalwart:jmap'], methodCalls: [[method, args, '0']] },
    headers,
  );
  expect(response.status).toBe(200);
  const { methodResponses } = v.parse(answerSchema, await response.json());
  const [name, result] = methodResponses[0];
  return [name, result];
}

/** Mints one app password and gives its secret. */
export async function mintSecret(
  server: StalwartServer,
  headers: Readonly<Record<string, string>>,
  value: Readonly<Record<string, unknown>> = { description: 'a mail app' },
): Promise<string> {
  const [, result] = await call(server, headers, 'x:AppPassword/set', { create: { n: value } });
  const secret = JSON.stringify(result).match(/"secret":"([^"]+)"/)?.[1];
  expect(secret).toBeDefined();
  return secret ?? '';
}

/** The members of a JSON answer that are text. */
export async function texts(response: Response): Promise<Readonly<Record<string, string>>> {
  const body = v.parse(v.record(v.string(), v.unknown()), await response.json());
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
