import { parseArgs } from 'node:util';

/** What `npm run test:live` is told of the server and of a person who has a mailbox there. */
export interface LiveOptions {
  readonly server: string;
  readonly issuer: string | null;
  readonly clientId: string | null;
  readonly login: string;
  readonly password: string;
  /** Typed into Gatepass. Null: nobody said, and the login is no address; the server will tell. */
  readonly address: string | null;
  readonly imap: string | null;
  readonly smtp: string | null;
  /** Path of a file with further authorities. */
  readonly ca: string | null;
  /** Sign in by reading the provider's form instead of in a browser. */
  readonly httpForm: boolean;
}

export const liveUsage = `npm run test:live -- --server URL --login NAME --password P [--address A] [--issuer URL] [--client-id ID]
                     [--imap HOST:PORT] [--smtp HOST:PORT] [--ca FILE] [--http-form]

The password may be in GATEPASS_LIVE_PASSWORD instead, where "ps" does not show it.`;

/** Null when something is missing or unknown. */
export function readLiveOptions(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LiveOptions | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        server: text,
        issuer: text,
        'client-id': text,
        login: text,
        password: text,
        address: text,
        imap: text,
        smtp: text,
        ca: text,
        'http-form': { type: 'boolean' },
      },
    });
    const { server, login, password = env['GATEPASS_LIVE_PASSWORD'] } = values;
    if (!server || !login || !password || !URL.canParse(server)) return null;
    return {
      server,
      login,
      password,
      address: values.address ?? (login.includes('@') ? login : null),
      issuer: values.issuer ?? null,
      clientId: values['client-id'] ?? null,
      imap: values.imap ?? null,
      smtp: values.smtp ?? null,
      ca: values.ca ?? env['NODE_EXTRA_CA_CERTS'] ?? null,
      httpForm: values['http-form'] === true,
    };
  } catch {
    return null;
  }
}
