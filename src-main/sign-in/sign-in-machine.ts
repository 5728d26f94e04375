import { assertNever } from '../assert-never.ts';
import { Fault } from '../fault.ts';
import type { PendingSignIn, SignInResult } from './sign-in.ts';

export type SignInState =
  | { readonly kind: 'idle' }
  /** The receiver is being opened, the issuer's metadata loaded, the authorization request built. */
  | { readonly kind: 'discovering' }
  /** Times are milliseconds since 1970: what a countdown needs. */
  | {
      readonly kind: 'waiting-for-browser';
      readonly pending: PendingSignIn;
      readonly startedAt: number;
      readonly deadlineAt: number;
    }
  | { readonly kind: 'exchanging' }
  | { readonly kind: 'signed-in'; readonly result: SignInResult }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'cancelled' };

export type SignInEvent =
  | { readonly kind: 'start' }
  | {
      readonly kind: 'prepared';
      readonly pending: PendingSignIn;
      readonly at: number;
      readonly timeoutMs: number;
    }
  | { readonly kind: 'came-back'; readonly callback: URL }
  | { readonly kind: 'time-is-up' }
  | { readonly kind: 'exchanged'; readonly result: SignInResult }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'cancel' };

export type SignInEffect =
  | { readonly kind: 'prepare' }
  | { readonly kind: 'show-link'; readonly url: URL; readonly deadlineAt: number }
  | { readonly kind: 'await-browser'; readonly pending: PendingSignIn; readonly deadlineAt: number }
  | { readonly kind: 'exchange'; readonly pending: PendingSignIn; readonly callback: URL }
  /** Ends whatever is under way and closes the listener. */
  | { readonly kind: 'clean-up' };

export interface SignInStep {
  readonly state: SignInState;
  readonly effects: readonly SignInEffect[];
}

/**
 * The browser sign-in, pure. An event that does not fit the state (a late answer, a second cancel) changes nothing;
 * every way into an end state cleans up, once.
 */
export function step(state: SignInState, event: SignInEvent): SignInStep {
  if (isEnded(state)) return unchanged(state);
  switch (event.kind) {
    case 'start':
      return state.kind === 'idle'
        ? { state: { kind: 'discovering' }, effects: [{ kind: 'prepare' }] }
        : unchanged(state);
    case 'prepared': {
      if (state.kind !== 'discovering') return unchanged(state);
      const { pending, at } = event;
      const deadlineAt = at + event.timeoutMs;
      return {
        state: { kind: 'waiting-for-browser', pending, startedAt: at, deadlineAt },
        // The listener waits before anybody can follow the link.
        effects: [
          { kind: 'await-browser', pending, deadlineAt },
          { kind: 'show-link', url: pending.authorizationUrl, deadlineAt },
        ],
      };
    }
    case 'came-back':
      if (state.kind !== 'waiting-for-browser') return unchanged(state);
      return {
        state: { kind: 'exchanging' },
        effects: [{ kind: 'exchange', pending: state.pending, callback: event.callback }],
      };
    case 'time-is-up': {
      if (state.kind !== 'waiting-for-browser') return unchanged(state);
      const seconds = Math.round((state.deadlineAt - state.startedAt) / 1000);
      return ended({
        kind: 'failed',
        fault: new Fault('signin.timeout', 'no redirect in time', { facts: { seconds } }),
      });
    }
    case 'exchanged':
      return state.kind === 'exchanging'
        ? ended({ kind: 'signed-in', result: event.result })
        : unchanged(state);
    case 'failed':
      return state.kind === 'idle' ? unchanged(state) : ended({ kind: 'failed', fault: event.fault });
    case 'cancel':
      return ended({ kind: 'cancelled' });
    default:
      return assertNever(event);
  }
}

export function isEnded(state: SignInState): boolean {
  return state.kind === 'signed-in' || state.kind === 'failed' || state.kind === 'cancelled';
}

function unchanged(state: SignInState): SignInStep {
  return { state, effects: [] };
}

function ended(state: SignInState): SignInStep {
  return { state, effects: [{ kind: 'clean-up' }] };
}
