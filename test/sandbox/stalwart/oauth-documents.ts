import type { ServerContext } from './server-context.ts';

const scopes = [
  'openid',
  'offline_access',
  'urn:ietf:params:oauth:scope:mail',
  'urn:ietf:params:oauth:scope:contacts',
  'urn:ietf:params:oauth:scope:calendars',
];
const grants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'];
const legacyGrants = ['authorization_code', 'implicit', 'urn:ietf:params:oauth:grant-type:device_code'];
const clientAuth = ['none', 'client_secret_post', 'client_secret_basic'];
const signing = [
  ...['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'PS256', 'PS384', 'PS512'],
  ...['HS256', 'HS384', 'HS512'],
];
const claims = ['sub', 'name', 'preferred_username', 'email', 'email_verified'];

type Document = Readonly<Record<string, unknown>>;

/** `/.well-known/openid-configuration`. @param base empty: relative endpoints, as `/api/discover` shows on plain http */
export function openidConfiguration({ traits }: ServerContext, base: string): Document {
  const current = traits.generation === 'jmap';
  return {
    issuer: base,
    authorization_endpoint: `${base}${current ? '/login' : '/authorize/code'}`,
    token_endpoint: `${base}/auth/token`,
    userinfo_endpoint: `${base}/auth/userinfo`,
    jwks_uri: `${base}/auth/jwks.json`,
    registration_endpoint: `${base}/auth/register`,
    ...(traits.deviceEndpointPublished ? { device_authorization_endpoint: `${base}/auth/device` } : {}),
    scopes_supported: current ? scopes : scopes.slice(0, 2),
    response_types_supported: current ? ['code'] : ['code', 'id_token', 'id_token token'],
    subject_types_supported: ['public'],
    grant_types_supported: current ? grants : legacyGrants,
    ...(current ? { token_endpoint_auth_methods_supported: clientAuth } : {}),
    id_token_signing_alg_values_supported: signing,
    claims_supported: claims,
    ...(current ? { code_challenge_methods_supported: ['S256'] } : {}),
    ...(traits.modernOAuth ? { authorization_response_iss_parameter_supported: true } : {}),
  };
}

/** `/.well-known/oauth-authorization-server` (RFC 8414). */
export function authorizationServer({ traits }: ServerContext, base: string): Document {
  const current = traits.generation === 'jmap';
  return {
    issuer: base,
    token_endpoint: `${base}/auth/token`,
    authorization_endpoint: `${base}${current ? '/login' : '/authorize/code'}`,
    device_authorization_endpoint: `${base}/auth/device`,
    registration_endpoint: `${base}/auth/register`,
    introspection_endpoint: `${base}/auth/introspect`,
    grant_types_supported: current ? grants : legacyGrants,
    response_types_supported: current ? ['code'] : ['code', 'id_token', 'code token', 'id_token token'],
    scopes_supported: current
      ? scopes
      : [
          ...scopes.slice(0, 2),
          ...['core', 'mail', 'submission', 'vacationresponse'].map((name) => `urn:ietf:params:jmap:${name}`),
        ],
    ...(current
      ? {
          token_endpoint_auth_methods_supported: clientAuth,
          code_challenge_methods_supported: ['S256'],
        }
      : {}),
    ...(traits.modernOAuth ? { authorization_response_iss_parameter_supported: true } : {}),
  };
}

/** `/.well-known/oauth-protected-resource` (RFC 9728): names the server itself, even with an external provider. */
export function protectedResource(base: string): Document {
  return {
    resource: base,
    authorization_servers: [base],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
  };
}

/** `/.well-known/user-agent-configuration.json` (draft-ietf-mailmaint-pacc-02): hosts only, no ports. */
export function userAgentConfiguration(hostname: string, issuer: string): Document {
  const url = (path: string) => ({ url: `https://${hostname}${path}` });
  const host = { host: hostname };
  return {
    protocols: {
      jmap: url('/jmap/session'),
      imap: host,
      pop3: host,
      smtp: host,
      caldav: url('/dav/cal/'),
      carddav: url('/dav/card/'),
      webdav: url('/dav/file/'),
      managesieve: host,
    },
    authentication: { 'oauth-public': { issuer }, password: true },
    info: { provider: { name: 'Stalwart' } },
  };
}
