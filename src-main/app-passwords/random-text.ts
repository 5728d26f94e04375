/** A source of bytes nobody can guess: `randomBytes` of node:crypto. */
export type Random = (size: number) => Uint8Array;

/** No capitals and none of 0, 1, 8, 9, so that it can be read aloud and typed; 5 bits a character. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** `length` characters of `[a-z2-7]`, each equally likely: 5 bits of randomness a character. Pure. */
export function randomText(random: Random, length: number): string {
  return Array.from(random(length), (byte) => alphabet[byte & 31]).join('');
}
