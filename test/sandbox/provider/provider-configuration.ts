import { randomBytes } from 'node:crypto';
import type { Configuration, errors, KoaContextWithOIDC } from 'oidc-provider';
import { createMemoryAdapter } from './memory-adapter.ts';
import { pagePolicy } from './page-style.ts';
import { deviceCodePage, deviceConfirmPage, endPage, signOutPage } from './pages.ts';
import { claimsFor, type PeopleDirectory } from './people-directory.ts';
import { mailServerClientId, providerClients } from './provider-clients.ts';
import type { ProviderOptions, TokenShape } from './provider-options.ts';
import { type AccessTokenPayload, shapedPayload } from './shaped-payload.ts';
import type { SigningKey } from './signing-key.ts';

export const offeredScopes = ['openid', 'email', 'profile', 'offline_access'] as const;

export interface ConfigurationParts {
  readonly key: SigningKey;
  readonly people: PeopleDirectory;
  readonly shape: TokenShape;
  readonly options: ProviderOptions;
  readonly mailServerSecret: string;
  readonly InvalidTarget: typeof errors.InvalidTarget;
}

/** What the real oidc-provider package is told, so that it is the provider `options` ask for and warns of nothing. */
export function providerConfiguration(parts: ConfigurationParts): Configuration {
  const { key, people, shape, options } = parts;
  const resource = resourceOf(shape);
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [key.privateJwk] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    clients: providerClients(parts.mailServerSecret),
    scopes: [...offeredScopes],
    claims: { openid: ['sub'], email: ['email'], profile: ['preferred_username', 'name'] },
    // The UserInfo endpoint refuses tokens made for the mail server, so the id token must carry the claims itself.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: (_context, client, source) =>
      options.refreshTokens !== 'never' &&
      client.grantTypeAllowed('refresh_token') &&
      source.scopes.has('offline_access'),
    // Mail goes on when the browser's session ends; signing out of Gatepass revokes.
    expiresWithSession: () => false,
    ttl: {
      AccessToken: options.accessTokenTtl ?? 3600,
      AuthorizationCode: 60,
      DeviceCode: 600,
      Grant: 1_209_600,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 1_209_600,
      Session: 1_209_600,
    },
    clientBasedCORS: () => false,
    findAccount: (_context, login) => {
      const person = people.active(login);
      if (person === undefined) return undefined;
      return {
        accountId: person.login,
        claims: (_use, scope) => ({
          sub: person.login,
          ...claimsFor(person, new Set(scope.split(' ')), shape.releasedClaims),
        }),
      };
    },
    extraTokenClaims: (_context, token) => {
      if (!('accountId' in token)) return undefined;
      const person = people.active(token.accountId);
      if (person === undefined) return undefined;
      const claims = claimsFor(person, token.scopes, shape.releasedClaims);
      // An opaque token's claims are seen by introspection alone, which also names the person (RFC 7662 section 2.2).
      if (token.aud === undefined) return { username: person.login, ...claims };
      return shape.claimsInAccessToken ? claims : undefined;
    },
    formats: {
      customizers: {
        jwt: (_context, _token, parts) => {
          const payload = parts.payload as AccessTokenPayload;
          parts.payload = shapedPayload(payload, shape, options.clockSkew ?? 0);
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      introspection: {
        enabled: true,
        allowedPolicy: (_context, client, token) =>
          (client.clientId === mailServerClientId || client.clientId === token.clientId) &&
          (!('accountId' in token) || people.active(token.accountId) !== undefined),
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_context, client, token) => client.clientId === token.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => (shape.tokens === 'jwt' ? resource : undefined),
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, asked) => {
          if (shape.tokens !== 'jwt' || asked !== resource) throw new parts.InvalidTarget();
          return {
            audience: shape.audience,
            scope: offeredScopes.join(' '),
            accessTokenTTL: options.accessTokenTtl ?? 3600,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
      deviceFlow: {
        enabled: true,
        userCodeInputSource: (context, form, out, error) => {
          if (error?.name === 'AbortedError') {
            show(context, endPage('Cancelled', 'Nothing has been connected. You can close this page.'));
            return;
          }
          const code = error !== undefined && 'userCode' in error ? String(error.userCode) : '';
          const problem = error === undefined ? null : codeProblem(error.name, out?.error);
          show(context, deviceCodePage({ ...target(form), code, problem }));
        },
        userCodeConfirmSource: (context, form, client, _device, code) =>
          show(
            context,
            deviceConfirmPage({ ...target(form), app: client.clientName ?? client.clientId, code }),
          ),
        successSource: (context) =>
          show(
            context,
            endPage('Your device is connected', 'You can close this page and go back to your device.'),
          ),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => show(context, signOutPage(target(form))),
        postLogoutSuccessSource: (context) =>
          show(context, endPage('You are signed out', 'You can close this page.')),
      },
    },
    renderError: (context, out) =>
      show(
        context,
        endPage(
          'This did not work',
          'Close this page and start again in the app you came from.',
          out.error_description ?? out.error,
        ),
      ),
  };
}

/** A resource must be an absolute URI (RFC 8707 section 2), an audience need not be one. */
export function resourceOf(shape: TokenShape): string {
  return URL.canParse(shape.audience) ? shape.audience : `urn:audience:${encodeURIComponent(shape.audience)}`;
}

/** Shows one of our own pages. */
export function show(context: Pick<KoaContextWithOIDC, 'type' | 'body' | 'set'>, html: string): void {
  context.set('content-security-policy', pagePolicy);
  context.set('cache-control', 'no-store');
  context.type = 'html';
  context.body = html;
}

/** Where the package's own form goes to, and its guard against forged requests. */
function target(form: string): { readonly action: string; readonly xsrf: string } {
  const action = /action="([^"]*)"/.exec(form)?.[1];
  const xsrf = /name="xsrf" value="([^"]*)"/.exec(form)?.[1];
  if (action === undefined || xsrf === undefined) throw new Error('unexpected form of the provider package');
  return { action, xsrf };
}

function codeProblem(name: string, error: string | undefined): string {
  const words: Readonly<Record<string, string>> = {
    NoCodeError: 'Enter the code first.',
    NotFoundError: 'There is no such code. Check it and try again.',
    ExpiredError: 'This code is too old. Start again on your device.',
    AlreadyUsedError: 'This code has been used. Start again on your device.',
  };
  return words[name] ?? `That did not work (${error ?? name}). Start again on your device.`;
}
