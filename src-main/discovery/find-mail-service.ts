import { Fault } from '../fault.ts';
import type { Http } from '../platform/http.ts';
import { parseServerUrl } from '../platform/server-url.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { loadAutoconfig } from './autoconfig.ts';
import { parseEndpointOption } from './endpoint-option.ts';
import { type DiscoveredGeneration, discoverGeneration } from './generation.ts';
import { type MailEndpoints, rankMailEndpoints } from './mail-endpoints.ts';
import type { Generation, MailService } from './mail-service.ts';
import { offersDeviceCode } from './own-sign-in.ts';
import { loadPacc } from './pacc.ts';

export interface FindPorts {
  readonly http: Http;
  readonly signIn: Pick<SignIn, 'discover'>;
}

export interface FindRequest {
  readonly address: string;
  /** The Stalwart server as typed; null when nobody said. */
  readonly server: string | null;
  /** Wins over what the server says. */
  readonly issuer: string | null;
  /** `HOST:PORT`, win over what the server says. */
  readonly imap: string | null;
  readonly smtp: string | null;
  readonly sieve: string | null;
}

/** A mail service whose endpoints have not been tried yet. */
export interface FoundMailService {
  readonly server: URL;
  readonly generation: Generation;
  readonly issuer: MailService['issuer'];
  /** In order of preference; the first that answers is the one. */
  readonly candidates: MailEndpoints;
}

/**
 * From an address and its server to everything a sign-in needs, with the origin of each fact. Three anonymous
 * questions side by side; what autoconfig and PACC do not say, the server's own host stands in for.
 * @throws Fault input.*, server.not-stalwart, issuer.unknown (up to 0.15 without `issuer`, where the server itself
 *   signs nobody in with a device code), network.*
 */
export async function findMailService(
  ports: FindPorts,
  request: FindRequest,
  signal: AbortSignal,
): Promise<FoundMailService> {
  if (!/^[^\s@]+@[^\s@]+$/.test(request.address)) {
    throw new Fault('input.address', 'not an e-mail address', { facts: { address: request.address } });
  }
  if (request.server === null) {
    throw new Fault('input.server-needed', 'no server given', { facts: { address: request.address } });
  }
  const { http } = ports;
  const server = parseServerUrl(request.server);
  const [discovered, autoconfig, pacc] = await Promise.all([
    discoverGeneration(http, server, request.address, signal),
    loadAutoconfig(http, server, request.address, signal),
    loadPacc(http, server, signal),
  ]);
  const option = (protocol: 'imap' | 'smtp' | 'sieve') => {
    const text = request[protocol];
    return text === null ? null : parseEndpointOption(protocol, text);
  };
  return {
    server,
    generation: discovered.kind,
    issuer: await issuerOf(ports, request, server, discovered, signal),
    candidates: rankMailEndpoints({
      server,
      options: { imap: option('imap'), smtp: option('smtp'), sieve: option('sieve') },
      autoconfig,
      pacc,
    }),
  };
}

async function issuerOf(
  ports: FindPorts,
  request: FindRequest,
  server: URL,
  discovered: DiscoveredGeneration,
  signal: AbortSignal,
): Promise<MailService['issuer']> {
  if (request.issuer !== null) return { url: request.issuer, origin: 'option', kind: 'external' };
  if (discovered.kind === 'jmap') {
    return { url: discovered.issuer.url, origin: 'server', kind: discovered.issuer.kind };
  }
  // Up to 0.15 nothing says whether an external provider stands behind the server. Its own page is all there is to try.
  if (await offersDeviceCode(ports.signIn, server, signal)) {
    return { url: server.href, origin: 'server', kind: 'stalwart' };
  }
  throw new Fault('issuer.unknown', 'server does not name the issuer', { facts: { server: server.host } });
}
