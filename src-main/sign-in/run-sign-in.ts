import { assertNever } from '../assert-never.ts';
import { Fault, toFault } from '../fault.ts';
import type { Browser } from '../platform/browser.ts';
import type { Clock } from '../platform/clock.ts';
import type { OpenRedirectReceiver, RedirectReceiver, RedirectReceiverOptions } from './redirect-receiver.ts';
import type { SignIn, SignInClient, SignInResult } from './sign-in.ts';
import { isEnded, type SignInEffect, type SignInEvent, type SignInState, step } from './sign-in-machine.ts';

export interface SignInRunPorts {
  readonly signIn: SignIn;
  readonly openReceiver: OpenRedirectReceiver;
  readonly browser: Browser;
  readonly clock: Clock;
}

export interface SignInRunOptions {
  readonly client: SignInClient;
  /** The address the person typed; the provider may fill it in. */
  readonly loginHint: string;
  /** How long the browser may take; 180,000 ms when absent. */
  readonly timeoutMs?: number;
  /** False: the link is only shown. */
  readonly openBrowser: boolean;
  /** See `SignIn.begin`; false when absent. */
  readonly asSomeoneElse?: boolean;
  readonly receiver?: RedirectReceiverOptions;
  readonly onEvent?: (event: SignInNews) => void;
  readonly signal?: AbortSignal;
}

/** What a face of the program shows while it waits. */
export type SignInNews =
  | { readonly kind: 'state'; readonly state: SignInState['kind'] }
  /** Show this link now; `deadlineAt` in milliseconds since 1970. */
  | { readonly kind: 'open'; readonly url: URL; readonly deadlineAt: number }
  /** Whether the browser could be started; comes after `open`, only where it was to be started. */
  | { readonly kind: 'browser'; readonly opened: boolean };

const usualTimeoutMs = 180_000;

/**
 * One sign-in through the browser, from opening the receiver to the tokens: performs what the machine says.
 * @throws Fault signin.cancelled when the signal is aborted (at any moment), signin.timeout, and what SignIn and the
 *   receiver throw
 */
export async function runSignIn(ports: SignInRunPorts, options: SignInRunOptions): Promise<SignInResult> {
  const underWay = new AbortController();
  let receiver: RedirectReceiver | null = null;
  let state: SignInState = { kind: 'idle' };
  let finished: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    finished = resolve;
  });

  function send(event: SignInEvent): void {
    const before = state;
    const next = step(before, event);
    state = next.state;
    if (state !== before) options.onEvent?.({ kind: 'state', state: state.kind });
    for (const effect of next.effects) {
      perform(effect).then(
        (following) => following !== null && send(following),
        (thrown: unknown) => send({ kind: 'failed', fault: toFault(thrown) }),
      );
    }
  }

  async function perform(effect: SignInEffect): Promise<SignInEvent | null> {
    switch (effect.kind) {
      case 'prepare':
        return prepare();
      case 'show-link':
        options.onEvent?.({ kind: 'open', url: effect.url, deadlineAt: effect.deadlineAt });
        if (options.openBrowser) {
          const opened = await ports.browser.open(effect.url).catch(() => false);
          if (!isEnded(state)) options.onEvent?.({ kind: 'browser', opened });
        }
        return null;
      case 'await-browser':
        return awaitBrowser(effect.pending.state, effect.deadlineAt);
      case 'exchange':
        return {
          kind: 'exchanged',
          result: await ports.signIn.finish(options.client, effect.pending, effect.callback, underWay.signal),
        };
      case 'clean-up':
        underWay.abort(new Fault('signin.cancelled', 'the sign-in has ended'));
        await receiver?.close();
        finished();
        return null;
      default:
        return assertNever(effect);
    }
  }

  async function prepare(): Promise<SignInEvent> {
    const opened = await ports.openReceiver(options.receiver);
    receiver = opened;
    if (underWay.signal.aborted) await opened.close();
    const pending = await ports.signIn.begin(
      options.client,
      opened.redirectUri,
      options.loginHint,
      underWay.signal,
      options.asSomeoneElse ? 'login' : null,
    );
    return {
      kind: 'prepared',
      pending,
      at: ports.clock.now(),
      timeoutMs: options.timeoutMs ?? usualTimeoutMs,
    };
  }

  async function awaitBrowser(expected: string, deadlineAt: number): Promise<SignInEvent> {
    if (receiver === null) throw new Fault('bug', 'no receiver');
    const raceOver = new AbortController();
    const leave = () => raceOver.abort(underWay.signal.reason);
    underWay.signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([
        receiver
          .received(expected, raceOver.signal)
          .then((callback) => ({ kind: 'came-back', callback }) as const),
        ports.clock
          .sleep(deadlineAt - ports.clock.now(), raceOver.signal)
          .then(() => ({ kind: 'time-is-up' }) as const),
      ]);
    } finally {
      underWay.signal.removeEventListener('abort', leave);
      raceOver.abort(new Fault('signin.cancelled', 'the wait is over'));
    }
  }

  const cancel = () => send({ kind: 'cancel' });
  options.signal?.addEventListener('abort', cancel, { once: true });
  try {
    send(options.signal?.aborted ? { kind: 'cancel' } : { kind: 'start' });
    await end;
  } finally {
    options.signal?.removeEventListener('abort', cancel);
  }
  return outcome(state, options.signal?.reason);
}

function outcome(state: SignInState, reason: unknown): SignInResult {
  switch (state.kind) {
    case 'signed-in':
      return state.result;
    case 'failed':
      throw state.fault;
    default:
      throw new Fault('signin.cancelled', 'cancelled', { cause: reason });
  }
}
