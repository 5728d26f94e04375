import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { exportJWK, type JWK, jwtVerify, SignJWT } from 'jose';

/** The provider's signing key, and one it does not publish. RS256, which every mail server and client knows. */
export interface SigningKey {
  readonly privateJwk: JWK;
  /** @param type `at+jwt` for access tokens (RFC 9068 section 2.1), else `JWT` */
  sign(payload: Readonly<Record<string, unknown>>, type: 'at+jwt' | 'JWT'): Promise<string>;
  /** Signed by a stranger who uses this key's name. */
  forge(payload: Readonly<Record<string, unknown>>): Promise<string>;
  /** The payload of a token of our own that is signed right and not over, `now` in milliseconds; null for any other. */
  read(token: string, now: number): Promise<Readonly<Record<string, unknown>> | null>;
}

const generate = promisify(generateKeyPair);

export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('base64url');
  const signed = (payload: Readonly<Record<string, unknown>>, typ: string, key: KeyObject) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ, kid }).sign(key);
  return {
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' },
    sign: (payload, type) => signed(payload, type, privateKey),
    forge: async (payload) => {
      const stranger = await generate('rsa', { modulusLength: 2048 });
      return signed(payload, 'at+jwt', stranger.privateKey);
    },
    read: async (token, now) => {
      try {
        const options = { algorithms: ['RS256'], typ: 'at+jwt', currentDate: new Date(now) };
        return (await jwtVerify(token, publicKey, options)).payload;
      } catch {
        return null;
      }
    },
  };
}
