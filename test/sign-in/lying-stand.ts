import { inspect } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import type { Http } from '../../src-main/platform/http.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { Secret } from '../../src-main/secret.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { SignIn, SignInClient, SignInResult } from '../../src-main/sign-in/sign-in.ts';
import type { TokenSet } from '../../src-main/sign-in/token-set.ts';
import { type LyingProvider, startLyingProvider } from './lying-provider.ts';

export const redirectUri = 'http://127.0.0.1:49731/callback';
/** Stands in everything the lying provider says, and must never be seen in an error. */
export const marked = 'eyJ-marked-secret';

/** A lying provider, started anew for each test, and the port that signs in there. */
export interface LyingStand {
  provider: LyingProvider;
  port: SignIn;
  client(): SignInClient;
  /** An honest way back from the browser, with some parameters changed (null: left out). */
  comeBack(changes?: Readonly<Record<string, string | null>>, signal?: AbortSignal): Promise<SignInResult>;
}

export function lyingStand(): LyingStand {
  const stand: LyingStand = {
    provider: notStarted(),
    port: notStarted(),
    client: () => ({
      issuer: stand.provider.issuer,
      clientId: 'gatepass',
      scopes: ['openid', 'offline_access'],
      audience: null,
    }),
    async comeBack(changes = {}, signal) {
      const pending = await stand.port.begin(stand.client(), redirectUri, '', signal);
      stand.provider.claims = { nonce: pending.nonce, ...stand.provider.claims };
      const callback = new URL(redirectUri);
      const honest = { code: 'a-code', state: pending.state, iss: stand.provider.issuer };
      for (const [name, value] of Object.entries({ ...honest, ...changes })) {
        if (value !== null) callback.searchParams.set(name, value);
      }
      return stand.port.finish(stand.client(), pending, callback, signal);
    },
  };
  beforeEach(async () => {
    stand.provider = await startLyingProvider();
    stand.port = impatientSignIn();
  });
  afterEach(() => stand.provider.stop());
  return stand;
}

/** Stands there until the first test has started its own. */
function notStarted<T extends object>(): T {
  return new Proxy({} as T, {
    get: () => {
      throw new Error('the stand is open within a test only');
    },
  });
}

/** The usual deadlines, made short: the lies under test must not depend on their length. */
export function impatientSignIn(deadlineMs = 15_000): SignIn {
  const http = createNodeHttp();
  const impatient: Http = { send: (request) => http.send({ ...request, deadlineMs }) };
  return createOpenidSignIn({ http: impatient, clock: createSystemClock() });
}

export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Fault)) throw new Error(`no fault: ${inspect(thrown)}`);
  // Whatever went wrong: nothing of the provider's own text may sit anywhere in the error.
  expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(marked);
  expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain('lying-access-token');
  return thrown;
}

export function held(changes: Partial<TokenSet> = {}): TokenSet {
  return {
    accessToken: new Secret('old-access'),
    refreshToken: new Secret('old-refresh'),
    idToken: null,
    expiresAt: null,
    scopes: ['openid'],
    ...changes,
  };
}
