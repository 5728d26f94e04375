import { Fault } from '../fault.ts';
import type { Http, HttpResponse } from '../platform/http.ts';
import { type IssuerMetadata, invalidIssuer, parseIssuer, readIssuerMetadata } from './issuer-metadata.ts';
import type { IssuerKind } from './sign-in.ts';

/** Real documents have 1 to 10 KB. */
const maxBytes = 256 * 1024;
const deadlineMs = 10_000;

/**
 * Loads an issuer's metadata: OpenID Connect Discovery first, then RFC 8414, which puts the well-known part before
 * the issuer's path instead of after it. Redirects are refused: what is behind one was not chosen by anybody
 * (draft-ietf-mailmaint-oauth-public-06).
 *
 * @throws Fault issuer.invalid (facts `issuer`, `check`), issuer.unreachable (the provider answers 5xx or 429), network.*
 */
export async function discoverIssuer(
  http: Http,
  issuer: string,
  kind: IssuerKind,
  signal?: AbortSignal,
): Promise<IssuerMetadata> {
  const urls = metadataUrls(parseIssuer(issuer));
  let refused = invalidIssuer(issuer, 'it has no metadata document');
  for (const [index, url] of urls.entries()) {
    const response = await load(http, url, issuer, signal);
    if (response.status === 200) {
      const metadata = readIssuerMetadata(response.body, issuer, kind);
      const others = kind === 'stalwart' && metadata.deviceAuthorizationEndpoint === null;
      return others ? withDevice(http, metadata, urls.slice(index + 1), issuer, signal) : metadata;
    }
    if (response.status >= 500 || response.status === 429) {
      throw new Fault('issuer.unreachable', `status ${response.status}`, {
        retryable: true,
        facts: { issuer, reason: `status ${response.status}` },
      });
    }
    // Of two refusals the redirect tells more: it is a web server that is not set up (Nextcloud's well-known path).
    if (response.status >= 300 && response.status < 400)
      refused = invalidIssuer(issuer, 'its metadata document is behind a redirect');
  }
  throw refused;
}

/** Before 0.15.2 only the RFC 8414 document of Stalwart names the device endpoint. */
async function withDevice(
  http: Http,
  metadata: IssuerMetadata,
  urls: readonly URL[],
  issuer: string,
  signal?: AbortSignal,
): Promise<IssuerMetadata> {
  for (const url of urls) {
    const response = await load(http, url, issuer, signal);
    if (response.status !== 200) continue;
    const { deviceAuthorizationEndpoint } = readIssuerMetadata(response.body, issuer, 'stalwart');
    return { ...metadata, deviceAuthorizationEndpoint };
  }
  return metadata;
}

function metadataUrls(issuer: URL): readonly URL[] {
  const path = issuer.pathname.replace(/\/$/, '');
  return [
    new URL(`${path}/.well-known/openid-configuration`, issuer),
    new URL(`/.well-known/oauth-authorization-server${path}`, issuer),
  ];
}

async function load(http: Http, url: URL, issuer: string, signal?: AbortSignal): Promise<HttpResponse> {
  try {
    return await http.send({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      maxBytes,
      deadlineMs,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof Fault && error.code === 'server.broken')
      throw invalidIssuer(issuer, 'its metadata document is too large or cut short');
    if (error instanceof Fault && error.code === 'network.redirected')
      throw invalidIssuer(issuer, 'its metadata document is behind a redirect');
    throw error;
  }
}
