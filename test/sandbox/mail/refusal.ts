import { assertNever } from '../../../src-main/assert-never.ts';
import type { LoginOutcome, StalwartVersion } from './mail-authority.ts';
import type { Credentials } from './sasl.ts';

/**
 * Why Stalwart refuses, in the terms of its own events, which decide what each protocol says:
 * `failed` counts against the client (SMTP 535), `error` and `expired` do not (SMTP 454), `forbidden-address` and
 * `forbidden-protocol` end the connection.
 */
export interface Refusal {
  readonly event: 'failed' | 'error' | 'expired' | 'forbidden-address' | 'forbidden-protocol';
  /** The words of IMAP, POP3 and ManageSieve. */
  readonly text: string;
  /** False where IMAP answers with an untagged NO only, and never completes the command. */
  readonly tagged: boolean;
}

export function isJmapGeneration(version: StalwartVersion): boolean {
  return version === '0.16.18' || version === '0.16.1';
}

/** The recorded words, and where nothing was recorded those of the version's source. */
export function refusalOf(
  version: StalwartVersion,
  outcome: Exclude<LoginOutcome, { readonly kind: 'accepted' }>,
  credentials: Credentials,
): Refusal {
  const jmap = isJmapGeneration(version);
  switch (outcome.kind) {
    case 'destroyed':
      return { event: 'failed', text: 'Authentication failed', tagged: !jmap };
    case 'expired':
      return jmap
        ? { event: 'expired', text: 'Credential expired', tagged: false }
        : { event: 'failed', text: 'Authentication failed', tagged: true };
    case 'wrong-secret':
      return jmap
        ? { event: 'error', text: 'Authentication error', tagged: true }
        : { event: 'failed', text: 'Authentication failed', tagged: true };
    case 'token-unknown':
      return { event: 'failed', text: unknownTokenText(version, credentials), tagged: true };
    case 'token-invalid':
      return jmap
        ? { event: 'error', text: 'Authentication error', tagged: true }
        : { event: 'failed', text: 'Unauthorized', tagged: true };
    case 'address-not-allowed':
      return { event: 'forbidden-address', text: 'Unauthorized IP address', tagged: true };
    case 'protocol-not-allowed':
      return { event: 'forbidden-protocol', text: outcome.permission, tagged: true };
    default:
      return assertNever(outcome);
  }
}

function unknownTokenText(version: StalwartVersion, credentials: Credentials): string {
  if (version === '0.16.18') return 'Authentication failed';
  // 0.16.1 answers with the token itself: the reason why a server's line is never logged.
  if (version === '0.16.1') return credentials.kind === 'token' ? credentials.token : 'Authentication failed';
  return 'Unauthorized';
}
