import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { people as sandboxPeople } from '../people.ts';
import { interactions } from './interactions.ts';
import { loadProvider } from './load-provider.ts';
import { createMint } from './mint.ts';
import { createPeopleDirectory } from './people-directory.ts';
import { appClientId, mailServerClientId } from './provider-clients.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { providerHabits } from './provider-habits.ts';
import {
  defaultTokenShape,
  type MintOptions,
  type ProviderOptions,
  type TokenShape,
} from './provider-options.ts';
import { createSigningKey } from './signing-key.ts';

/** One request the provider got. No query, no body: codes and tokens travel there. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
}

/** A running OpenID provider on loopback. */
export interface SandboxProvider {
  /** `http://127.0.0.1:<port>`, without a slash. */
  readonly issuer: string;
  /** The public native app. */
  readonly clientId: string;
  /** The confidential client that may introspect, with HTTP Basic. */
  readonly mailServer: { readonly clientId: string; readonly clientSecret: string };
  readonly userInfoEndpoint: string;
  readonly introspectionEndpoint: string;
  readonly shape: TokenShape;
  /** An access token of a person without a browser, signed by the provider's own key. */
  mint(login: string, options?: MintOptions): Promise<string>;
  refreshTokenFor(login: string): Promise<string>;
  /** Login, refresh, UserInfo and introspection refuse this person from now on; a JWT lives on where it is only read. */
  disablePerson(login: string): void;
  enablePerson(login: string): void;
  /** Every request since the start, in order. */
  requestLog(): readonly LoggedRequest[];
  stop(): Promise<void>;
}

/**
 * Starts the real oidc-provider package on a free port of 127.0.0.1 with the people of the sandbox and pages of its
 * own: code + PKCE S256, `iss` in the answer (RFC 9207), refresh rotation with reuse detection, device code,
 * introspection, UserInfo, revocation, RP-initiated logout.
 */
export async function startProvider(options: ProviderOptions = {}): Promise<SandboxProvider> {
  const server = createServer();
  // As long as nginx keeps idle connections; Node's own 5 s are the exception among providers.
  server.keepAliveTimeout = 75_000;
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const { Provider, errors } = await loadProvider();
  const key = await createSigningKey();
  const shape = tokenShape(options);
  const people = createPeopleDirectory(options.people ?? sandboxPeople);
  const mailServer = { clientId: mailServerClientId, clientSecret: randomBytes(24).toString('base64url') };
  const provider = new Provider(
    issuer,
    providerConfiguration({
      key,
      people,
      shape,
      options,
      mailServerSecret: mailServer.clientSecret,
      InvalidTarget: errors.InvalidTarget,
    }),
  );
  const clockSkew = options.clockSkew ?? 0;
  const log: LoggedRequest[] = [];
  provider.use(async (context, next) => {
    log.push({ method: context.method, path: context.path });
    await next();
  });
  for (const habit of [...providerHabits({ key, people, options }), interactions(provider, people)]) {
    provider.use(habit);
  }
  // Koa prints what it answers 500 to; tests see the status, and a person the page.
  provider.silent = true;
  server.on('request', provider.callback());
  const accessTokenTtl = options.accessTokenTtl ?? 3600;
  const mint = createMint({ provider, key, people, shape, accessTokenTtl, clockSkew });
  return {
    issuer,
    clientId: appClientId,
    mailServer,
    userInfoEndpoint: `${issuer}/me`,
    introspectionEndpoint: `${issuer}/token/introspection`,
    shape,
    mint: mint.accessToken,
    refreshTokenFor: mint.refreshToken,
    disablePerson: (login) => people.setDisabled(login, true),
    enablePerson: (login) => people.setDisabled(login, false),
    requestLog: () => [...log],
    stop: () => stopped(server),
  };
}

function tokenShape(options: ProviderOptions): TokenShape {
  return {
    tokens: options.tokens ?? defaultTokenShape.tokens,
    audience: options.audience ?? defaultTokenShape.audience,
    scopeClaim: options.scopeClaim ?? defaultTokenShape.scopeClaim,
    releasedClaims: options.releasedClaims ?? defaultTokenShape.releasedClaims,
    claimsInAccessToken: options.claimsInAccessToken ?? defaultTokenShape.claimsInAccessToken,
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function stopped(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
