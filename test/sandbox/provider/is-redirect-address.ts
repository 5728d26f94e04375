/**
 * Where the browser ends: the request's `redirect_uri`, and for requests that keep it to themselves (PAR) any
 * `/callback` on loopback.
 */
export function isRedirectAddress(url: URL, authorizationUrl: URL): boolean {
  const asked = authorizationUrl.searchParams.get('redirect_uri');
  if (asked !== null && URL.canParse(asked)) {
    const wanted = new URL(asked);
    return url.origin === wanted.origin && url.pathname === wanted.pathname;
  }
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return url.protocol === 'http:' && loopback && url.pathname.endsWith('/callback');
}
