import { Fault, type FaultCode } from '../fault.ts';
import { providerError } from './provider-error.ts';
import type { SignInClient } from './sign-in.ts';

/** Which request went wrong: the same error means different things to people. */
export type OpenidStage = 'exchange' | 'refresh' | 'revoke' | 'device';

/** Runs a call of openid-client and maps what it throws. @throws the signal's reason when aborted */
export async function guarded<T>(
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

/**
 * What openid-client threw, as a Fault with the facts `issuer` and `clientId`, and `error` or `check` where there is
 * one. Its errors carry the provider's whole answer (tokens, codes, descriptions), so none of them becomes a `cause`:
 * only error codes and names of parameters get through.
 */
export async function openidFault(error: unknown, stage: OpenidStage, client: SignInClient): Promise<Fault> {
  if (error instanceof Fault) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Fault) {
    return cause.code === 'server.broken' ? broken(client, 'it is too large or cut short', true) : cause;
  }
  if (!(error instanceof Error) || !('code' in error))
    return new Fault('bug', `openid-client: ${nameOf(error)}`);
  switch (error.code) {
    case 'OAUTH_AUTHORIZATION_RESPONSE_ERROR':
      return refusal(client, providerError('error' in error ? error.error : null), 'authorize');
    case 'OAUTH_RESPONSE_BODY_ERROR':
      return refusal(client, providerError('error' in error ? error.error : null), stage);
    case 'OAUTH_WWW_AUTHENTICATE_CHALLENGE':
      return refusal(client, await challengedError(error), stage);
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
    case 'OAUTH_INVALID_RESPONSE':
      return invalidAnswer(client, error.cause instanceof Error ? error.cause.message : error.message);
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return broken(client, 'the id token is out of date, or this clock is wrong');
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return unexpectedStatus(client, cause, stage);
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
      return cause instanceof Response && !cause.ok
        ? unexpectedStatus(client, cause, stage)
        : broken(client, 'it is not JSON');
    case 'OAUTH_PARSE_ERROR':
      return broken(client, 'it is not JSON');
    default:
      return broken(client, String(error.code).toLowerCase().replaceAll('_', ' '));
  }
}

/** An answer that breaks the protocol; `check` says where, as it stands in the message. */
export function broken(client: SignInClient, check: string, retryable = false): Fault {
  return new Fault('signin.provider-broken', check, { retryable, facts: { ...factsOf(client), check } });
}

/** An answer that belongs to another sign-in or another person (RFC 9700 section 4.4). */
export function mismatch(client: SignInClient, check: string): Fault {
  return new Fault('signin.mismatch', check, { facts: { ...factsOf(client), check } });
}

/** The issuer has no device flow, or not for this client. */
export function noDeviceCode(client: SignInClient): Fault {
  return new Fault('signin.no-device-code', 'no device flow', { facts: factsOf(client) });
}

function factsOf(client: SignInClient) {
  return { issuer: client.issuer, clientId: client.clientId };
}

function refusal(client: SignInClient, error: string, stage: OpenidStage | 'authorize'): Fault {
  const code = refusalCode(error, stage);
  if (code === 'signin.no-device-code') return noDeviceCode(client);
  const needed = code === 'signin.needed' ? { reason: 'the sign-in service ended the session' } : {};
  return new Fault(code, `provider: ${error}`, {
    retryable: error === 'temporarily_unavailable' || error === 'server_error',
    facts: { ...factsOf(client), ...needed, error },
  });
}

/**
 * RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6. At a refresh everything that only a person could
 * put right means: sign in again.
 */
function refusalCode(error: string, stage: OpenidStage | 'authorize'): FaultCode {
  switch (error) {
    case 'invalid_client':
      return 'signin.client-unknown';
    case 'unauthorized_client':
      // Keycloak, Entra ID and Hydra say it of a client that they know, but without the device flow.
      return stage === 'device' ? 'signin.no-device-code' : 'signin.client-unknown';
    case 'unsupported_grant_type':
      return stage === 'device' ? 'signin.no-device-code' : 'signin.provider-refused';
    case 'invalid_redirect_uri':
    case 'redirect_uri_mismatch':
      return 'signin.redirect-refused';
    case 'access_denied':
    case 'consent_required':
    case 'interaction_required':
    case 'login_required':
    case 'account_selection_required':
    case 'invalid_grant':
    case 'expired_token':
      if (stage === 'refresh') return 'signin.needed';
      // Of an authorization code Stalwart says it when the code is stale, and no person has denied anything.
      return error === 'access_denied' && (stage === 'authorize' || stage === 'device')
        ? 'signin.denied'
        : 'signin.provider-refused';
    default:
      return 'signin.provider-refused';
  }
}

/** Providers that answer 401 with a challenge (RFC 6749 section 5.2) name the error in the body all the same. */
async function challengedError(error: Error): Promise<string> {
  const response = 'response' in error && error.response instanceof Response ? error.response : null;
  if (response === null) return 'unnamed_error';
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'error' in body) return providerError(body.error);
  } catch {
    // No JSON: the status has to do.
  }
  return response.status === 401 ? 'invalid_client' : 'unnamed_error';
}

/** openid-client quotes the name of what it refused in its message, which is a fixed text. */
function invalidAnswer(client: SignInClient, message: string): Fault {
  const name = /(?<!^)"([a-z_]{2,30})"|^"([a-z_]{2,30})" parameter/
    .exec(message)
    ?.slice(1)
    .find((found) => found);
  switch (name) {
    case 'iss':
    case 'state':
    case 'nonce':
    case 'aud':
    case 'azp':
      return mismatch(client, name);
    case 'alg':
      return broken(client, 'the id token is not signed as it must be');
    case undefined:
      return broken(client, 'it is malformed');
    default:
      return broken(client, `${name} is not right`);
  }
}

function unexpectedStatus(client: SignInClient, response: unknown, stage: OpenidStage): Fault {
  const status = response instanceof Response ? response.status : 0;
  // authentik without a device flow set up.
  if (status === 404 && stage === 'device') return noDeviceCode(client);
  if (status >= 300 && status < 400) return broken(client, 'it is a redirect');
  return broken(client, `status ${status}`, status >= 500 || status === 429);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
