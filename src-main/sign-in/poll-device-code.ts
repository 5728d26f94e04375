import { assertNever } from '../assert-never.ts';
import { Fault, type FaultCode } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';

/** What one question at the token endpoint brought. */
export type DeviceAnswer<T> =
  | { readonly kind: 'done'; readonly result: T }
  /** `authorization_pending`: the person has not finished. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'slow-down' }
  /** `expired_token`. */
  | { readonly kind: 'expired' };

export interface DevicePoll<T> {
  /** Milliseconds between two questions. */
  readonly intervalMs: number;
  /** Milliseconds since 1970. */
  readonly deadlineAt: number;
  readonly ask: (signal: AbortSignal) => Promise<DeviceAnswer<T>>;
  readonly signal?: AbortSignal | undefined;
}

/** RFC 8628 section 3.5, for this question and all that follow. */
const slowDownMs = 5_000;
const longestPauseMs = 60_000;

/** What may be over by the next question: a train in a tunnel, a provider that restarts. */
const passing: readonly FaultCode[] = [
  'network.offline',
  'network.unknown-host',
  'network.refused',
  'network.reset',
  'network.timeout',
];

/**
 * Asks for the tokens of a device code until the person has finished (RFC 8628 sections 3.4, 3.5). The first question
 * comes after one interval: nobody types that fast, and some providers count it as too early. A question that gets no
 * answer is repeated after twice the time; its fault is thrown when time is up before an answer came.
 * @throws Fault signin.timeout (the code has expired, or `deadlineAt` has come), what `ask` throws, the signal's reason
 */
export async function pollDeviceCode<T>(clock: Clock, poll: DevicePoll<T>): Promise<T> {
  const startedAt = clock.now();
  let { intervalMs } = poll;
  let pauseMs = intervalMs;
  let trouble: Fault | null = null;
  for (;;) {
    poll.signal?.throwIfAborted();
    // The last question comes before the deadline, not sooner than allowed.
    const leftMs = poll.deadlineAt - clock.now();
    await clock.sleep(Math.max(0, Math.min(pauseMs, leftMs)), poll.signal);
    if (pauseMs > leftMs) throw trouble ?? timeout(clock.now() - startedAt);
    const answer = await inTime(clock, poll, startedAt).catch((thrown: unknown) => {
      poll.signal?.throwIfAborted();
      if (!isPassing(thrown)) throw thrown;
      return thrown;
    });
    if (answer instanceof Fault) {
      trouble = answer;
      pauseMs = Math.max(intervalMs, Math.min(pauseMs * 2, longestPauseMs));
      continue;
    }
    trouble = null;
    switch (answer.kind) {
      case 'done':
        return answer.result;
      case 'pending':
        break;
      case 'slow-down':
        intervalMs += slowDownMs;
        break;
      case 'expired':
        throw timeout(clock.now() - startedAt);
      default:
        return assertNever(answer);
    }
    pauseMs = intervalMs;
  }
}

/** One question, ended at the deadline even when its answer never comes. */
async function inTime<T>(clock: Clock, poll: DevicePoll<T>, startedAt: number): Promise<DeviceAnswer<T>> {
  const over = new AbortController();
  const cancel = () => over.abort(poll.signal?.reason);
  poll.signal?.addEventListener('abort', cancel, { once: true });
  const late = clock.sleep(Math.max(0, poll.deadlineAt - clock.now()), over.signal).then(() => {
    const fault = timeout(clock.now() - startedAt);
    over.abort(fault);
    throw fault;
  });
  try {
    return await Promise.race([poll.ask(over.signal), late]);
  } finally {
    poll.signal?.removeEventListener('abort', cancel);
    over.abort(new Fault('signin.cancelled', 'the question is over'));
  }
}

function isPassing(thrown: unknown): thrown is Fault {
  if (!(thrown instanceof Fault)) return false;
  return passing.includes(thrown.code) || (thrown.code === 'signin.provider-broken' && thrown.retryable);
}

function timeout(ms: number): Fault {
  return new Fault('signin.timeout', 'not finished in time', { facts: { seconds: Math.round(ms / 1000) } });
}
