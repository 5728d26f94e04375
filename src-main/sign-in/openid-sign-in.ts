import type { Configuration, TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import { Secret } from '../secret.ts';
import { discoverIssuer } from './discover-issuer.ts';
import type { IssuerMetadata } from './issuer-metadata.ts';
import { broken, mismatch, type OpenidStage, openidFault } from './openid-fault.ts';
import { createOpenidFetch } from './openid-fetch.ts';
import type { IssuerDescription, IssuerKind, SignedInClaims, SignIn, SignInClient } from './sign-in.ts';
import type { TokenSet } from './token-set.ts';

type Openid = typeof import('openid-client');
type TokenAnswer = TokenEndpointResponse & TokenEndpointResponseHelpers;

const metadataLifeMs = 60 * 60 * 1000;

/** People's clocks are minutes off more often than an id token fetched over TLS is a replay. */
const clockToleranceSeconds = 300;

/**
 * The SignIn port over openid-client 6. That library is loaded at the first use, because most runs of the command
 * line never sign in. Id tokens come straight from the token endpoint over TLS, whose certificate vouches for them
 * (OpenID Connect Core 3.1.3.7, rule 6); their claims are shown, never relied on, so the keys are not fetched: that
 * would be one more round trip while a person waits.
 */
export function createOpenidSignIn(ports: { readonly http: Http; readonly clock: Clock }): SignIn {
  const { http, clock } = ports;
  const cache = new Map<string, { readonly metadata: IssuerMetadata; readonly until: number }>();

  async function metadataOf(issuer: string, kind: IssuerKind, signal?: AbortSignal): Promise<IssuerMetadata> {
    const key = `${kind} ${issuer}`;
    const known = cache.get(key);
    if (known !== undefined && known.until > clock.now()) return known.metadata;
    const metadata = await discoverIssuer(http, issuer, kind, signal);
    cache.set(key, { metadata, until: clock.now() + metadataLifeMs });
    return metadata;
  }

  async function connect(client: SignInClient, signal?: AbortSignal) {
    const kind = client.issuerKind ?? 'external';
    const [openid, metadata] = await Promise.all([
      import('openid-client'),
      metadataOf(client.issuer, kind, signal),
    ]);
    return { openid, metadata, config: configure(openid, metadata, client, http, signal) };
  }

  return {
    async discover(issuer, options = {}) {
      const kind = options.kind ?? 'external';
      const metadata = await metadataOf(issuer, kind, options.signal);
      return describe(metadata, kind === 'stalwart' ? issuer : metadata.issuer);
    },

    async begin(client, redirectUri, loginHint, signal) {
      const { openid, metadata, config } = await connect(client, signal);
      const codeVerifier = openid.randomPKCECodeVerifier();
      const state = openid.randomState();
      const nonce = openid.randomNonce();
      const authorizationUrl = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: narrowScopes(client.scopes, metadata.scopesSupported).join(' '),
        state,
        nonce,
        // Sent even where the metadata do not name it: Entra ID supports it without saying so.
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint === '' ? {} : { login_hint: loginHint }),
        ...(client.audience === null ? {} : { audience: client.audience }),
        ...resourceOf(client),
      });
      return { authorizationUrl, redirectUri, state, nonce, codeVerifier: new Secret(codeVerifier) };
    },

    async finish(client, pending, callback, signal) {
      const { openid, metadata, config } = await connect(client, signal);
      // The token request must repeat the redirect address exactly, whatever host the browser was sent to.
      const landed = new URL(pending.redirectUri);
      landed.search = callback.search;
      const askedAt = clock.now();
      const answer = await guarded('exchange', client, signal, () =>
        openid.authorizationCodeGrant(
          config,
          landed,
          {
            expectedState: pending.state,
            expectedNonce: pending.nonce,
            pkceCodeVerifier: pending.codeVerifier.reveal(),
            idTokenExpected: true,
          },
          resourceOf(client),
        ),
      );
      const asked = narrowScopes(client.scopes, metadata.scopesSupported);
      const nothing: TokenSet = {
        accessToken: new Secret(''),
        refreshToken: null,
        idToken: null,
        expiresAt: null,
        scopes: asked,
      };
      return { tokens: tokenSet(client, answer, nothing, askedAt), claims: claimsOf(answer) };
    },

    async refresh(client, held, signal) {
      const refreshToken = held.refreshToken;
      if (refreshToken === null) throw noRefreshToken(client);
      const { openid, config } = await connect(client, signal);
      const askedAt = clock.now();
      const answer = await guarded('refresh', client, signal, () =>
        openid.refreshTokenGrant(config, refreshToken.reveal(), resourceOf(client)),
      );
      checkSamePerson(client, answer, held);
      return tokenSet(client, answer, held, askedAt);
    },

    async revoke(client, tokens, signal) {
      const { openid, metadata, config } = await connect(client, signal);
      if (metadata.revocationEndpoint === null) return 'not-offered';
      let revoked = false;
      // The refresh token first: with it goes, at most providers, everything made from it (RFC 7009 section 2.1).
      for (const [token, hint] of [
        [tokens.refreshToken, 'refresh_token'],
        [tokens.accessToken, 'access_token'],
      ] as const) {
        if (token === null) continue;
        const done = await guarded('revoke', client, signal, () =>
          openid.tokenRevocation(config, token.reveal(), { token_type_hint: hint }).then(() => true),
        ).catch(refusedToRevoke);
        revoked ||= done;
      }
      return revoked ? 'revoked' : 'not-offered';
    },

    async endSessionUrl(client, tokens, signal) {
      const { openid, metadata, config } = await connect(client, signal);
      if (metadata.endSessionEndpoint === null) return null;
      return openid.buildEndSessionUrl(
        config,
        tokens.idToken === null ? {} : { id_token_hint: tokens.idToken.reveal() },
      );
    },
  };
}

function configure(
  openid: Openid,
  metadata: IssuerMetadata,
  client: SignInClient,
  http: Http,
  signal?: AbortSignal,
): Configuration {
  const server = {
    issuer: metadata.issuer,
    authorization_endpoint: metadata.authorizationEndpoint,
    token_endpoint: metadata.tokenEndpoint,
    ...(metadata.revocationEndpoint === null ? {} : { revocation_endpoint: metadata.revocationEndpoint }),
    ...(metadata.endSessionEndpoint === null ? {} : { end_session_endpoint: metadata.endSessionEndpoint }),
    id_token_signing_alg_values_supported: [...metadata.idTokenAlgorithms],
    authorization_response_iss_parameter_supported: metadata.issInResponse,
  };
  // A public client: no secret (RFC 8252 section 8.5).
  const options = { [openid.clockTolerance]: clockToleranceSeconds };
  const config = new openid.Configuration(server, client.clientId, options, openid.None());
  config[openid.customFetch] = createOpenidFetch(http, signal);
  // The Http port has the deadline.
  config.timeout = 0;
  // Where an address may be http (loopback, or an issuer on loopback) was decided when the metadata were read.
  if (new URL(metadata.tokenEndpoint).protocol === 'http:') openid.allowInsecureRequests(config);
  return config;
}

/** Wanted scopes the provider offers, in the wanted order; `openid` always, or there would be no id token. */
export function narrowScopes(
  wanted: readonly string[],
  supported: readonly string[] | null,
): readonly string[] {
  const offered = wanted.filter(
    (scope) => scope === 'openid' || supported === null || supported.includes(scope),
  );
  const distinct = [...new Set(offered)];
  return distinct.includes('openid') ? distinct : ['openid', ...distinct];
}

/** RFC 8707 section 2: `resource` is an absolute URI without a fragment; sent in every request of the sign-in. */
function resourceOf(client: SignInClient): { resource?: string } {
  const audience = client.audience;
  return audience !== null && URL.canParse(audience) && !audience.includes('#') ? { resource: audience } : {};
}

async function guarded<T>(
  stage: OpenidStage,
  client: SignInClient,
  signal: AbortSignal | undefined,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    signal?.throwIfAborted();
    throw await openidFault(error, stage, client);
  }
}

/** A provider that refuses to revoke leaves nothing to do but to forget the token (RFC 7009 section 2.2.1). */
function refusedToRevoke(error: unknown): false {
  if (error instanceof Fault && error.code === 'signin.provider-refused') return false;
  throw error;
}

function tokenSet(client: SignInClient, answer: TokenAnswer, held: TokenSet, askedAt: number): TokenSet {
  // A sender-constrained token (DPoP, mTLS) is of no use to a mail server: IMAP and SMTP carry bearer tokens only.
  if (answer.token_type !== 'bearer') {
    throw broken(client, 'its tokens are bound to a key (DPoP), which no mail app can use');
  }
  return {
    accessToken: new Secret(answer.access_token),
    refreshToken: answer.refresh_token === undefined ? held.refreshToken : new Secret(answer.refresh_token),
    idToken: answer.id_token === undefined ? held.idToken : new Secret(answer.id_token),
    expiresAt: answer.expires_in === undefined ? null : askedAt + answer.expires_in * 1000,
    // RFC 6749 section 5.1: left out when it is what was asked for.
    scopes:
      answer.scope === undefined ? held.scopes : answer.scope.split(' ').filter((scope) => scope !== ''),
  };
}

function claimsOf(answer: TokenAnswer): SignedInClaims {
  const claims = answer.claims();
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 320) : null);
  return {
    subject: claims?.sub ?? '',
    email: text(claims?.['email']),
    preferredUsername: text(claims?.['preferred_username']),
    name: text(claims?.['name']),
  };
}

/** OpenID Connect Core 12.2: a refreshed id token is about the same person. */
function checkSamePerson(client: SignInClient, answer: TokenAnswer, held: TokenSet): void {
  const fresh = answer.claims()?.sub;
  const before = held.idToken === null ? null : subjectOf(held.idToken);
  if (fresh !== undefined && before !== null && fresh !== before) {
    throw mismatch(client, 'sub');
  }
}

/** `sub` of an id token that was checked when it came. */
function subjectOf(idToken: Secret): string | null {
  try {
    const payload: unknown = JSON.parse(
      atob((idToken.reveal().split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')),
    );
    return typeof payload === 'object' &&
      payload !== null &&
      'sub' in payload &&
      typeof payload.sub === 'string'
      ? payload.sub
      : null;
  } catch {
    return null;
  }
}

function noRefreshToken(client: SignInClient): Fault {
  const reason = 'the sign-in service gave no lasting session';
  return new Fault('signin.needed', 'no refresh token', { facts: { issuer: client.issuer, reason } });
}

function describe(metadata: IssuerMetadata, issuer: string): IssuerDescription {
  return {
    issuer,
    authorizationEndpoint: metadata.authorizationEndpoint,
    scopesSupported: metadata.scopesSupported,
    canRevoke: metadata.revocationEndpoint !== null,
    canEndSession: metadata.endSessionEndpoint !== null,
    deviceCode: metadata.deviceAuthorizationEndpoint !== null,
  };
}
