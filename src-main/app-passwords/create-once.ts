import { Fault } from '../fault.ts';

export interface OneCreation<T> {
  /** Sends the request. It is called once only. */
  readonly send: () => Promise<T>;
  /** Looks for what may have been made and destroys it; says whether there was anything. */
  readonly takeBack: (signal: AbortSignal) => Promise<'destroyed' | 'absent'>;
  /** The creation's own signal; taking back goes on when it is aborted. */
  readonly signal: AbortSignal | undefined;
}

/** Milliseconds for finding and destroying an orphan. */
const takeBackDeadline = 15_000;

/**
 * Sends a creation once. When it stays unknown whether the server did it (lost or unusable answer, 5xx, cancelled
 * meanwhile), the orphan is looked for and destroyed: its secret is lost or must not be used.
 *
 * @throws password.lost-answer (retryable) when an orphan was destroyed; otherwise what `send` threw, with the fact
 *   `afterwards` when the server was asked or could not be asked; the signal's reason when cancelled
 */
export async function createOnce<T>({ send, takeBack, signal }: OneCreation<T>): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await send();
  } catch (thrown) {
    if (!signal?.aborted && !mayHaveHappened(thrown)) throw thrown;
    const outcome = await takeBack(AbortSignal.timeout(takeBackDeadline)).catch(() => 'unknown' as const);
    signal?.throwIfAborted();
    throw afterwardsFault(thrown, outcome);
  }
}

/** Whether the server may have done what it was asked although no good answer came. */
function mayHaveHappened(thrown: unknown): boolean {
  if (!(thrown instanceof Fault)) return true;
  switch (thrown.code) {
    // The request never reached the server.
    case 'network.offline':
    case 'network.unknown-host':
    case 'network.refused':
    case 'network.tls':
      return false;
    case 'network.reset':
    case 'network.timeout':
    case 'server.broken':
      return true;
    default:
      return false;
  }
}

function afterwardsFault(thrown: unknown, outcome: 'destroyed' | 'absent' | 'unknown'): unknown {
  if (outcome === 'destroyed') {
    return new Fault('password.lost-answer', 'answer of the creation lost', {
      retryable: true,
      cause: thrown,
      facts: { afterwards: 'What had been made has been destroyed again.' },
    });
  }
  if (!(thrown instanceof Fault)) return thrown;
  const afterwards =
    outcome === 'absent'
      ? 'Nothing has been made.'
      : 'It could not be checked whether one was made; if so, nobody has its secret.';
  return new Fault(thrown.code, thrown.message, {
    retryable: thrown.retryable,
    cause: thrown,
    facts: { ...thrown.facts, afterwards },
  });
}
