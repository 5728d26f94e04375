import type { Endpoint } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';

/** The faults of a line connection. None carries a word of the server's: its lines may echo tokens (0.16.1). */
export interface LineFaults {
  /** An answer that makes no sense; `what` is words of ours. */
  broken(what: string): Fault;
  /** The connection ended at the wrong moment. */
  cut(): Fault;
  /** The server greets with a refusal. */
  turnedAway(): Fault;
  /** STARTTLS is not there: a server without it, or somebody in between who took it out. */
  noEncryption(): Fault;
}

export function createLineFaults({ host, port }: Endpoint): LineFaults {
  const options = { retryable: true, facts: { host, port } };
  return {
    broken: (what) => new Fault('server.broken', what, { retryable: true, facts: { server: host, what } }),
    cut: () => new Fault('network.reset', 'closed', options),
    turnedAway: () => new Fault('network.refused', 'turned away', options),
    noEncryption: () =>
      new Fault('network.tls', 'no STARTTLS', { facts: { host, reason: 'no agreement on encryption' } }),
  };
}
