import { XMLParser } from 'fast-xml-parser';
import * as v from 'valibot';
import type { Http } from '../platform/http.ts';
import { addressPath } from './address-path.ts';
import { isHostName } from './host-name.ts';
import type { TransportSecurity } from './mail-service.ts';

export interface PublishedServer {
  readonly host: string;
  readonly port: number;
  readonly security: TransportSecurity;
}

/** What a server publishes for mail apps; in each list implicit TLS comes first. */
export interface Autoconfig {
  readonly imap: readonly PublishedServer[];
  readonly smtp: readonly PublishedServer[];
  /**
   * What mail apps log in with. Up to 0.15 the principal's name, once the account exists and where the address is its
   * first one; else the address again. Null where it is not told.
   */
  readonly login: string | null;
}

const maxBytes = 64 * 1024;
const deadlineMs = 10_000;

/**
 * Asks `GET {server}mail/config-v1.1.xml?emailaddress=`, open to everybody. It is one source among several, so
 * whatever goes wrong with it is "nothing published". 0.16 names its own idea of its host and always 993 and 465; up
 * to 0.15 it names the real listeners.
 * @throws the signal's reason, Fault input.address
 */
export async function loadAutoconfig(
  http: Http,
  server: URL,
  address: string,
  signal?: AbortSignal,
): Promise<Autoconfig | null> {
  const url = new URL(`mail/config-v1.1.xml?emailaddress=${addressPath(address)}`, server);
  try {
    const response = await http.send({
      method: 'GET',
      url,
      maxBytes,
      deadlineMs,
      ...(signal === undefined ? {} : { signal }),
    });
    return response.status === 200 ? readAutoconfig(response.body) : null;
  } catch {
    signal?.throwIfAborted();
    return null;
  }
}

const lists = new Set([
  'clientConfig.emailProvider.incomingServer',
  'clientConfig.emailProvider.outgoingServer',
]);
const parser = () =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    // No document types and entities: nothing here needs them, and they are how XML is abused.
    processEntities: false,
    isArray: (_name, path) => lists.has(String(path)),
  });

const host = v.pipe(v.string(), v.trim(), v.check(isHostName));
const port = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\d{1,5}$/),
  v.transform(Number),
  v.minValue(1),
  v.maxValue(65_535),
);
const serverSchema = v.object({
  '@type': v.string(),
  hostname: host,
  port,
  socketType: v.string(),
  username: v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.maxLength(320))), undefined),
});
// A server that can't be read is left out, the others are kept.
const serversSchema = v.optional(
  v.pipe(v.array(v.fallback(v.nullable(serverSchema), null)), v.maxLength(50)),
  [],
);
const documentSchema = v.object({
  clientConfig: v.object({
    emailProvider: v.object({ incomingServer: serversSchema, outgoingServer: serversSchema }),
  }),
});

/** Reads Mozilla's config-v1.1 format; null when it is something else. Plain connections and POP3 are left out. Pure. */
export function readAutoconfig(xml: string): Autoconfig | null {
  if (xml.length > maxBytes || /<!DOCTYPE/i.test(xml)) return null;
  const parsed = v.safeParse(documentSchema, parseXml(xml));
  if (!parsed.success) return null;
  const { incomingServer, outgoingServer } = parsed.output.clientConfig.emailProvider;
  const incoming = incomingServer.filter((one) => one?.['@type'] === 'imap');
  const outgoing = outgoingServer.filter((one) => one?.['@type'] === 'smtp');
  const login = incoming[0]?.username ?? null;
  return {
    imap: published(incoming),
    smtp: published(outgoing),
    // `%EMAILADDRESS%` and the like say nothing; `&` would be an escape that is not undone here.
    login: login === null || /[%&]/.test(login) || login === '' ? null : login,
  };
}

function parseXml(xml: string): unknown {
  try {
    return parser().parse(xml);
  } catch {
    return null;
  }
}

function published(
  servers: readonly (v.InferOutput<typeof serverSchema> | null)[],
): readonly PublishedServer[] {
  const known = servers.flatMap((one) => {
    const security = one === null ? null : securityOf(one.socketType);
    return one === null || security === null ? [] : [{ host: one.hostname, port: one.port, security }];
  });
  const of = (wanted: TransportSecurity) => known.filter(({ security }) => security === wanted);
  return [...of('tls'), ...of('starttls')];
}

function securityOf(socketType: string): TransportSecurity | null {
  switch (socketType.trim().toUpperCase()) {
    case 'SSL':
      return 'tls';
    case 'STARTTLS':
      return 'starttls';
    default:
      return null;
  }
}
