import { assertNever } from '../assert-never.ts';
import { Fault } from '../fault.ts';
import type { Proof, ProofProtocol, RefusalReason } from './app-password.ts';

const protocolWords: Readonly<Record<ProofProtocol, string>> = {
  imap: 'incoming mail (IMAP)',
  smtp: 'outgoing mail (SMTP)',
  jmap: 'web services (JMAP)',
};

/** The fault for an app password that at least one server refused, naming which and why. Pure. */
export function proofRefusal(proof: Proof): Fault {
  const refused = (['imap', 'smtp', 'jmap'] as const).flatMap((protocol) => {
    const result = proof[protocol];
    return result.kind === 'refused' ? [{ protocol, reason: result.reason }] : [];
  });
  const what = refused
    .map(({ protocol, reason }) => `${protocolWords[protocol]}: ${reasonWords(reason)}`)
    .join('; ');
  const change = refused[0] ? changeWords(refused[0].reason) : 'Try again.';
  return new Fault('password.proof-refused', 'a fresh app password was refused', {
    facts: { what, change, protocols: refused.map(({ protocol }) => protocol).join(' ') },
  });
}

function reasonWords(reason: RefusalReason): string {
  switch (reason) {
    case 'wrong-or-revoked':
      return 'wrong password';
    case 'expired':
      return 'already expired';
    case 'address-not-allowed':
      return 'not allowed from this network address';
    case 'protocol-not-allowed':
      return 'this account may not use it';
    case 'tls-required':
      return 'only over a secure connection, which it does not offer';
    default:
      return assertNever(reason);
  }
}

function changeWords(reason: RefusalReason): string {
  switch (reason) {
    case 'wrong-or-revoked':
      return 'The server made it and does not take it. Tell your mail admin this line.';
    case 'expired':
      return 'The clock of the server or of this computer is wrong, or --expires is too near.';
    case 'address-not-allowed':
      return 'Ask your mail admin to allow your network, or try from another one.';
    case 'protocol-not-allowed':
      return 'Ask your mail admin for the right to use it.';
    case 'tls-required':
      return 'Ask your mail admin to offer TLS on that port.';
    default:
      return assertNever(reason);
  }
}
