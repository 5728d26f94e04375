import { Fault } from '../fault.ts';

/** What is wrong with a TLS connection, as it stands in the message. */
export type TlsReason =
  | 'self-signed certificate'
  | 'certificate of an unknown authority'
  | 'expired certificate'
  | 'certificate that is not valid yet'
  | 'certificate for another name'
  | 'revoked certificate'
  | 'no agreement on encryption';

/** Who was talked to; `seconds` is the deadline. */
export interface Peer {
  readonly host: string;
  readonly port: number;
  readonly seconds: number;
}

/** OpenSSL's verification results as Node names them (node:tls, "X509 certificate error codes"). */
const tlsReasons: Readonly<Record<string, TlsReason>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate of an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate of an unknown authority',
  CERT_UNTRUSTED: 'certificate of an unknown authority',
  CERT_CHAIN_TOO_LONG: 'certificate of an unknown authority',
  INVALID_CA: 'certificate of an unknown authority',
  CERT_HAS_EXPIRED: 'expired certificate',
  CERT_NOT_YET_VALID: 'certificate that is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate for another name',
  HOSTNAME_MISMATCH: 'certificate for another name',
  CERT_REVOKED: 'revoked certificate',
  CERT_REJECTED: 'certificate of an unknown authority',
  CERT_SIGNATURE_FAILURE: 'no agreement on encryption',
  EPROTO: 'no agreement on encryption',
};

/**
 * A failed connection as a Fault: `network.tls` (facts `host`, `reason`), `network.unknown-host`, `.refused`,
 * `.reset`, `.timeout`, `.offline` (facts `host`, `port`, `seconds`). Null when the error is none of the network's.
 * Takes the errors of node:net, node:tls and of the built-in fetch (whose cause is the real one).
 */
export function networkFault(error: unknown, peer: Peer): Fault | null {
  const cause = deepest(error);
  const code = codeOf(cause);
  if (code === null) return null;
  const tls = tlsReasons[code] ?? (/^ERR_(SSL|TLS)_/.test(code) ? 'no agreement on encryption' : undefined);
  if (tls !== undefined)
    return new Fault('network.tls', code, { facts: { host: peer.host, reason: tls }, cause });
  const options = { retryable: true, facts: { ...peer }, cause };
  switch (code) {
    case 'ENOTFOUND':
      return new Fault('network.unknown-host', code, options);
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
      return new Fault('network.refused', code, options);
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return new Fault('network.reset', code, options);
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return new Fault('network.timeout', code, options);
    // No answer from any name server, or no route at all: the machine is not on a network.
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
      return new Fault('network.offline', code, options);
    default:
      return null;
  }
}

function deepest(error: unknown): unknown {
  let current = error;
  for (let depth = 0; depth < 5; depth++) {
    // One error per address tried (RFC 8305): the last one is as good as any, all failed.
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors.at(-1);
    else if (current instanceof Error && codeOf(current) === null && current.cause instanceof Error)
      current = current.cause;
    else break;
  }
  return current;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
