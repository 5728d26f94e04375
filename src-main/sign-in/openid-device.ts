import type { Configuration } from 'openid-client';
import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import { Secret } from '../secret.ts';
import { authorizationParameters, narrowScopes, resourceOf } from './authorization-parameters.ts';
import { readDeviceCode } from './device-code.ts';
import type { IssuerMetadata } from './issuer-metadata.ts';
import { guarded, noDeviceCode } from './openid-fault.ts';
import { type DeviceAnswer, pollDeviceCode } from './poll-device-code.ts';
import type { PendingDevice, SignIn, SignInClient, SignInResult } from './sign-in.ts';
import { claimsOf, firstTokenSet } from './token-answer.ts';

/** What one call of openid-client needs. */
export interface OpenidConnection {
  readonly openid: typeof import('openid-client');
  readonly metadata: IssuerMetadata;
  readonly config: Configuration;
}

export interface OpenidDevicePorts {
  readonly clock: Clock;
  /** Each call has a connection of its own, because the signal is part of it. */
  readonly connect: (client: SignInClient, signal?: AbortSignal) => Promise<OpenidConnection>;
}

const grantType = 'urn:ietf:params:oauth:grant-type:device_code';

/**
 * The device half of the SignIn port (RFC 8628). openid-client makes and checks each request; it does not poll, since
 * its own waiting knows neither our clock nor an abort in between.
 */
export function createOpenidDevice(ports: OpenidDevicePorts): Pick<SignIn, 'beginDevice' | 'finishDevice'> {
  const { clock, connect } = ports;

  async function ask(
    client: SignInClient,
    pending: PendingDevice,
    signal: AbortSignal,
  ): Promise<DeviceAnswer<SignInResult>> {
    const { openid, metadata, config } = await connect(client, signal);
    const askedAt = clock.now();
    try {
      const answer = await guarded('device', client, signal, () =>
        openid.genericGrantRequest(config, grantType, {
          device_code: pending.deviceCode.reveal(),
          code_verifier: pending.codeVerifier.reveal(),
          ...resourceOf(client),
        }),
      );
      const asked = narrowScopes(client.scopes, metadata.scopesSupported);
      const tokens = firstTokenSet(client, answer, asked, askedAt);
      return { kind: 'done', result: { tokens, claims: claimsOf(answer) } };
    } catch (thrown) {
      switch (thrown instanceof Fault ? thrown.facts['error'] : undefined) {
        case 'authorization_pending':
          return { kind: 'pending' };
        case 'slow_down':
          return { kind: 'slow-down' };
        case 'expired_token':
          return { kind: 'expired' };
        default:
          throw thrown;
      }
    }
  }

  return {
    async beginDevice(client, signal) {
      const { openid, metadata, config } = await connect(client, signal);
      if (metadata.deviceAuthorizationEndpoint === null) throw noDeviceCode(client);
      const codeVerifier = openid.randomPKCECodeVerifier();
      const askedAt = clock.now();
      const answer = await guarded('device', client, signal, async () =>
        openid.initiateDeviceAuthorization(config, {
          ...authorizationParameters(client, metadata),
          // RFC 8628 has no PKCE; Keycloak wants it here too where the client must use it, others ignore it.
          code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        }),
      );
      const { deviceCode, ...read } = readDeviceCode(client, metadata, answer, askedAt);
      return { ...read, deviceCode: new Secret(deviceCode), codeVerifier: new Secret(codeVerifier) };
    },

    finishDevice: (client, pending, signal) =>
      pollDeviceCode(clock, {
        intervalMs: pending.intervalMs,
        deadlineAt: pending.expiresAt,
        ask: (askSignal) => ask(client, pending, askSignal),
        signal,
      }),
  };
}
