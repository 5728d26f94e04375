/** Chromium's names for what Node says of a connection that failed. */
const names: Readonly<Record<string, string>> = {
  ENOTFOUND: 'NAME_NOT_RESOLVED',
  EAI_AGAIN: 'INTERNET_DISCONNECTED',
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ECONNRESET: 'CONNECTION_RESET',
  EPIPE: 'CONNECTION_RESET',
  UND_ERR_SOCKET: 'EMPTY_RESPONSE',
  ETIMEDOUT: 'CONNECTION_TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'CONNECTION_TIMED_OUT',
  UND_ERR_HEADERS_TIMEOUT: 'TIMED_OUT',
  EHOSTUNREACH: 'ADDRESS_UNREACHABLE',
  ENETUNREACH: 'INTERNET_DISCONNECTED',
  CERT_HAS_EXPIRED: 'CERT_DATE_INVALID',
  CERT_NOT_YET_VALID: 'CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'CERT_COMMON_NAME_INVALID',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'CERT_AUTHORITY_INVALID',
  EPROTO: 'SSL_PROTOCOL_ERROR',
  HPE_INVALID_CONSTANT: 'INVALID_HTTP_RESPONSE',
};

/**
 * `session.fetch` over Node's fetch, with Electron's ways to fail: errors named `net::ERR_...`, a refused redirect in
 * the words of Electron's net module, a request that the session's filter cancels.
 */
export async function fetchAsChromium(
  input: string,
  init: RequestInit,
  isBlocked: (url: string) => Promise<boolean>,
): Promise<Response> {
  if (init.redirect === 'manual') throw new Error('Redirect was cancelled');
  if (await isBlocked(input)) throw new Error('net::ERR_BLOCKED_BY_CLIENT');
  const { bypassCustomProtocolHandlers: _, ...known } = init as RequestInit & {
    bypassCustomProtocolHandlers?: boolean;
  };
  try {
    return await fetch(input, known);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Error(nameOf(error), { cause: error });
  }
}

function nameOf(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    if (current.message === 'unexpected redirect')
      return "Attempted to redirect, but redirect policy was 'error'";
    if (current.message === 'bad port') return 'net::ERR_UNSAFE_PORT';
    const { code } = current as { code?: unknown };
    if (typeof code === 'string') return `net::ERR_${names[code] ?? 'FAILED'}`;
    current = current instanceof AggregateError ? current.errors.at(-1) : current.cause;
  }
  return 'net::ERR_FAILED';
}
