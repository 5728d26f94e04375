import { Fault } from '../fault.ts';
import { bareHost, isHostName } from './host-name.ts';
import type { MailProtocol } from './mail-endpoints.ts';
import type { Endpoint, TransportSecurity } from './mail-service.ts';

const usualPort: Readonly<Record<MailProtocol, number>> = { imap: 993, smtp: 465, sieve: 4190 };

/** Ports whose protocol begins in the clear and is then secured (RFC 8314 section 3, RFC 5804). */
const startTlsPorts: ReadonlySet<number> = new Set([143, 587, 4190]);

/**
 * `--imap`, `--smtp` and `--sieve`: `HOST`, `HOST:PORT`, `[IPv6]:PORT`, and in front of it `tls://` or `starttls://`
 * where the port does not tell. Pure.
 * @throws Fault input.invalid
 */
export function parseEndpointOption(protocol: MailProtocol, text: string): Endpoint {
  const match = /^(?:(tls|starttls):\/\/)?(\[[^\]]*\]|[^:/]+)(?::(\d{1,5}))?$/i.exec(text.trim());
  const host = match?.[2]?.toLowerCase() ?? '';
  const port = match?.[3] === undefined ? usualPort[protocol] : Number(match[3]);
  if (match === null || !isHostName(host) || port < 1 || port > 65_535) {
    const example = `mail.example.org:${usualPort[protocol]}`;
    throw new Fault('input.invalid', `not an endpoint: --${protocol}`, {
      facts: { what: `--${protocol} takes HOST:PORT, like ${example}` },
    });
  }
  return {
    host: bareHost(host),
    port,
    security: said(match[1]) ?? usualSecurity(protocol, port),
    origin: 'option',
  };
}

function said(scheme: string | undefined): TransportSecurity | null {
  if (scheme === undefined) return null;
  return scheme.toLowerCase() === 'tls' ? 'tls' : 'starttls';
}

/** ManageSieve has no port of its own for implicit TLS, so it is STARTTLS at any. */
function usualSecurity(protocol: MailProtocol, port: number): TransportSecurity {
  return protocol === 'sieve' || startTlsPorts.has(port) ? 'starttls' : 'tls';
}
