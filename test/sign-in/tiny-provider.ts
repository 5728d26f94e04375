import { createServer, type RequestListener, type Server } from 'node:http';

export interface TinyProvider {
  readonly issuer: string;
  /** Paths that were asked for, with the body of a POST. */
  readonly requests: { readonly path: string; readonly body: string }[];
  stop(): Promise<void>;
}

/** The real oidc-provider package on loopback, with one public native client `gatepass` and its own login form. */
export async function startTinyProvider(
  options: { readonly accessTokenTtl?: number } = {},
): Promise<TinyProvider> {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  // The package has no type declarations.
  const name: string = 'oidc-provider';
  const { Provider } = (await import(name)) as {
    Provider: new (issuer: string, options: object) => { callback(): RequestListener };
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'gatepass',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/callback'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email'], profile: ['preferred_username', 'name'] },
    conformIdTokenClaims: false,
    features: { revocation: { enabled: true }, deviceFlow: { enabled: true } },
    // Without prompt=consent the package takes offline_access away (OpenID Connect Core 11).
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: options.accessTokenTtl ?? 3600,
      IdToken: 3600,
      RefreshToken: 86_400,
      Grant: 86_400,
      Session: 3600,
      Interaction: 3600,
    },
    cookies: { keys: ['tiny'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.org`, preferred_username: id, name: 'Alice Example' }),
    }),
  });
  const requests: { path: string; body: string }[] = [];
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const entry = { path: request.url ?? '', body: '' };
    requests.push(entry);
    request.on('data', (chunk: Buffer) => {
      entry.body += chunk.toString();
    });
    callback(request, response);
  });
  return { issuer, requests, stop: () => stopped(server) };
}

export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export async function stopped(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/**
 * A person with a browser: follows the link, fills every form in and sends it, until the provider sends the browser
 * to another place than its own. Returns that place without going there.
 */
export async function signInByForm(start: URL, fields: Readonly<Record<string, string>>): Promise<URL> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | null = null;
  for (let hop = 0; hop < 20; hop++) {
    if (url.origin !== start.origin) return url;
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [key = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(key, value);
    }
    const location = response.headers.get('location');
    const page = await response.text();
    form = null;
    if (location !== null) {
      url = new URL(location, url);
      continue;
    }
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`no form on ${url.pathname}: ${response.status}`);
    url = new URL(action, url);
    form = new URLSearchParams(fields);
    for (const [, key = '', value = ''] of page.matchAll(
      /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
    )) {
      form.set(key, value);
    }
  }
  throw new Error('too many steps');
}
