import type { Proof, ProofProtocol } from './app-password.ts';

/** Which servers took the app password; none when it was not tried. Pure. */
export function provedBy(proof: Proof | null): Readonly<Record<ProofProtocol, boolean>> {
  const accepted = (protocol: ProofProtocol) => proof?.[protocol].kind === 'accepted';
  return { imap: accepted('imap'), smtp: accepted('smtp'), jmap: accepted('jmap') };
}
