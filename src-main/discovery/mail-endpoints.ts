import type { Autoconfig, PublishedServer } from './autoconfig.ts';
import { bareHost } from './host-name.ts';
import type { Endpoint, Origin } from './mail-service.ts';
import type { Pacc } from './pacc.ts';

export type MailProtocol = 'imap' | 'smtp' | 'sieve';

export interface EndpointSources {
  /** Base address of the server's HTTPS. */
  readonly server: URL;
  /** What the person said (`parseEndpointOption`); it is then the only candidate. */
  readonly options: Readonly<Record<MailProtocol, Endpoint | null>>;
  readonly autoconfig: Autoconfig | null;
  readonly pacc: Pacc | null;
}

/** In order of preference, never empty. The caller connects early and takes the first that answers. */
export type MailEndpoints = Readonly<Record<MailProtocol, readonly Endpoint[]>>;

/** Stalwart's default listeners (0.16 has no 587 and 143 of its own accord). ManageSieve is STARTTLS everywhere. */
const usual: Readonly<Record<MailProtocol, Pick<Endpoint, 'port' | 'security'>>> = {
  imap: { port: 993, security: 'tls' },
  smtp: { port: 465, security: 'tls' },
  sieve: { port: 4190, security: 'starttls' },
};

const mostCandidates = 8;

/**
 * Ranks where mail may be: option, then autoconfig, then PACC, then the server's own host at the usual port. Behind
 * each published endpoint stands the same port at the server's own host: 0.16 publishes what it believes to be called,
 * which nobody else may know (`vm` in the recorded answers). Pure.
 */
export function rankMailEndpoints({ server, options, autoconfig, pacc }: EndpointSources): MailEndpoints {
  const own = bareHost(server.hostname);
  const at = (protocol: MailProtocol, host: string, origin: Origin): Endpoint => ({
    host: bareHost(host),
    ...usual[protocol],
    origin,
  });
  const rank = (protocol: MailProtocol, published: readonly PublishedServer[], paccHost: string | null) => {
    const option = options[protocol];
    if (option !== null) return [option];
    const named: readonly Endpoint[] = [
      ...published.map((one): Endpoint => ({ ...one, host: bareHost(one.host), origin: 'autoconfig' })),
      ...(paccHost === null ? [] : [at(protocol, paccHost, 'pacc')]),
    ];
    const candidates = named.flatMap((one): readonly Endpoint[] => [
      one,
      { ...one, host: own, origin: 'guess' },
    ]);
    return distinct([...candidates, at(protocol, own, 'guess')]).slice(0, mostCandidates);
  };
  return {
    imap: rank('imap', autoconfig?.imap ?? [], pacc?.imap ?? null),
    smtp: rank('smtp', autoconfig?.smtp ?? [], pacc?.smtp ?? null),
    sieve: rank('sieve', [], pacc?.sieve ?? autoconfig?.imap[0]?.host ?? null),
  };
}

/** The first of each host and port stays: it has the better origin. */
function distinct(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const seen = new Set<string>();
  return endpoints.filter(({ host, port }) => {
    const key = `${host.toLowerCase()}:${port}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
