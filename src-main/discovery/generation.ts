import * as v from 'valibot';
import { Fault } from '../fault.ts';
import type { Http, HttpResponse } from '../platform/http.ts';
import { isProtectedUrl } from '../platform/server-url.ts';
import { addressPath } from './address-path.ts';
import { brokenAnswer } from './stalwart-call.ts';
import { statusFault } from './status-fault.ts';

/** What one anonymous question tells of a Stalwart server. */
export type DiscoveredGeneration =
  | {
      readonly kind: 'jmap';
      /**
       * `external`: the exact `issuer` of the provider's document. `stalwart`: the server signs people in itself, and
       * `url` is the base address it was reached at.
       */
      readonly issuer: { readonly kind: 'external' | 'stalwart'; readonly url: string };
    }
  /** Up to 0.15, which does not say where people sign in. */
  | { readonly kind: 'rest' };

const maxBytes = 256 * 1024;
const deadlineMs = 10_000;

/**
 * Asks `GET {server}api/discover/{address}`, which only 0.16 answers without a sign-in (stalwart-api: 200 against 401).
 *
 * @param server base address with a trailing slash
 * @param address any e-mail address of the organisation; whether it exists is not told
 * @throws Fault server.not-stalwart (404, or an answer of something else: wrong base path, or a proxy that does not
 *   pass /api on), server.banned (403), server.limited, server.broken, issuer.invalid (the issuer it names is not
 *   safe to use), network.*
 */
export async function discoverGeneration(
  http: Http,
  server: URL,
  address: string,
  signal?: AbortSignal,
): Promise<DiscoveredGeneration> {
  const response = await http.send({
    method: 'GET',
    url: new URL(`api/discover/${addressPath(address)}`, server),
    headers: { accept: 'application/json' },
    maxBytes,
    deadlineMs,
    ...(signal === undefined ? {} : { signal }),
  });
  switch (response.status) {
    case 200:
      return { kind: 'jmap', issuer: readIssuer(response, server) };
    case 401:
      // Any web server can ask for a password; Stalwart's own 401 is a problem document.
      if (!isProblem(response, 401)) throw notStalwart(server);
      return { kind: 'rest' };
    case 403:
      // Nobody is signed in, so it is not about rights: the network address is shut out.
      throw new Fault('server.banned', 'status 403', { facts: { server: server.host } });
    default:
      throw refusalOf(response, server);
  }
}

function refusalOf(response: HttpResponse, server: URL): Fault {
  const fault = statusFault(response, server);
  return fault.code === 'server.refused' ? brokenAnswer(server, `status ${response.status}`) : fault;
}

const text = v.pipe(v.string(), v.maxLength(2048));
const documentSchema = v.object({
  issuer: text,
  authorization_endpoint: v.pipe(text, v.minLength(1)),
  token_endpoint: v.pipe(text, v.minLength(1)),
  device_authorization_endpoint: v.optional(text),
  registration_endpoint: v.optional(text),
});
type DiscoveredDocument = v.InferOutput<typeof documentSchema>;

function readIssuer(response: HttpResponse, server: URL): { kind: 'external' | 'stalwart'; url: string } {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), documentSchema), response.body);
  // A page for people with status 200 is what a web application answers under any path.
  if (!parsed.success) throw notStalwart(server);
  const document = parsed.output;
  if (isOwn(document, server)) return { kind: 'stalwart', url: server.href };
  if (!URL.canParse(document.issuer) || !isProtectedUrl(new URL(document.issuer))) {
    throw new Fault('issuer.invalid', 'issuer of the mail server is not safe', {
      facts: { issuer: document.issuer.slice(0, 200), check: 'it is not a secure address' },
    });
  }
  return { kind: 'external', url: document.issuer };
}

/**
 * Whether the document describes Stalwart itself. On a plain listener, behind a TLS proxy too, its addresses are
 * relative and the issuer is empty (recorded). With STALWART_PUBLIC_URL they are absolute, and may name another host
 * than the one the person reached; then it is told by Stalwart's fixed paths, and by endpoints that are left out of
 * an external provider's document (0.16 passes on neither device nor registration endpoint).
 */
function isOwn(document: DiscoveredDocument, server: URL): boolean {
  if (document.issuer === '' || !URL.canParse(document.authorization_endpoint)) return true;
  const base = document.issuer.replace(/\/$/, '');
  const ownPaths =
    document.authorization_endpoint === `${base}/login` && document.token_endpoint === `${base}/auth/token`;
  const whole =
    document.device_authorization_endpoint !== undefined || document.registration_endpoint !== undefined;
  return ownPaths && (whole || `${base}/` === server.href);
}

function isProblem(response: HttpResponse, status: number): boolean {
  const problem = v.pipe(
    v.string(),
    v.parseJson(),
    v.object({ status: v.literal(status), title: v.string() }),
  );
  return v.is(problem, response.body);
}

function notStalwart(server: URL): Fault {
  return new Fault('server.not-stalwart', 'answered by something else', { facts: { server: server.href } });
}
