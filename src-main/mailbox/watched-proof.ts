import type { Proof } from '../app-passwords/app-password.ts';
import type { Clock } from '../platform/clock.ts';
import { orAborted } from '../platform/or-aborted.ts';
import type { Watch } from '../steps.ts';
import type { ProbeLogin } from './mail-probe.ts';
import type { ProofLine } from './proof-line.ts';
import { proveAppPassword } from './prove.ts';

/**
 * Proves one login over the probes of `line`, each protocol a step somebody watches. The line stays the caller's.
 * @throws the signal's reason when it is aborted
 */
export async function watchedProof(
  clock: Clock,
  line: ProofLine,
  login: ProbeLogin,
  watch: Watch,
): Promise<Proof> {
  const opened = Promise.all([line.imap, line.smtp]);
  const [imap, smtp] = await orAborted(opened, watch.signal);
  const since = clock.now();
  for (const step of ['imap', 'smtp', 'jmap'] as const) watch.onStep({ step, state: 'running' });
  const proof = await proveAppPassword({ imap: imap.probe, smtp: smtp.probe, jmap: line.jmap }, login, {
    signal: watch.signal,
    clock,
    onResult: (protocol, result) =>
      watch.onStep({
        step: protocol,
        state: result.kind === 'accepted' ? 'done' : 'failed',
        ms: clock.now() - since,
        detail: null,
      }),
  });
  watch.signal.throwIfAborted();
  return proof;
}
