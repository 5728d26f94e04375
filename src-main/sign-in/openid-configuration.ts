import type { Configuration } from 'openid-client';
import type { Http } from '../platform/http.ts';
import type { IssuerMetadata } from './issuer-metadata.ts';
import { createOpenidFetch } from './openid-fetch.ts';
import type { SignInClient } from './sign-in.ts';

/** People's clocks are minutes off more often than an id token fetched over TLS is a replay. */
const clockToleranceSeconds = 300;

/**
 * What openid-client must know for one call: cheap, so that each call has its own signal.
 * @param openid the library, which the caller has loaded
 */
export function openidConfiguration(
  openid: typeof import('openid-client'),
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
    ...(metadata.deviceAuthorizationEndpoint === null
      ? {}
      : { device_authorization_endpoint: metadata.deviceAuthorizationEndpoint }),
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
