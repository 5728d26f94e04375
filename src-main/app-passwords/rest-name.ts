import { Buffer } from 'node:buffer';
import type { ListedAppPassword } from './app-password.ts';
import { utcTimestamp } from './expiry.ts';

/**
 * The name an app password is stored under up to 0.15: base64 of `<label>$<time>`, as Stalwart's own web page writes
 * it, so that the page shows label and date. Base64 has no `$`, at which the server would cut the name off.
 */
export function restName(label: string, now: number): string {
  return Buffer.from(`${label}$${utcTimestamp(now)}`, 'utf8').toString('base64');
}

/** Reads such a name; one of another form is its own description. Never throws. */
export function readRestName(name: string): ListedAppPassword {
  const decoded = decode(name);
  const cut = decoded?.lastIndexOf('$') ?? -1;
  const created = decoded === null || cut < 1 ? Number.NaN : parseTime(decoded.slice(cut + 1));
  const known = decoded !== null && !Number.isNaN(created);
  return {
    serverId: name,
    description: known ? decoded.slice(0, cut) : name,
    createdAt: known ? utcTimestamp(created) : null,
    expiresAt: null,
  };
}

/** RFC 3339; the web page writes fractions and offsets. */
function parseTime(text: string): number {
  const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,12})?(Z|[+-]\d{2}:\d{2})$/;
  return rfc3339.test(text) ? Date.parse(text.replace(/(\.\d{3})\d+/, '$1')) : Number.NaN;
}

function decode(name: string): string | null {
  const bytes = Buffer.from(name, 'base64');
  // Node skips what is no base64; a name is only taken for one when it comes back the same.
  if (bytes.toString('base64') !== name) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
