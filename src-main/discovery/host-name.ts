/** A DNS name (underscores are seen in practice), an IPv4 address or a bracketed IPv6 address. */
export function isHostName(text: string): boolean {
  if (text.length === 0 || text.length > 253) return false;
  if (/^\[[0-9a-f:.]{2,45}\]$/i.test(text)) return URL.canParse(`https://${text}/`);
  return text.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label));
}

/** As sockets and mail apps take it: an IPv6 address without the brackets that only addresses of the web have. */
export function bareHost(host: string): string {
  return host.startsWith('[') ? host.slice(1, -1) : host;
}
