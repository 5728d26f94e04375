import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening, stopped } from './tiny-provider.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface LyingProvider {
  readonly issuer: string;
  /** What it answers by path; replaced by the tests. Anything else is 404. */
  readonly answers: Map<string, Answer>;
  /** Changes to the honest metadata document. */
  metadata: Record<string, unknown>;
  /** Changes to the honest token answer. */
  token: Record<string, unknown>;
  /** Changes to the claims and the header of the honest id token; the nonce has to be told. */
  claims: Record<string, unknown>;
  header: Record<string, unknown>;
  readonly tokenRequests: URLSearchParams[];
  stop(): Promise<void>;
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A provider that is honest until a test scripts a lie. */
export async function startLyingProvider(path = ''): Promise<LyingProvider> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const found = provider.answers.get((request.url ?? '').split('?')[0] ?? '');
      if (found) found(request, response, body);
      else json(response, 404, { error: 'not_found' });
    });
  });
  const issuer = `http://127.0.0.1:${await listening(server)}${path}`;
  const provider: LyingProvider = {
    issuer,
    answers: new Map(),
    metadata: {},
    token: {},
    claims: {},
    header: {},
    tokenRequests: [],
    stop: () => stopped(server),
  };
  provider.answers.set(`${path}/.well-known/openid-configuration`, (_request, response) =>
    json(response, 200, { ...honestMetadata(issuer), ...provider.metadata }),
  );
  provider.answers.set(`${path}/token`, (_request, response, body) => {
    provider.tokenRequests.push(new URLSearchParams(body));
    json(response, 200, {
      access_token: 'lying-access-token',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'lying-refresh-token',
      id_token: idToken(issuer, provider.claims, provider.header),
      ...provider.token,
    });
  });
  return provider;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

export function honestMetadata(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    revocation_endpoint: `${issuer}/revoke`,
    scopes_supported: ['openid', 'email', 'profile', 'offline_access'],
    id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
  };
}

function idToken(issuer: string, claims: Record<string, unknown>, header: Record<string, unknown>): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode({ alg: 'ES256', kid: 'k', ...header });
  const payload = encode({ iss: issuer, aud: 'gatepass', sub: 'alice', iat: now, exp: now + 300, ...claims });
  const signature = createSign('sha256')
    .update(`${head}.${payload}`)
    .sign({ key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${head}.${payload}.${signature.toString('base64url')}`;
}
