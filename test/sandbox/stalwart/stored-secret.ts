import { sha512Crypt } from '../../../src-main/app-passwords/sha512-crypt.ts';

const appPrefix = '$app$';

/** The part of a stored secret that is compared: up to 0.15 the text is split at the first `$` after the name. */
function comparedPart(stored: string): string | undefined {
  if (!stored.startsWith(appPrefix)) {
    return undefined;
  }
  const rest = stored.slice(appPrefix.length);
  const end = rest.indexOf('$');
  return end < 0 ? undefined : rest.slice(end + 1);
}

/** The name an app password is listed under; a name with a `$` in it is cut there. */
export function storedName(stored: string): string {
  return stored.slice(appPrefix.length).split('$')[0] ?? '';
}

export function toStored(name: string, password: string): string {
  return `${appPrefix}${name}$${password}`;
}

export function isAppPassword(stored: string): boolean {
  return stored.startsWith(appPrefix);
}

/**
 * Compares a login's secret with a stored app password. Plain text and `$6$` are verified; the other hashes the real
 * server knows (Argon2, bcrypt, ...) never match here.
 */
export function matchesStored(stored: string, secret: string): boolean {
  const compared = comparedPart(stored);
  if (compared === undefined) {
    return false;
  }
  if (compared.startsWith('$6$')) {
    return hashAgain(compared, secret) === compared;
  }
  return !/^[$_{]/.test(compared) && compared === secret;
}

/** A `$6$` string for Dovecot: the stored hash itself, or one made of the plain text; undefined for other hashes. */
export function storedAsCrypt(stored: string, salt: string): string | undefined {
  const compared = comparedPart(stored);
  if (compared === undefined || compared.startsWith('$6$')) {
    return compared;
  }
  return /^[$_{]/.test(compared) ? undefined : sha512Crypt(compared, salt);
}

function hashAgain(hash: string, secret: string): string {
  const [, , first = '', second = ''] = hash.split('$');
  const rounds = /^rounds=(\d+)$/.exec(first)?.[1];
  return rounds === undefined ? sha512Crypt(secret, first) : sha512Crypt(secret, second, Number(rounds));
}
