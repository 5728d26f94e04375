import { Fault } from '../fault.ts';

const longest = 2048;

/**
 * The base address of a server as a person or a policy gives it. A bare host name gets `https://`; a path is kept (a
 * server behind a proxy path) and ends in a slash, so that `new URL('api/x', base)` stays below it.
 *
 * @returns https, or http on loopback; without credentials, query and fragment
 * @throws Fault input.insecure-url (http to another machine), input.invalid (anything else that is no such address)
 */
export function parseServerUrl(text: string): URL {
  const trimmed = text.trim();
  // The URL parser silently drops tabs and line breaks, turns "\" into "/" and forgets an empty "?", "#" and "@":
  // what people see would not be what is used.
  if (trimmed.length === 0 || trimmed.length > longest || /[\s\\?#\p{Cc}]/u.test(trimmed)) throw invalid();
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/^[^/]*\/\/[^/]*@/.test(absolute) || /^[^/]*\/\/\//.test(absolute) || !URL.canParse(absolute))
    throw invalid();
  const url = new URL(absolute);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid();
  if (url.hostname === '') throw invalid();
  if (!isProtectedUrl(url)) {
    throw new Fault('input.insecure-url', 'http is for this computer only', { facts: { url: url.origin } });
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Whether what is sent to `url` is safe from the network: https, or http that does not leave this computer (RFC 8252 section 8.3). */
export function isProtectedUrl(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/** `hostname` as URL gives it, which has normalised `127.1` and `0x7f000001` already. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function invalid(): Fault {
  return new Fault('input.invalid', 'not the address of a server', {
    facts: { what: 'the address of the server' },
  });
}
