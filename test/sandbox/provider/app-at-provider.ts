import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as openid from 'openid-client';
import { onTestFinished } from 'vitest';
import type { ProviderOptions } from './provider-options.ts';
import { type SandboxProvider, startProvider } from './start-provider.ts';

/** A small app of the tests' own: what any OpenID client does, so that the provider is not proved by ours. */
export interface AppAtProvider {
  readonly provider: SandboxProvider;
  readonly config: openid.Configuration;
  /** A new authorization request. */
  request(extra?: Readonly<Record<string, string>>): Promise<AppRequest>;
}

export interface AppRequest {
  readonly url: URL;
  /** Exchanges the code of the address the browser came back to. */
  exchange(location: URL): Promise<openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers>;
}

/** Starts a provider that ends with the test, and an app that knows it. */
export async function startAppAtProvider(options: ProviderOptions = {}): Promise<AppAtProvider> {
  const provider = await startProvider(options);
  onTestFinished(() => provider.stop());
  const config = await openid.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    openid.None(),
    {
      execute: [openid.allowInsecureRequests],
    },
  );
  return { provider, config, request: (extra = {}) => newRequest(config, extra) };
}

async function newRequest(
  config: openid.Configuration,
  extra: Readonly<Record<string, string>>,
): Promise<AppRequest> {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const expectedState = openid.randomState();
  const expectedNonce = openid.randomNonce();
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: 'http://127.0.0.1:9/callback',
    scope: 'openid email profile offline_access',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...extra,
  });
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
  return { url, exchange: (location) => openid.authorizationCodeGrant(config, location, checks) };
}

/** A listener that notes the address the browser comes back to. */
export async function startReceiver(): Promise<{ readonly redirectUri: string; landed(): URL | undefined }> {
  let landed: URL | undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname === '/callback') landed = url;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Back at the app</title><p>Thank you.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { redirectUri: `http://127.0.0.1:${port}/callback`, landed: () => landed };
}
