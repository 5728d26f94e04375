import { randomBytes } from 'node:crypto';
import type { Client, Provider } from 'oidc-provider';
import { claimsFor, type PeopleDirectory } from './people-directory.ts';
import { appClientId } from './provider-clients.ts';
import { offeredScopes, resourceOf } from './provider-configuration.ts';
import type { MintOptions, TokenShape } from './provider-options.ts';
import { shapedPayload } from './shaped-payload.ts';
import type { SigningKey } from './signing-key.ts';

/** Tokens without a browser, for tests of what a mail server makes of them. */
export interface Mint {
  /** An access token of the person: as the provider issues it but for `options`. */
  accessToken(login: string, options?: MintOptions): Promise<string>;
  /** A refresh token as the app gets it at a sign-in with `offline_access`. */
  refreshToken(login: string): Promise<string>;
}

export interface MintParts {
  readonly provider: Provider;
  readonly key: SigningKey;
  readonly people: PeopleDirectory;
  readonly shape: TokenShape;
  /** Seconds. */
  readonly accessTokenTtl: number;
  /** Seconds. */
  readonly clockSkew: number;
}

export function createMint(parts: MintParts): Mint {
  const { provider, key, people, accessTokenTtl } = parts;

  async function jwt(login: string, shape: TokenShape, options: MintOptions): Promise<string> {
    const scopes = options.scopes ?? offeredScopes;
    const person = people.active(login);
    if (person === undefined) throw new Error(`nobody is called ${login}`);
    const now = Math.floor(Date.now() / 1000);
    const expiresIn = options.expiresIn ?? accessTokenTtl;
    const payload = {
      ...(shape.claimsInAccessToken ? claimsFor(person, new Set(scopes), shape.releasedClaims) : {}),
      jti: randomBytes(16).toString('base64url'),
      sub: login,
      // One that is over was issued an hour before that.
      iat: expiresIn > 0 ? now : now + expiresIn - 3600,
      exp: now + expiresIn,
      scope: scopes.join(' '),
      client_id: appClientId,
      iss: provider.issuer,
    };
    const shaped = { ...shapedPayload(payload, shape, parts.clockSkew), ...options.claims };
    return options.foreignKey === true ? key.forge(shaped) : key.sign(shaped, 'at+jwt');
  }

  async function opaque(login: string, options: MintOptions): Promise<string> {
    const scope = (options.scopes ?? offeredScopes).join(' ');
    const { client, grantId } = await grant(login, scope, undefined);
    const expiresIn = options.expiresIn ?? accessTokenTtl;
    const token = new provider.AccessToken({
      accountId: login,
      client,
      grantId,
      scope,
      gty: 'authorization_code',
      expiresWithSession: false,
      expiresIn: Math.max(1, expiresIn),
    });
    const value = await token.save();
    // The provider forgets what is over, and gives the same answer to both.
    if (expiresIn <= 0) await token.destroy();
    return value;
  }

  async function grant(
    login: string,
    scope: string,
    resource: string | undefined,
  ): Promise<{ client: Client; grantId: string }> {
    if (people.active(login) === undefined) throw new Error(`nobody is called ${login}`);
    const client = await provider.Client.find(appClientId);
    if (client === undefined) throw new Error('the app is not registered');
    const granted = new provider.Grant({ accountId: login, clientId: appClientId });
    granted.addOIDCScope(scope);
    if (resource !== undefined) granted.addResourceScope(resource, scope);
    return { client, grantId: await granted.save() };
  }

  return {
    accessToken: (login, options = {}) => {
      const shape = { ...parts.shape, ...options };
      return shape.tokens === 'jwt' ? jwt(login, shape, options) : opaque(login, options);
    },
    refreshToken: async (login) => {
      const scope = offeredScopes.join(' ');
      const resource = parts.shape.tokens === 'jwt' ? resourceOf(parts.shape) : undefined;
      const { client, grantId } = await grant(login, scope, resource);
      const token = new provider.RefreshToken({
        accountId: login,
        client,
        grantId,
        scope,
        gty: 'authorization_code',
        expiresWithSession: false,
        authTime: Math.floor(Date.now() / 1000),
        rotations: 0,
        ...(resource === undefined ? {} : { resource }),
      });
      return token.save();
    },
  };
}
