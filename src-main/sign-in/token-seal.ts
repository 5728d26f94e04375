import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM (NIST SP 800-38D): 32-byte key, 96-bit nonce, 128-bit tag. */
export const sealKeyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Says what the file is and which layout it has; authenticated with the rest, so it cannot be swapped. */
const header = Buffer.from('GATEPASS\0TOKENS\0\x01', 'latin1');

/**
 * header (17 bytes: name, version 1) | nonce (12) | tag (16) | ciphertext.
 * The nonce is fresh and random each time: under one key it may be used once only, and a person's install writes far
 * less often than the 2^32 times for which random ones are safe (SP 800-38D section 8.3).
 */
export function seal(key: Uint8Array, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(header);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), sealed]);
}

/** The plain bytes, or null when `sealed` was not made by `seal` with this key or has been changed since. */
export function unseal(key: Uint8Array, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const nonceAt = header.length;
  const tagAt = nonceAt + nonceBytes;
  const textAt = tagAt + tagBytes;
  if (bytes.length < textAt || !bytes.subarray(0, nonceAt).equals(header)) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(nonceAt, tagAt), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(header);
  decipher.setAuthTag(bytes.subarray(tagAt, textAt));
  const start = decipher.update(bytes.subarray(textAt));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    return null;
  }
}
