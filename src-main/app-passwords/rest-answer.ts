import * as v from 'valibot';
import { brokenAnswer } from '../discovery/stalwart-call.ts';
import { Fault } from '../fault.ts';

const errorSchema = v.object({ error: v.pipe(v.string(), v.maxLength(200)) });

/**
 * The `data` of an answer of the management API up to 0.15, which reports its errors with status 200. Their texts are
 * not passed on.
 *
 * @param issuer where people sign in, for the words
 * @throws Fault server.too-old (`unsupported`: before 0.13.2 nothing can be changed in an external directory),
 *   server.refused, server.broken
 */
export function readRestData(json: unknown, server: URL, issuer: string): unknown {
  const error = v.safeParse(errorSchema, json);
  if (error.success) throw restErrorFault(error.output.error, server, issuer);
  const data = v.safeParse(v.object({ data: v.unknown() }), json);
  if (!data.success) throw brokenAnswer(server, 'an answer without data');
  return data.output.data;
}

function restErrorFault(error: string, server: URL, issuer: string): Fault {
  const facts = { server: server.host };
  if (error === 'unsupported') {
    return new Fault('server.too-old', 'directory can not be managed', { facts: { ...facts, issuer } });
  }
  const what = /^[a-zA-Z]{1,40}$/.test(error) ? `it says ${error}` : 'it does not say why';
  return new Fault('server.refused', what, { facts: { ...facts, what } });
}

const listSchema = v.object({
  appPasswords: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(1000)),
});

/** The names in `GET /api/account/auth`. @throws Fault server.broken */
export function readRestNames(data: unknown, server: URL): readonly string[] {
  const parsed = v.safeParse(listSchema, data);
  if (!parsed.success) throw brokenAnswer(server, 'a list of app passwords that is none');
  return parsed.output.appPasswords;
}

const versionSchema = v.object({
  version: v.pipe(v.string(), v.regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}/), v.maxLength(40)),
});

/** The version in `POST /api/oauth`, null where it is not told. */
export function readRestVersion(data: unknown): string | null {
  const parsed = v.safeParse(versionSchema, data);
  return parsed.success ? parsed.output.version : null;
}
