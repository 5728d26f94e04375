/**
 * The closed set of things that can go wrong, dotted by area. Each has words in every language
 * (assets/messages); a code without words does not compile.
 */
export const faultCodes = [
  'input.invalid',
  'input.address',
  'input.server-needed',
  'input.unknown-mail-app',
  'input.insecure-url',
  'signin.cancelled',
  'signin.timeout',
  'signin.denied',
  'signin.mismatch',
  'signin.provider-refused',
  'signin.provider-broken',
  'signin.client-unknown',
  'signin.redirect-refused',
  'signin.no-device-code',
  'signin.wrong-person',
  'signin.first',
  'signin.needed',
  'signin.port-taken',
  'issuer.unreachable',
  'issuer.invalid',
  'issuer.unknown',
  'network.offline',
  'network.unknown-host',
  'network.refused',
  'network.reset',
  'network.timeout',
  'network.tls',
  'network.redirected',
  'server.not-stalwart',
  'server.rejected-token',
  'server.forbidden',
  'server.limited',
  'server.banned',
  'server.broken',
  'server.too-old',
  'server.wipes-app-passwords',
  'server.bootstrap',
  'server.quota',
  'server.refused',
  'password.not-found',
  'password.proof-refused',
  'password.lost-answer',
  'account.not-found',
  'vault.missing',
  'vault.locked',
  'vault.timeout',
  'vault.refused',
  'state.corrupt',
  'state.unwritable',
  'bug',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** Plain, non-secret words that fill the placeholders of a fault's message, e.g. `{ server: 'mail.example.org' }`. */
export type FaultFacts = Readonly<Record<string, string | number>>;

export interface FaultOptions {
  /** True when doing the same thing again later may work. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
  readonly facts?: FaultFacts;
}

/**
 * The one error class of Gatepass. Made at the edge of an adapter, where a raw error is known best;
 * `message` is for the log only, people read the words of `code`. Never put a secret or a server's line into it.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly retryable: boolean;
  readonly facts: FaultFacts;

  constructor(code: FaultCode, message: string, options: FaultOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.facts = options.facts ?? {};
  }
}

/** Whatever was thrown, as a Fault: an unknown error becomes `bug` and keeps its cause for the log. */
export function toFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  const text = thrown instanceof Error ? thrown.name : typeof thrown;
  return new Fault('bug', `unexpected ${text}`, { cause: thrown });
}
