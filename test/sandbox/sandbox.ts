import type { StalwartVersion } from './mail/mail-authority.ts';
import type { Person } from './people.ts';

export interface SandboxOptions {
  /** Default '0.16.18'. */
  readonly serverVersion?: StalwartVersion;
  /** Access tokens of the provider: signed JWT (aud "stalwart") or opaque. Default 'jwt' for 0.16, 'opaque' for older. */
  readonly tokens?: 'jwt' | 'opaque';
  /** Who speaks the mail protocols. 'stalwart-lines' says word for word what Stalwart says; default 'dovecot' where it is installed. */
  readonly mail?: 'dovecot' | 'stalwart-lines';
  /** Serve the Stalwart API over https with the sandbox's CA (default) or plain http on loopback. */
  readonly https?: boolean;
  /** Seconds an access token lives; default 3600. */
  readonly accessTokenTtl?: number;
  /** No external provider: people sign in at the server itself, up to 0.15 with a device code. Needs `accounts`. */
  readonly ownOAuth?: boolean;
  /** Accounts that exist before anyone signs in. */
  readonly accounts?: readonly {
    readonly address: string;
    readonly name?: string;
    readonly password?: string;
  }[];
  /**
   * Refusals come at once instead of after 0.05 to 5 s, and nobody is slowed down after 100 requests a minute, as in
   * the real server: for tests only.
   */
  readonly quick?: boolean;
}

export interface ListeningOn {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
}

/** A running sandbox: an OpenID provider, a Stalwart-compatible server and mail protocols, on loopback. */
export interface Sandbox {
  readonly issuer: string;
  readonly clientId: string;
  readonly server: string;
  readonly imap: ListeningOn;
  readonly smtp: ListeningOn;
  readonly sieve: ListeningOn;
  /** Path of the CA file every certificate here is signed by. */
  readonly ca: string;
  readonly people: readonly Person[];
  readonly mailProtocols: 'dovecot' | 'stalwart-lines';
  /** Switches faults on and off while running; see faults.ts. */
  readonly faults: Faults;
  stop(): Promise<void>;
}

/** What can be made to go wrong, per route, at run time. */
export interface Faults {
  /** `route`: `<METHOD> <path prefix>` of the Stalwart API or the provider (e.g. `POST /jmap`), `imap`, `smtp`, `sieve`, or `*`. */
  set(route: string, fault: SandboxFault): void;
  clear(route?: string): void;
}

export type SandboxFault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'reset' }
  /** Accepts the request and never answers. */
  | { readonly kind: 'hang' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    }
  /** Does the work, then drops the answer: the lost answer of a create. */
  | { readonly kind: 'lose-answer' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'garbage' };

export type { StalwartVersion };
