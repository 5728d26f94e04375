import type { Proof, ProofProtocol, ProofResult } from '../app-passwords/app-password.ts';
import type { Clock } from '../platform/clock.ts';
import type { MailProbe, ProbeLogin } from './mail-probe.ts';

export interface ProveOptions {
  readonly signal?: AbortSignal;
  readonly clock: Pick<Clock, 'now'>;
  /** Called once for each protocol, as soon as its result is there. */
  readonly onResult?: (protocol: ProofProtocol, result: ProofResult) => void;
}

/**
 * Tries one app password over all protocols side by side, one attempt each. The probes stay the caller's to close.
 * @throws the signal's reason when it is aborted
 */
export async function proveAppPassword(
  probes: Readonly<Record<ProofProtocol, MailProbe>>,
  login: ProbeLogin,
  { signal, clock, onResult }: ProveOptions,
): Promise<Proof> {
  const at = new Date(clock.now()).toISOString();
  const prove = async (protocol: ProofProtocol) => {
    const result = await probes[protocol].prove(login, signal);
    onResult?.(protocol, result);
    return result;
  };
  const [imap, smtp, jmap] = await Promise.all([prove('imap'), prove('smtp'), prove('jmap')]);
  return { at, imap, smtp, jmap };
}

/** Everything accepted; or at least one server said no; or none did, but not all could be asked. */
export type ProofVerdict = 'works' | 'refused' | 'partly-unreachable';

/** Pure. */
export function proofVerdict(proof: Proof): ProofVerdict {
  const kinds = [proof.imap.kind, proof.smtp.kind, proof.jmap.kind];
  if (kinds.includes('refused')) return 'refused';
  return kinds.includes('unreachable') ? 'partly-unreachable' : 'works';
}
