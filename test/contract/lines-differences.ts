import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';

/** A recorded line the sandbox answers otherwise, for a reason that stays. */
export interface LinesDifference {
  readonly version: StalwartVersion;
  /** Name of the exchange. */
  readonly exchange: string;
  /** The recorded line, without `S: `. */
  readonly recorded: string;
  readonly reason: string;
}

/** Every difference there is; one that no longer shows fails the contract test. */
export const linesDifferences: readonly LinesDifference[] = [];
