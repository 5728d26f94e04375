import type { IncomingMessage } from 'node:http';
import type { FaultBook } from '../faults.ts';
import type { StalwartVersion } from '../mail/mail-authority.ts';
import type { OidcEndpointOptions } from './oidc-endpoint-directory.ts';

export interface StalwartOptions {
  readonly version: StalwartVersion;
  /** The external provider; null: no external directory, people sign in with the server's own OAuth. */
  readonly issuer: string | null;
  /** PEM of the authority that signed the provider's certificate, for an https provider. */
  readonly providerCa?: string;
  /** Serve https with this key and certificate (PEM); absent: plain http. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** What published URLs start with; default the server's own `url`. 0.16.1 ignores it. */
  readonly publicUrl?: string;
  /** Host name in autoconfig, Autodiscover and PACC; default `localhost`. */
  readonly hostname?: string;
  /** How the external directory of 0.16 is configured. */
  readonly directory?: {
    /** Default `stalwart`; null: not checked. */
    readonly requireAudience?: string | null;
    /** Default `openid` and `email`. */
    readonly requireScopes?: readonly string[];
    /** Default `preferred_username`. */
    readonly claimUsername?: string;
    readonly usernameDomain?: string | null;
    /** Default true; false: `Authentication.directoryId` is unset, so every external token is refused (finding 10). */
    readonly directoryIsDefault?: boolean;
  };
  /** How the external directory up to 0.15 is configured; default: the provider's UserInfo, with `preferred_username`. */
  readonly endpoint?: OidcEndpointOptions;
  /** Mail domains that exist at start; default `example.org`. */
  readonly domains?: readonly string[];
  /** Appended to a login without `@` (0.16); default none, so that such a login is refused. */
  readonly defaultDomain?: string | null;
  /** Accounts that exist at start, with the password of the server's own login where one is given. */
  readonly accounts?: readonly {
    readonly address: string;
    readonly name?: string;
    readonly password?: string;
  }[];
  /** Password of `admin`; default `admin-sandbox-password`. */
  readonly adminPassword?: string;
  /** App passwords per account (0.16); default 5, null: no limit. */
  readonly quota?: number | null;
  /** Milliseconds a refused login waits, drawn evenly; default 50 to 500 as in the real server. */
  readonly refusalDelay?: { readonly min: number; readonly max: number };
  /** Requests a minute; default 100 anonymous by address, 1000 by account; null: no limit. */
  readonly rateLimit?: { readonly anonymous: number; readonly authenticated: number } | null;
  /** Failed logins of one address within a day that ban it; default 100, null: never. */
  readonly banAfter?: number | null;
  /** What autoconfig and Autodiscover list; default the real server's fixed ports (0.16) or nothing (up to 0.15). */
  readonly mail?: readonly MailListener[];
  /** The server has not been set up yet: JMAP methods are refused, published URLs are relative (0.16). */
  readonly bootstrap?: boolean;
  /** The address a request counts as coming from; default the socket's. */
  readonly remoteAddress?: (request: IncomingMessage) => string;
  readonly faults?: FaultBook;
  /** Milliseconds since 1970; default the system's clock. */
  readonly now?: () => number;
}

export interface MailListener {
  readonly type: 'imap' | 'pop3' | 'smtp';
  readonly port: number;
  readonly security: 'ssl' | 'starttls';
}
