import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import { Secret } from '../secret.ts';
import { authorizationParameters, narrowScopes, resourceOf } from './authorization-parameters.ts';
import { discoverIssuer } from './discover-issuer.ts';
import type { IssuerMetadata } from './issuer-metadata.ts';
import { openidConfiguration } from './openid-configuration.ts';
import { createOpenidDevice, type OpenidConnection } from './openid-device.ts';
import { guarded } from './openid-fault.ts';
import type { IssuerDescription, IssuerKind, SignIn, SignInClient } from './sign-in.ts';
import { checkSamePerson, claimsOf, firstTokenSet, tokenSet } from './token-answer.ts';

const metadataLifeMs = 60 * 60 * 1000;

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

  async function connect(client: SignInClient, signal?: AbortSignal): Promise<OpenidConnection> {
    const kind = client.issuerKind ?? 'external';
    const [openid, metadata] = await Promise.all([
      import('openid-client'),
      metadataOf(client.issuer, kind, signal),
    ]);
    return { openid, metadata, config: openidConfiguration(openid, metadata, client, http, signal) };
  }

  return {
    async discover(issuer, options = {}) {
      const kind = options.kind ?? 'external';
      const metadata = await metadataOf(issuer, kind, options.signal);
      return describe(metadata, kind === 'stalwart' ? issuer : metadata.issuer);
    },

    async begin(client, redirectUri, loginHint, signal, prompt = null) {
      const { openid, metadata, config } = await connect(client, signal);
      const codeVerifier = openid.randomPKCECodeVerifier();
      const state = openid.randomState();
      const nonce = openid.randomNonce();
      const authorizationUrl = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        ...authorizationParameters(client, metadata),
        state,
        nonce,
        // Sent even where the metadata do not name it: Entra ID supports it without saying so.
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint === '' ? {} : { login_hint: loginHint }),
        ...(prompt === null ? {} : { prompt }),
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
      return { tokens: firstTokenSet(client, answer, asked, askedAt), claims: claimsOf(answer) };
    },

    ...createOpenidDevice({ clock, connect }),

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

    async endSessionUrl(client, signal) {
      const { openid, metadata, config } = await connect(client, signal);
      // The client id without `id_token_hint` (RP-Initiated Logout 1.0 section 2): the address becomes an argument of
      // the browser's process and a line in a terminal, where no token may be.
      return metadata.endSessionEndpoint === null ? null : openid.buildEndSessionUrl(config);
    },
  };
}

/** A provider that refuses to revoke leaves nothing to do but to forget the token (RFC 7009 section 2.2.1). */
function refusedToRevoke(error: unknown): false {
  if (error instanceof Fault && error.code === 'signin.provider-refused') return false;
  throw error;
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
