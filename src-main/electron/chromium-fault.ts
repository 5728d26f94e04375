import { Fault } from '../fault.ts';

/** Why a certificate was refused, in the words of `network.tls`; the names are Chromium's (net_error_list.h). */
const certificateReasons: Readonly<Record<string, string>> = {
  CERT_COMMON_NAME_INVALID: 'wrong-name',
  CERT_AUTHORITY_INVALID: 'unknown-authority',
  // One error for both ends of the validity; a clock that is wrong is the rarer case.
  CERT_DATE_INVALID: 'expired',
  CERT_REVOKED: 'revoked',
  CERT_SYMANTEC_LEGACY: 'unknown-authority',
  CERTIFICATE_TRANSPARENCY_REQUIRED: 'unknown-authority',
};

/**
 * A failed request of Chromium as a Fault: `network.tls` (facts `host`, `reason`), `network.unknown-host`,
 * `.refused`, `.reset`, `.timeout`, `.offline`, `.redirected` (facts `host`), `server.broken` for bytes that are not
 * HTTP. Null when the error is none of the network's. Chromium's errors come as `net::ERR_NAME` in the message, and
 * nothing else tells them apart.
 */
export function chromiumFault(error: unknown, host: string): Fault | null {
  const message = error instanceof Error ? error.message : '';
  // Electron's own words for a redirect under `redirect: 'error'` (lib/browser/api/net-client-request).
  if (/redirect/i.test(message))
    return new Fault('network.redirected', 'a redirect', { facts: { host }, cause: error });
  const name = /net::ERR_([A-Z0-9_]+)/.exec(message)?.[1];
  if (name === undefined) return null;
  const reason =
    certificateReasons[name] ?? (/^(CERT|SSL|BAD_SSL|TLS)_/.test(name) ? 'handshake' : undefined);
  if (reason !== undefined) return new Fault('network.tls', name, { facts: { host, reason }, cause: error });
  const options = { retryable: true, facts: { host }, cause: error };
  switch (name) {
    case 'NAME_NOT_RESOLVED':
    case 'NAME_RESOLUTION_FAILED':
    case 'ICANN_NAME_COLLISION':
      return new Fault('network.unknown-host', name, options);
    case 'CONNECTION_REFUSED':
    case 'CONNECTION_FAILED':
    case 'ADDRESS_UNREACHABLE':
    case 'PROXY_CONNECTION_FAILED':
    case 'TUNNEL_CONNECTION_FAILED':
      return new Fault('network.refused', name, options);
    case 'CONNECTION_RESET':
    case 'CONNECTION_CLOSED':
    case 'CONNECTION_ABORTED':
    case 'EMPTY_RESPONSE':
    case 'SOCKET_NOT_CONNECTED':
    case 'HTTP2_PROTOCOL_ERROR':
      return new Fault('network.reset', name, options);
    case 'TIMED_OUT':
    case 'CONNECTION_TIMED_OUT':
      return new Fault('network.timeout', name, options);
    case 'INTERNET_DISCONNECTED':
    case 'NETWORK_CHANGED':
    case 'NETWORK_ACCESS_DENIED':
      return new Fault('network.offline', name, options);
    case 'TOO_MANY_REDIRECTS':
    case 'UNSAFE_REDIRECT':
      return new Fault('network.redirected', name, options);
    case 'UNSAFE_PORT':
      return new Fault('input.invalid', name, { facts: { host, field: 'server' }, cause: error });
    case 'INVALID_HTTP_RESPONSE':
    case 'INVALID_RESPONSE':
    case 'CONTENT_LENGTH_MISMATCH':
    case 'INCOMPLETE_CHUNKED_ENCODING':
    case 'CONTENT_DECODING_FAILED':
    case 'RESPONSE_HEADERS_TOO_BIG':
      return new Fault('server.broken', name, options);
    default:
      return null;
  }
}
