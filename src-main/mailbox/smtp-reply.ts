import type { RefusalReason } from '../app-passwords/app-password.ts';
import type { LineConnection } from './line-connection.ts';

export interface SmtpReply {
  readonly code: number;
  /** Without the codes, one entry a line. Look at it, never pass it on. */
  readonly lines: readonly string[];
}

/**
 * One whole reply (RFC 5321 section 4.2).
 * @returns null when the server closed the connection instead
 * @throws Fault server.broken, network.reset
 */
export async function readSmtpReply(connection: LineConnection): Promise<SmtpReply | null> {
  const lines: string[] = [];
  let first = '';
  for (;;) {
    const line = await connection.readLine();
    if (line === null && lines.length === 0) return null;
    if (line === null) throw connection.faults.cut();
    const match = /^([2-5][0-9]{2})([ -]|$)(.*)$/.exec(line);
    if (!match) throw connection.faults.broken('it is not SMTP');
    const [, code = '', separator = '', text = ''] = match;
    if (first !== '' && code !== first) throw connection.faults.broken('it is not SMTP');
    first = code;
    lines.push(text);
    if (separator !== '-') return { code: Number(code), lines };
  }
}

/**
 * Why AUTH was refused (RFC 4954 sections 4 and 6; stalwart smtp/src/inbound/auth.rs). Pure.
 * @returns null when the reply says nothing of this login
 */
export function smtpRefusal({ code, lines }: SmtpReply): RefusalReason | null {
  const status = /^[245]\.\d{1,3}\.\d{1,3}(?= |$)/.exec(lines.at(-1) ?? '')?.[0] ?? null;
  switch (code) {
    case 535:
      return 'wrong-or-revoked';
    // "Temporary authentication failure": 0.16 says so to an expired app password and to a wrong one (finding 2).
    case 454:
      return status === null || status === '4.7.0' ? 'wrong-or-revoked' : null;
    case 530:
    case 534:
    case 538:
      return 'tls-required';
    case 525:
    case 550:
    case 554:
      return status === '5.7.8' ? 'wrong-or-revoked' : 'protocol-not-allowed';
    default:
      return null;
  }
}
