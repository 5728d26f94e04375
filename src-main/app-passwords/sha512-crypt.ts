import { hash } from 'node:crypto';

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const usualRounds = 5000;
const fewestRounds = 1000;
const mostRounds = 999_999_999;
const saltLength = 16;

/** Order in which the bytes of the digest are written, three at a time (the specification's step 22 e). */
const byteOrder: readonly (readonly [number, number, number])[] = Array.from({ length: 21 }, (_, group) => {
  const turn = [group, group + 21, group + 42] as const;
  // The three columns rotate by one from group to group.
  switch (group % 3) {
    case 0:
      return [turn[0], turn[1], turn[2]];
    case 1:
      return [turn[1], turn[2], turn[0]];
    default:
      return [turn[2], turn[0], turn[1]];
  }
});

/**
 * SHA-crypt with SHA-512, as `crypt(3)` stores it: `$6$<salt>$<86 characters>` (Ulrich Drepper, "Unix crypt using
 * SHA-256 and SHA-512", 2008). Stalwart up to 0.15 checks app passwords against it; its own web page makes the same.
 *
 * @param password any text, hashed as UTF-8
 * @param salt at most 16 characters of it count; must not hold `$`
 * @param rounds 5000 when absent, otherwise written into the result as `rounds=N$`; held between 1,000 and
 *   999,999,999 as the specification says
 * @returns the stored form; takes some milliseconds with the usual rounds
 */
export function sha512Crypt(password: string, salt: string, rounds?: number): string {
  if (salt.includes('$')) throw new Error('a salt must not hold "$"');
  const turns = Math.min(Math.max(Math.trunc(rounds ?? usualRounds), fewestRounds), mostRounds);
  const shortSalt = salt.slice(0, saltLength);
  const digest = stretch(Buffer.from(password, 'utf8'), Buffer.from(shortSalt, 'utf8'), turns);
  const stated = rounds === undefined ? '' : `rounds=${turns}$`;
  return `$6$${stated}${shortSalt}$${encode(digest)}`;
}

function stretch(password: Buffer, salt: Buffer, rounds: number): Buffer {
  let digest = firstDigest(password, salt);
  const p = repeatTo(sha512(...Array<Buffer>(password.length).fill(password)), password.length);
  const s = repeatTo(sha512(...Array<Buffer>(16 + (digest[0] ?? 0)).fill(salt)), salt.length);
  for (let round = 0; round < rounds; round++) {
    const odd = round % 2 === 1;
    const parts = [odd ? p : digest];
    if (round % 3 !== 0) parts.push(s);
    if (round % 7 !== 0) parts.push(p);
    parts.push(odd ? digest : p);
    digest = sha512(...parts);
  }
  return digest;
}

/** Steps 1 to 12 of the specification. */
function firstDigest(password: Buffer, salt: Buffer): Buffer {
  const b = sha512(password, salt, password);
  const parts = [password, salt, repeatTo(b, password.length)];
  for (let bits = password.length; bits > 0; bits >>= 1) parts.push(bits % 2 === 1 ? b : password);
  return sha512(...parts);
}

function repeatTo(digest: Buffer, length: number): Buffer {
  return Buffer.alloc(length, digest);
}

/** In one call: a person waits for thousands of these, and a hash object for each takes three times as long at first. */
function sha512(...parts: readonly Buffer[]): Buffer {
  return hash('sha512', Buffer.concat(parts), 'buffer');
}

function encode(digest: Buffer): string {
  const at = (index: number) => digest[index] ?? 0;
  const groups = byteOrder.map(([high, middle, low]) =>
    base64(at(high) * 65_536 + at(middle) * 256 + at(low), 4),
  );
  return groups.join('') + base64(at(63), 2);
}

/** `crypt(3)`'s own base 64: least significant six bits first. */
function base64(value: number, characters: number): string {
  let rest = value;
  let text = '';
  for (let count = 0; count < characters; count++) {
    text += alphabet[rest % 64];
    rest = Math.floor(rest / 64);
  }
  return text;
}
