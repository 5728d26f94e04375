import { randomBytes } from 'node:crypto';
import { decodeBase32, encodeBase32 } from './object-id.ts';

const randomLength = 18;
const textLength = 36;

export interface AppSecret {
  readonly credentialId: number;
  /** The 18 random bytes, in hex. */
  readonly random: string;
}

/** Makes a secret as 0.16 does: `app`, one character, base 32 of the credential id (4 bytes) and 18 random bytes. */
export function makeAppSecret(
  credentialId: number,
  separator: '_' | ' ',
): { readonly text: string; readonly secret: AppSecret } {
  const bytes = Buffer.alloc(4 + randomLength);
  bytes.writeUInt32BE(credentialId, 0);
  const random = randomBytes(randomLength);
  random.copy(bytes, 4);
  return {
    text: `app${separator}${encodeBase32(bytes)}`,
    secret: { credentialId, random: random.toString('hex') },
  };
}

/** The parser of 0.16 skips one arbitrary character after `app`. @returns undefined when the text has another shape */
export function parseAppSecret(text: string): AppSecret | undefined {
  if (!text.startsWith('app') || text.length !== 4 + textLength) {
    return undefined;
  }
  const bytes = decodeBase32(text.slice(4));
  if (bytes === undefined || bytes.length !== 4 + randomLength) {
    return undefined;
  }
  const buffer = Buffer.from(bytes);
  return { credentialId: buffer.readUInt32BE(0), random: buffer.subarray(4).toString('hex') };
}
