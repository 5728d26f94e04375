import type { RefusalReason } from '../app-passwords/app-password.ts';

/** RFC 5530, and what Stalwart sends (stalwart imap-proto/src/protocol/mod.rs). */
const reasons: Readonly<Record<string, RefusalReason>> = {
  AUTHENTICATIONFAILED: 'wrong-or-revoked',
  AUTHORIZATIONFAILED: 'protocol-not-allowed',
  EXPIRED: 'expired',
  PRIVACYREQUIRED: 'tls-required',
};

/**
 * Why an IMAP server said NO to a login. Pure.
 * @param code the response code, upper case
 * @param tagged whether it completes the command
 * @returns null when it is no answer to the login: a warning (untagged, RFC 9051 section 7.1.2), or a server that
 *   cannot tell at the moment
 */
export function imapRefusal(code: string | null, text: string, tagged: boolean): RefusalReason | null {
  if (code === 'UNAVAILABLE' || code === 'SERVERBUG' || code === 'INUSE' || code === 'LIMIT') return null;
  const reason = code !== null && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  // 0.16 tells an expired app password by its text only: "Credential expired".
  if (reason === 'wrong-or-revoked' && /\bexpired\b/i.test(text)) return 'expired';
  if (reason !== undefined) return reason;
  if (!tagged) return null;
  // "LOGIN is disabled on the clear-text port." comes without a code.
  return /clear.?text/i.test(text) ? 'tls-required' : 'wrong-or-revoked';
}
