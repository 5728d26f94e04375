import { Fault } from '../fault.ts';
import type { Http } from '../platform/http.ts';
import { parseServerUrl } from '../platform/server-url.ts';
import { loadAutoconfig } from './autoconfig.ts';
import { parseEndpointOption } from './endpoint-option.ts';
import { discoverGeneration } from './generation.ts';
import { type MailEndpoints, rankMailEndpoints } from './mail-endpoints.ts';
import type { Generation, MailService } from './mail-service.ts';
import { loadPacc } from './pacc.ts';

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
 * @throws Fault input.*, server.not-stalwart, issuer.unknown (up to 0.15 without `issuer`), network.*
 */
export async function findMailService(
  http: Http,
  request: FindRequest,
  signal: AbortSignal,
): Promise<FoundMailService> {
  if (!/^[^\s@]+@[^\s@]+$/.test(request.address)) {
    throw new Fault('input.address', 'not an e-mail address', { facts: { address: request.address } });
  }
  if (request.server === null) {
    throw new Fault('input.server-needed', 'no server given', { facts: { address: request.address } });
  }
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
    issuer: issuerOf(request, server, discovered.kind === 'jmap' ? discovered.issuer : null),
    candidates: rankMailEndpoints({
      server,
      options: { imap: option('imap'), smtp: option('smtp'), sieve: option('sieve') },
      autoconfig,
      pacc,
    }),
  };
}

function issuerOf(
  request: FindRequest,
  server: URL,
  named: { readonly kind: 'external' | 'stalwart'; readonly url: string } | null,
): MailService['issuer'] {
  if (request.issuer !== null) return { url: request.issuer, origin: 'option', kind: 'external' };
  if (named === null) {
    throw new Fault('issuer.unknown', 'server does not name the issuer', { facts: { server: server.host } });
  }
  return { url: named.url, origin: 'server', kind: named.kind };
}
