import type { Endpoint } from '../discovery/mail-service.ts';
import type { MailProbe } from './mail-probe.ts';

/**
 * Opens a probe for each candidate, side by side, and takes the first IN ORDER OF PREFERENCE that greeted: a later
 * one wins only when all before it have failed, however quick it was. All others are closed.
 * @param candidates at least one
 * @throws what the first candidate failed with when all did; the signal's reason when it is aborted
 */
export async function openFirst(
  candidates: readonly Endpoint[],
  createProbe: (endpoint: Endpoint) => MailProbe,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<{ readonly probe: MailProbe; readonly endpoint: Endpoint }> {
  const tries = candidates.map((endpoint) => {
    const probe = createProbe(endpoint);
    const opened = probe.open(signal).then(
      () => ({ ok: true }) as const,
      (error: unknown) => ({ ok: false, error }) as const,
    );
    return { endpoint, probe, opened };
  });
  const closeAllBut = (winner: MailProbe | null) => {
    for (const { probe } of tries) if (probe !== winner) probe.close();
  };
  let failed: { readonly error: unknown } | null = null;
  for (const { endpoint, probe, opened } of tries) {
    const outcome = await opened;
    if (outcome.ok && !signal?.aborted) {
      closeAllBut(probe);
      return { probe, endpoint };
    }
    if (!outcome.ok) failed ??= outcome;
  }
  closeAllBut(null);
  signal?.throwIfAborted();
  throw failed?.error ?? new Error('no candidate to connect to');
}
