import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import { Secret } from '../../src-main/secret.ts';
import type { PendingSignIn, SignInResult } from '../../src-main/sign-in/sign-in.ts';
import { isEnded, type SignInEvent, type SignInState, step } from '../../src-main/sign-in/sign-in-machine.ts';

const pending: PendingSignIn = {
  authorizationUrl: new URL('https://login.example.org/authorize'),
  redirectUri: 'http://127.0.0.1:1/callback',
  state: 's',
  nonce: 'n',
  codeVerifier: new Secret('v'),
};
const result: SignInResult = {
  tokens: { accessToken: new Secret('a'), refreshToken: null, idToken: null, expiresAt: null, scopes: [] },
  claims: { subject: 'x', email: null, preferredUsername: null, name: null },
};
const fault = new Fault('network.refused', 'x');
const callback = new URL('http://127.0.0.1:1/callback?code=c&state=s');

const states: readonly SignInState[] = [
  { kind: 'idle' },
  { kind: 'discovering' },
  { kind: 'waiting-for-browser', pending, startedAt: 1000, deadlineAt: 181_000 },
  { kind: 'exchanging' },
  { kind: 'signed-in', result },
  { kind: 'failed', fault },
  { kind: 'cancelled' },
];
const events: readonly SignInEvent[] = [
  { kind: 'start' },
  { kind: 'prepared', pending, at: 1000, timeoutMs: 180_000 },
  { kind: 'came-back', callback },
  { kind: 'time-is-up' },
  { kind: 'exchanged', result },
  { kind: 'failed', fault },
  { kind: 'cancel' },
];

/** Every pair that leads somewhere: the state it leads to and what is to be done. All others change nothing. */
const moves: Readonly<Record<string, readonly [SignInState['kind'], ...string[]]>> = {
  'idle + start': ['discovering', 'prepare'],
  'idle + cancel': ['cancelled', 'clean-up'],
  'discovering + prepared': ['waiting-for-browser', 'await-browser', 'show-link'],
  'discovering + failed': ['failed', 'clean-up'],
  'discovering + cancel': ['cancelled', 'clean-up'],
  'waiting-for-browser + came-back': ['exchanging', 'exchange'],
  'waiting-for-browser + time-is-up': ['failed', 'clean-up'],
  'waiting-for-browser + failed': ['failed', 'clean-up'],
  'waiting-for-browser + cancel': ['cancelled', 'clean-up'],
  'exchanging + exchanged': ['signed-in', 'clean-up'],
  'exchanging + failed': ['failed', 'clean-up'],
  'exchanging + cancel': ['cancelled', 'clean-up'],
};

describe('every state with every event', () => {
  const pairs = states.flatMap((state) => events.map((event) => [state, event] as const));
  test.each(pairs.map(([state, event]) => [`${state.kind} + ${event.kind}`, state, event] as const))(
    '%s',
    (name, state, event) => {
      const next = step(state, event);
      const move = moves[name];
      if (move === undefined) {
        expect(next.state).toBe(state);
        expect(next.effects).toEqual([]);
      } else {
        expect([next.state.kind, ...next.effects.map((effect) => effect.kind)]).toEqual(move);
      }
    },
  );
});

test('the deadline counts from when the browser could start, and the timeout says how long it was', () => {
  const { state } = step({ kind: 'discovering' }, { kind: 'prepared', pending, at: 5000, timeoutMs: 60_000 });
  expect(state).toMatchObject({ startedAt: 5000, deadlineAt: 65_000 });
  expect(step(state, { kind: 'time-is-up' }).state).toMatchObject({
    fault: { code: 'signin.timeout', facts: { seconds: 60 } },
  });
});

test('random walks: cleaned up exactly once, at the end, and nothing moves afterwards', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (walk) => {
      let state: SignInState = { kind: 'idle' };
      let cleanUps = 0;
      let exchanges = 0;
      for (const event of walk) {
        const before = state;
        const next = step(state, event);
        state = next.state;
        cleanUps += next.effects.filter((effect) => effect.kind === 'clean-up').length;
        exchanges += next.effects.filter((effect) => effect.kind === 'exchange').length;
        if (isEnded(before)) expect(next).toEqual({ state: before, effects: [] });
      }
      expect(cleanUps).toBe(isEnded(state) ? 1 : 0);
      // A code is sent once, whatever comes back how often.
      expect(exchanges).toBeLessThanOrEqual(1);
      // From everywhere a cancel ends it.
      expect(isEnded(step(state, { kind: 'cancel' }).state)).toBe(true);
    }),
  );
});
