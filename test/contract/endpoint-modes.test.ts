import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IntrospectionAuth, OidcEndpointOptions } from '../sandbox/stalwart/oidc-endpoint-directory.ts';
import { startStalwart } from '../sandbox/stalwart/start-stalwart.ts';
import { createLabels, type Labels } from './labels.ts';
import { type EndpointRequest, type HttpExchange, recordedFiles } from './recorded-exchange.ts';
import { type RecordingEndpoint, startRecordingEndpoint } from './recording-endpoint.ts';
import { createReplay } from './replay.ts';
import { startTokenMint, type TokenMint } from './token-mint.ts';

const file = '6-oidc-endpoint-modes.json';
const recordedHost = '127.0.0.1:9091';
const exchanges = (recordedFiles('0.15.5').find(({ name }) => name === file)?.exchanges ?? []).filter(
  (exchange): exchange is HttpExchange => exchange.protocol === 'http',
);

/** The directory's settings, which each exchange's name tells. */
function settingsOf(name: string, url: string): OidcEndpointOptions {
  const auth = /^introspect, auth ([a-z-]+)/.exec(name)?.[1];
  return {
    url,
    method: auth === undefined ? { kind: 'userinfo' } : { kind: 'introspect', auth: authOf(auth) },
    timeoutSeconds: 0.3,
    fields: {
      email: 'email',
      fullName: 'name',
      ...(name.includes('fields.username') ? { username: 'username' } : {}),
    },
  };
}

function authOf(kind: string): IntrospectionAuth {
  switch (kind) {
    case 'basic':
      return { kind, username: 'stalwart', secret: 's3cret' };
    case 'token':
      return { kind, token: 'static-token' };
    case 'user-token':
      return { kind };
    default:
      return { kind: 'none' };
  }
}

async function fillRequest(recorded: EndpointRequest, labels: Labels, host: string) {
  const filled = await labels.fill(JSON.stringify(recorded));
  const request: EndpointRequest = JSON.parse(filled.replaceAll(recordedHost, host));
  return request;
}

describe('what 0.15.5 sends to the configured endpoint, and what comes of the answer', () => {
  let mint: TokenMint;
  let endpoint: RecordingEndpoint;
  beforeAll(async () => {
    mint = await startTokenMint(Date.now);
    endpoint = await startRecordingEndpoint();
  });
  afterAll(async () => {
    await endpoint?.stop();
    await mint?.stop();
  });

  for (const exchange of exchanges) {
    it(exchange.name, async () => {
      const labels = createLabels(mint, true);
      const server = await startStalwart({
        version: '0.15.5',
        issuer: null,
        endpoint: settingsOf(exchange.name, endpoint.url),
        publicUrl: 'http://localhost:18080',
        domains: [],
        refusalDelay: { min: 0, max: 0 },
      });
      try {
        const replay = createReplay('0.15.5', server, mint.issuer, labels, exchanges, new Set());
        expect(await replay.http(file, exchange)).toEqual([]);
        const host = new URL(endpoint.url).host;
        const wanted = (exchange.toEndpoint ?? []).map((request) => fillRequest(request, labels, host));
        expect(endpoint.take()).toEqual(await Promise.all(wanted));
      } finally {
        await server.stop();
      }
    });
  }
});
