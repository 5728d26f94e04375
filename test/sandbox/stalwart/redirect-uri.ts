/** `http://127.0.0.1[:port]/path` or `http://[::1][:port]/path`; `localhost` is not loopback here. */
function loopbackParts(uri: string): { readonly host: string; readonly path: string } | undefined {
  const match = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::\d+)?\/(.*)$/.exec(uri);
  return match === null ? undefined : { host: match[1] ?? '', path: match[2] ?? '' };
}

/** A registered loopback address matches with any port (0.16.12 and later, RFC 8252 section 7.3). */
export function matchesRedirect(registered: string, presented: string): boolean {
  const a = loopbackParts(registered);
  const b = loopbackParts(presented);
  return (
    registered === presented || (a !== undefined && b !== undefined && a.host === b.host && a.path === b.path)
  );
}

/** @returns what registration says against the address, or undefined when it is good */
export function redirectComplaint(uri: string): string | undefined {
  if (uri.includes('#')) {
    return 'Redirect URI must not contain a fragment.';
  }
  if (uri.includes('..')) {
    return 'Redirect URI must not contain consecutive dots.';
  }
  const privateUse = /^[A-Za-z][A-Za-z0-9.+-]*:/.exec(uri)?.[0].includes('.') === true;
  return uri.startsWith('https://') || loopbackParts(uri) !== undefined || privateUse
    ? undefined
    : 'Redirect URI must be an https URL, a loopback (http://127.0.0.1/, http://[::1]/) or a private-use scheme URI.';
}
