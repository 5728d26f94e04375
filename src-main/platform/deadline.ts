import { Fault } from '../fault.ts';

/** What a wait that took too long becomes, unless the caller names something else. */
function tooLate(): Fault {
  return new Fault('network.timeout', 'no answer before the deadline', { retryable: true });
}

/**
 * Runs `work` with a signal that is aborted when `ms` milliseconds are over or when `parent` is aborted, and settles
 * at that moment even when `work` pays no attention to its signal. Leaves no timer and no listener behind, which
 * `AbortSignal.any` and `AbortSignal.timeout` do for as long as the parent lives.
 *
 * @param late makes the error of an elapsed deadline; Fault `network.timeout` when absent
 * @throws the parent's reason when it was aborted, what `late` makes when time was up, else what `work` throws
 */
export async function withDeadline<T>(
  ms: number,
  parent: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error = tooLate,
): Promise<T> {
  parent?.throwIfAborted();
  const controller = new AbortController();
  const cancel = () => controller.abort(parent?.reason);
  const timer = setTimeout(() => controller.abort(late()), ms);
  parent?.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([rejection(controller.signal), work(controller.signal)]);
  } catch (error) {
    // The raw AbortError of whatever was interrupted says less than the reason it was interrupted for.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', cancel);
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
