import type { FaultFacts } from '../../src-main/fault.ts';
import type { Settings } from '../../src-main/mail-apps/settings.ts';

// What the demo and the process that does its job tell each other.

/** What the job is to do: the options a person would give to `gatepass sign-in`, and how to look. */
export interface JobOrder {
  readonly title: string;
  readonly serverWords: string;
  readonly address: string;
  readonly server: string;
  /** Null where the mail server says it itself. */
  readonly issuer: string | null;
  readonly clientId: string;
  readonly imap: string;
  readonly smtp: string;
  readonly sieve: string;
  /** How a person signs in there by hand; null when the demo signs in by itself. */
  readonly byHand: { readonly login: string; readonly password: string } | null;
  /** How the demo signs in by itself, for people. */
  readonly byItself: string;
  readonly json: boolean;
  /** Names of the demo's keychain items begin with this. */
  readonly corner: string;
}

export interface JobResult {
  readonly generation: 'jmap' | 'rest';
  readonly identity: string;
  readonly proof: { readonly imap: boolean; readonly smtp: boolean; readonly jmap: boolean };
  /** Name of the keychain for people. */
  readonly vault: string;
  readonly steps: readonly { readonly name: string; readonly ms: number }[];
  readonly settings: Settings;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly next: string;
  readonly retryable: boolean;
  readonly facts: FaultFacts;
}

export type JobNews =
  /** Somebody must sign in there now. */
  | { readonly kind: 'link'; readonly url: string }
  /** A keychain item of this name is about to be written. */
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'item-gone'; readonly id: string }
  | { readonly kind: 'done'; readonly result: JobResult }
  | { readonly kind: 'failed'; readonly error: JobError };

export type JobCommand = { readonly kind: 'start'; readonly order: JobOrder } | { readonly kind: 'stop' };
