const alphabet = 'abcdefghijklmnopqrstuvwxyz792013';

/** JMAP ids of Stalwart: the integer in base 32, `0` is `a`, without leading zeros. */
export function encodeObjectId(id: number): string {
  let text = '';
  let rest = id;
  do {
    text = `${alphabet[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  } while (rest > 0);
  return text;
}

/** @returns undefined for anything that is not such an id */
export function decodeObjectId(text: string): number | undefined {
  if (text === '' || text.length > 10) {
    return undefined;
  }
  let id = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) {
      return undefined;
    }
    id = id * 32 + digit;
  }
  return id;
}

/** Base 32 of bytes with the same alphabet, most significant bit first, no padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? `${text}${alphabet[(buffer << (5 - bits)) & 31]}` : text;
}

export function decodeBase32(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) {
      return undefined;
    }
    buffer = (buffer << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
      buffer &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}
