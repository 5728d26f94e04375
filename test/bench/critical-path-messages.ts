import type { Trip } from './trips.ts';

// What the bench and the process that runs Gatepass tell each other.

export interface BenchPlace {
  readonly address: string;
  readonly server: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly imap: BenchEndpoint;
  readonly smtp: BenchEndpoint;
}

export interface BenchEndpoint {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
}

export type BenchCommand =
  | { readonly kind: 'flow'; readonly place: BenchPlace }
  | { readonly kind: 'floor'; readonly place: BenchPlace }
  /** Where the browser was sent, for `floor`. */
  | { readonly kind: 'location'; readonly url: string }
  | { readonly kind: 'go' };

export type BenchNews =
  | { readonly kind: 'link'; readonly url: string }
  /** Connections are open, `go` is awaited. */
  | { readonly kind: 'warm' }
  /** `settingsAt`: milliseconds since 1970 with fractions, as the parent counts them. Trips since the redirect. */
  | { readonly kind: 'flow-done'; readonly settingsAt: number; readonly trips: readonly Trip[] }
  | { readonly kind: 'floor-done'; readonly ms: number }
  | { readonly kind: 'failed'; readonly why: string };
