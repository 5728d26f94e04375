/** How a fact was learnt; shown to people next to the fact. */
export type Origin = 'option' | 'remembered' | 'server' | 'autoconfig' | 'pacc' | 'guess';

export type TransportSecurity = 'tls' | 'starttls';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly security: TransportSecurity;
  readonly origin: Origin;
}

/** Which management API the server has: `jmap` from 0.16, `rest` from 0.10.2 to 0.15. */
export type Generation = 'jmap' | 'rest';

/** The servers of one organisation. */
export interface MailService {
  /** Base of Stalwart's HTTPS, with a trailing slash; may carry a path (server behind a proxy path). */
  readonly server: string;
  readonly generation: Generation;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  readonly sieve: Endpoint | null;
  readonly issuer: { readonly url: string; readonly origin: Origin; readonly kind: 'external' | 'stalwart' };
}
