import type { Configuration } from 'oidc-provider';

/** The app of the sandbox: public, native, loopback redirects on any port (RFC 8252 section 7.3). */
export const appClientId = 'gatepass';

/** The mail server, which may ask what a token is worth (RFC 7662). */
export const mailServerClientId = 'stalwart';

const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Who is registered at the provider. */
export function providerClients(mailServerSecret: string): Configuration['clients'] {
  return [
    {
      client_id: appClientId,
      client_name: 'Gatepass',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
      grant_types: ['authorization_code', 'refresh_token', deviceCodeGrant],
      response_types: ['code'],
    },
    {
      client_id: mailServerClientId,
      client_secret: mailServerSecret,
      client_name: 'Mail server',
      redirect_uris: [],
      grant_types: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ];
}
