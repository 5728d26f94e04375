import type { SandboxFault } from '../sandbox.ts';

/** What the line servers ask about faults; the sandbox's fault book is one. */
export interface LineFaults {
  /** Asked at each connection and each answer. `smtp` covers submission and reception. */
  ofProtocol(protocol: 'imap' | 'smtp' | 'sieve'): SandboxFault | undefined;
  /**
   * Calls back after each change; returns the unsubscribe function. With it, `refuse` closes the port for as long as
   * it is on; without it a connection is reset as soon as it is made.
   */
  onChange?(listener: () => void): () => void;
}
