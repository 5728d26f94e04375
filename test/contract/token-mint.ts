import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/**
 * A provider that does exactly what the one of the recordings did, and nothing else: metadata, keys, and a UserInfo
 * that takes opaque tokens only (a JWT is meant for the mail server, not for it).
 */
export interface TokenMint {
  readonly issuer: string;
  jwt(claims: Readonly<Record<string, unknown>>, overrides?: JwtOverrides): Promise<string>;
  opaque(claims: Readonly<Record<string, unknown>>): string;
  stop(): Promise<void>;
}

export interface JwtOverrides {
  readonly audience?: string;
  /** Seconds from now until it expires. */
  readonly lifetime?: number;
  /** Null: no such claim. */
  readonly scope?: string | null;
}

/** @param now the mail server's clock, so that both agree on what has expired */
export async function startTokenMint(now: () => number): Promise<TokenMint> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'mint', alg: 'ES256', use: 'sig' };
  const people = new Map<string, Readonly<Record<string, unknown>>>();
  let issuer = '';

  const answerTo = (request: IncomingMessage): unknown => {
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return metadata(issuer);
      case '/jwks':
        return { keys: [key] };
      case '/me':
        return people.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
      default:
        return undefined;
    }
  };
  const server = createServer((request, response) => {
    const body = answerTo(request);
    response.writeHead(body === undefined ? 401 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { error: 'invalid_token' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  return {
    issuer,
    jwt: (claims, { audience = 'stalwart', lifetime = 3600, scope = 'openid email profile' } = {}) => {
      const seconds = Math.floor(now() / 1000);
      return new SignJWT({ ...claims, ...(scope === null ? {} : { scope }) })
        .setProtectedHeader({ alg: 'ES256', kid: 'mint', typ: 'at+jwt' })
        .setIssuer(issuer)
        .setSubject(String(claims['sub'] ?? 'someone'))
        .setAudience(audience)
        .setIssuedAt(seconds - 3600)
        .setExpirationTime(seconds + lifetime)
        .sign(privateKey);
    },
    opaque: (claims) => {
      const token = randomBytes(32).toString('base64url');
      people.set(token, claims);
      return token;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function metadata(issuer: string) {
  return {
    authorization_endpoint: `${issuer}/auth`,
    claims_supported: [
      ...['sub', 'email', 'email_verified', 'name', 'preferred_username', 'sid', 'auth_time', 'iss'],
    ],
    code_challenge_methods_supported: ['S256'],
    device_authorization_endpoint: `${issuer}/device/auth`,
    end_session_endpoint: `${issuer}/session/end`,
    issuer,
    jwks_uri: `${issuer}/jwks`,
    revocation_endpoint: `${issuer}/token/revocation`,
    scopes_supported: ['openid', 'email', 'profile', 'offline_access'],
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
  };
}
