import { assertNever } from '../assert-never.ts';
import { isProtectedUrl } from '../platform/server-url.ts';
import type { IssuerKind } from './sign-in.ts';

/** The issuer that names an address. */
export interface NamingIssuer {
  readonly kind: IssuerKind;
  /** What it was asked as; of kind `stalwart` the base address of the mail server. */
  readonly wanted: string;
  /** What it calls itself, which may be nothing. */
  readonly says: string;
}

/**
 * An address an issuer names (an endpoint, a page for people), as Gatepass uses it. Of an external provider it may be
 * on any host, over https; http is for issuers that are on loopback themselves, since an https issuer can't name a
 * service on this computer. Of the mail server itself it is moved from where the server believes to be to where it was
 * reached. Pure.
 * @returns 'unreadable' when it is no address at all, 'unsafe' when it must not be used
 */
export function placeAddress(address: string, issuer: NamingIssuer): URL | 'unreadable' | 'unsafe' {
  const origin = URL.canParse(issuer.says) ? issuer.says : issuer.wanted;
  switch (issuer.kind) {
    case 'stalwart':
      return URL.canParse(address, origin)
        ? belowBase(new URL(address, origin), new URL(origin), new URL(issuer.wanted))
        : 'unreadable';
    case 'external': {
      if (!URL.canParse(address)) return 'unreadable';
      const url = new URL(address);
      const isOpen = isProtectedUrl(url) && new URL(issuer.wanted).protocol === 'http:';
      const isSafe = (url.protocol === 'https:' || isOpen) && url.username === '' && url.password === '';
      return isSafe ? url : 'unsafe';
    }
    default:
      return assertNever(issuer.kind);
  }
}

function belowBase(url: URL, origin: URL, base: URL): URL {
  const prefix = origin.pathname.replace(/\/$/, '');
  const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname;
  const moved = new URL(base);
  moved.pathname = `${base.pathname.replace(/\/$/, '')}${path}`;
  moved.search = url.search;
  return moved;
}
