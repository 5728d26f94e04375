import type { ProofResult } from '../app-passwords/app-password.ts';
import type { Secret } from '../secret.ts';

export interface ProbeLogin {
  readonly user: string;
  readonly secret: Secret;
}

/**
 * Proves one login by one protocol: ONE attempt, never a retry (servers ban), with a deadline (15 s: refusals are
 * delayed by up to 5 s). `open()` may be called early, while a person is still signing in: it connects, does the TLS
 * handshake and reads the greeting, so that `prove` costs one round trip. It rejects with a Fault (network.*,
 * server.broken) when that fails, does nothing when a fresh connection stands, and makes a new one when it was dropped
 * meanwhile: call it again when the person is back. Without it `prove` connects itself.
 * `prove` never throws for what a server does: the result says it. Both reject with the signal's reason when aborted.
 * `close()` is idempotent and leaves no socket behind.
 */
export interface MailProbe {
  open(signal?: AbortSignal): Promise<void>;
  prove(login: ProbeLogin, signal?: AbortSignal): Promise<ProofResult>;
  close(): void;
}
