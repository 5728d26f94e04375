/** What an address of the scheme `gatepass:` asks for. It never carries a secret: any web page can open one. */
export type DeepLink =
  /** `gatepass://show`: bring the window to the front, as the page after the sign-in does. */
  | { readonly kind: 'show' }
  /** `gatepass://add?address=mara@example.org`: begin with this address; nothing is done before the person says so. */
  | { readonly kind: 'add'; readonly address: string };

export const deepLinkScheme = 'gatepass';

const longest = 512;

/**
 * Reads an address that came from outside: a click in a browser, the command line of a second start. Every byte of
 * it may be hostile, so it must match as a whole, and what does not is dropped rather than repaired.
 *
 * @returns null for anything that is not exactly one of our addresses
 */
export function parseDeepLink(text: unknown): DeepLink | null {
  if (typeof text !== 'string' || text.length > longest) return null;
  // Browsers lower the case of the scheme and some add a slash to a bare host.
  if (/^gatepass:\/\/show\/?$/.test(text)) return { kind: 'show' };
  const address = /^gatepass:\/\/add\/?\?address=([\w.~%!$*'()+@-]{3,400})$/.exec(text)?.[1];
  if (address === undefined) return null;
  const decoded = decode(address);
  // The shape of a mailbox only; the address is parsed in full where it is used (RFC 5321 section 4.5.3.1: 254).
  if (decoded === null || decoded.length > 254) return null;
  return /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(decoded)
    ? { kind: 'add', address: decoded }
    : null;
}

/**
 * The deep link among the arguments of a start. Systems append it as the last argument; when there is more than one,
 * somebody is trying to smuggle, and none counts.
 */
export function findDeepLink(args: readonly unknown[]): DeepLink | null {
  const candidates = args.filter((arg) => typeof arg === 'string' && /^gatepass:/i.test(arg));
  return candidates.length === 1 ? parseDeepLink(candidates[0]) : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
