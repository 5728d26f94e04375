import { createHash, randomBytes, randomInt } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Account } from './account.ts';
import type { VersionTraits } from './version-traits.ts';

/** What the server remembers between authorization and token request. */
export interface Grant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: { readonly kind: 'none' } | { readonly kind: 'S256' | 'plain'; readonly value: string };
  readonly scope: string | undefined;
  readonly nonce: string | undefined;
}

export interface ClientMetadata {
  readonly redirectUris: readonly string[];
  readonly clientName: string | undefined;
}

export type CodeState =
  | { readonly kind: 'authorized'; readonly accountId: number; readonly grant: Grant }
  | { readonly kind: 'pending'; readonly deviceCode: string; readonly grant: Grant };

export interface TokenInfo {
  readonly use: 'access' | 'refresh';
  readonly accountId: number;
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** The codes, tokens and keys of the server's own OAuth (stalwart-api.md section 7); the routes are elsewhere. */
export interface OwnOAuth {
  readonly jwks: { readonly keys: readonly JWK[] };
  accountOf(token: string): number | undefined;
  tokenInfo(token: string): TokenInfo | undefined;
  addCode(accountId: number, grant: Grant): string;
  addDevice(grant: Grant): { readonly deviceCode: string; readonly userCode: string };
  /** A code or a device code; expired ones are gone. */
  code(code: string): CodeState | undefined;
  spend(code: string): void;
  /** @returns false for a user code that is unknown, used or expired */
  approveDevice(userCode: string, accountId: number): boolean;
  register(client: ClientMetadata): string;
  client(clientId: string): ClientMetadata | undefined;
  issue(use: TokenInfo['use'], accountId: number): string;
  idToken(account: Account, issuer: string, grant: Grant): Promise<string>;
}

export const accessSeconds = 3600;
const refreshSeconds = 30 * 86_400;
/** A refresh answers with a new refresh token only when this little is left. */
export const renewRefreshSeconds = 4 * 86_400;
export const deviceSeconds = 1800;
const codeSeconds = 600;
const idTokenSeconds = 900;
const codeLength = 40;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const userCodeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** Sealed client ids are this much longer than what they hold (run: 66 bytes for 33). */
const sealOverhead = 33;

export async function createOwnOAuth(traits: VersionTraits, now: () => number): Promise<OwnOAuth> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), use: 'sig', kid: 'default', alg: 'ES256' };
  // Up to 0.15 the default is HS256 with a random key that nobody else knows.
  const signer =
    traits.generation === 'jmap'
      ? { alg: 'ES256', key: privateKey }
      : { alg: 'HS256', key: new TextEncoder().encode(pick(letters, 64)) };
  const codes = new Map<string, { readonly state: CodeState; readonly expiresAt: number }>();
  const userCodes = new Map<string, string>();
  const tokens = new Map<string, TokenInfo>();
  const clients = new Map<string, ClientMetadata>();
  const seconds = () => Math.floor(now() / 1000);

  const put = (code: string, state: CodeState, lifetime: number) => {
    codes.set(code, { state, expiresAt: seconds() + lifetime });
  };
  const code = (text: string) => {
    const entry = codes.get(text);
    return entry !== undefined && entry.expiresAt > seconds() ? entry.state : undefined;
  };
  const tokenInfo = (token: string) => {
    const info = tokens.get(token);
    return info !== undefined && info.expiresAt > seconds() ? info : undefined;
  };

  return {
    jwks: { keys: [jwk] },
    tokenInfo,
    accountOf: (token) => {
      const info = tokenInfo(token);
      return info?.use === 'access' ? info.accountId : undefined;
    },
    addCode: (accountId, grant) => {
      const text = pick(letters, codeLength);
      put(text, { kind: 'authorized', accountId, grant }, codeSeconds);
      return text;
    },
    addDevice: (grant) => {
      const deviceCode = pick(letters, codeLength);
      const userCode = `${pick(userCodeLetters, 4)}-${pick(userCodeLetters, 4)}`;
      put(deviceCode, { kind: 'pending', deviceCode, grant }, deviceSeconds);
      userCodes.set(userCode, deviceCode);
      return { deviceCode, userCode };
    },
    code,
    spend: (text) => {
      codes.delete(text);
    },
    approveDevice: (userCode, accountId) => {
      const deviceCode = userCodes.get(userCode);
      const state = deviceCode === undefined ? undefined : code(deviceCode);
      if (deviceCode === undefined || state?.kind !== 'pending') {
        return false;
      }
      userCodes.delete(userCode);
      put(deviceCode, { kind: 'authorized', accountId, grant: state.grant }, codeSeconds);
      return true;
    },
    register: (client) => {
      const length = [...client.redirectUris, client.clientName ?? ''].join('').length + sealOverhead;
      const id = `swc1.${randomBytes(length).toString('base64url')}`;
      clients.set(id, client);
      return id;
    },
    client: (clientId) => clients.get(clientId),
    issue: (use, accountId) => {
      const prefix = traits.generation === 'jmap' ? 'sw1.' : '';
      const token = `${prefix}${randomBytes(48).toString('base64url')}`;
      const lifetime = use === 'access' ? accessSeconds : refreshSeconds;
      tokens.set(token, { use, accountId, issuedAt: seconds(), expiresAt: seconds() + lifetime });
      return token;
    },
    idToken: (account, issuer, grant) =>
      new SignJWT({
        preferred_username: account.name,
        email: account.emails[0] ?? account.name,
        ...(account.description === null ? {} : { name: account.description }),
        ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
      })
        .setProtectedHeader({ alg: signer.alg, kid: 'default', typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(String(account.id))
        .setAudience(grant.clientId)
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + idTokenSeconds)
        .sign(signer.key),
  };
}

/** RFC 7636 section 4.6; a grant without a challenge takes any verifier. */
export function verifiesChallenge(challenge: Grant['challenge'], verifier: string | undefined): boolean {
  if (challenge.kind === 'none') {
    return true;
  }
  if (verifier === undefined || !/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) {
    return false;
  }
  const derived =
    challenge.kind === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  return derived === challenge.value;
}

function pick(from: string, length: number): string {
  return Array.from({ length }, () => from[randomInt(from.length)]).join('');
}
