import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import type { ProcessLock } from '../../src-main/platform/process-lock.ts';
import { Secret } from '../../src-main/secret.ts';
import type { SignIn, SignInClient } from '../../src-main/sign-in/sign-in.ts';
import { createTokenKeeper } from '../../src-main/sign-in/token-keeper.ts';
import type { TokenSet } from '../../src-main/sign-in/token-set.ts';
import type { TokenStore } from '../../src-main/sign-in/token-store.ts';

const client: SignInClient = {
  issuer: 'https://login.example.org',
  clientId: 'gatepass',
  scopes: ['openid'],
  audience: null,
};
const start = 1_800_000_000_000;

function set(number: number, expiresAt: number | null): TokenSet {
  return {
    accessToken: new Secret(`access-${number}`),
    refreshToken: new Secret(`refresh-${number}`),
    idToken: null,
    expiresAt,
    scopes: ['openid'],
  };
}

/**
 * A provider that rotates and ends the session when a refresh token comes twice, a store that tells what happened in
 * which order, and a clock that stands still.
 */
function world(first: TokenSet | null = set(0, start)) {
  const log: string[] = [];
  const stored = new Map<string, TokenSet>();
  if (first) stored.set('mara', first);
  const state = {
    now: start,
    alive: 'refresh-0',
    count: 0,
    saveFault: null as Fault | null,
    refreshFault: null as Fault | null,
    /** What another process does while the lock is waited for. */
    meanwhile: () => undefined as unknown,
  };
  const store: TokenStore = {
    load: async (id) => stored.get(id) ?? null,
    save: async (id, tokens) => {
      if (state.saveFault) throw state.saveFault;
      log.push(`save ${tokens.refreshToken?.reveal()}`);
      stored.set(id, tokens);
    },
    remove: async (id) => {
      stored.delete(id);
    },
  };
  const signIn: Pick<SignIn, 'refresh'> = {
    refresh: async (_client, held) => {
      const token = held.refreshToken?.reveal() ?? '';
      log.push(`refresh ${token}`);
      await Promise.resolve();
      if (state.refreshFault) throw state.refreshFault;
      if (token !== state.alive) throw new Fault('signin.needed', 'invalid_grant');
      state.count += 1;
      state.alive = `refresh-${state.count}`;
      return set(state.count, state.now + 3_600_000);
    },
  };
  const clock = { now: () => state.now, sleep: () => Promise.reject(new Error('no sleeping here')) };
  const lock: ProcessLock = {
    hold: (work) => {
      state.meanwhile();
      return work();
    },
  };
  const keeper = createTokenKeeper({ signIn: signIn as SignIn, store, clock, lock });
  const fresh = async (options = {}) => {
    const token = (await keeper.freshToken('mara', client, options)).reveal();
    log.push(`gave ${token}`);
    return token;
  };
  return { log, stored, state, fresh, keeper };
}

test('a token with more than a minute to live is given as it is', async () => {
  const { fresh, log, state } = world(set(0, start + 60_001));
  await expect(fresh()).resolves.toBe('access-0');
  state.now += 1;
  await expect(fresh()).resolves.toBe('access-1');
  expect(log).toEqual(['gave access-0', 'refresh refresh-0', 'save refresh-1', 'gave access-1']);
});

test('a token of unknown life is good until the server refuses it', async () => {
  const { fresh } = world(set(0, null));
  await expect(fresh()).resolves.toBe('access-0');
  await expect(fresh({ rejected: new Secret('access-0') })).resolves.toBe('access-1');
  // Refused long ago: what there is now is another one.
  await expect(fresh({ rejected: new Secret('access-0') })).resolves.toBe('access-1');
});

test('many callers at once: one refresh, whatever the mix', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (callers) => {
      const { fresh, state } = world();
      const rejected = new Secret('access-0');
      const tokens = await Promise.all(callers.map((forced) => fresh(forced ? { rejected } : {})));
      expect(new Set(tokens)).toEqual(new Set(['access-1']));
      expect(state.count).toBe(1);
    }),
  );
});

test('without a refresh token a person must sign in', async () => {
  const { fresh, state } = world({ ...set(0, start), refreshToken: null });
  state.refreshFault = new Fault('signin.needed', 'no refresh token');
  await expect(fresh()).rejects.toMatchObject({ code: 'signin.needed' });
});

test('another process that was faster is not refreshed after', async () => {
  const { fresh, log, stored, state } = world();
  state.meanwhile = () => stored.set('mara', set(7, start + 3_600_000));
  await expect(fresh()).resolves.toBe('access-7');
  expect(log).toEqual(['gave access-7']);
});

test('a rejected caller that joins a flight gets a token that was not rejected', async () => {
  const { fresh, state } = world(set(0, start + 3_600_000));
  const [plain, forced] = await Promise.all([fresh(), fresh({ rejected: new Secret('access-0') })]);
  expect([plain, forced]).toEqual(['access-0', 'access-1']);
  expect(state.count).toBe(1);
});

test('accounts do not wait for each other, nor share', async () => {
  const { keeper, stored, fresh } = world();
  stored.set('other', set(7, start + 3_600_000));
  const [mara, other] = await Promise.all([fresh(), keeper.freshToken('other', client)]);
  expect([mara, other.reveal()]).toEqual(['access-1', 'access-7']);
});

test('what cannot be stored is not given out, and is stored first of all next time', async () => {
  const { fresh, log, state, stored } = world();
  state.saveFault = new Fault('vault.locked', 'locked');
  await expect(fresh()).rejects.toMatchObject({ code: 'vault.locked' });
  await expect(fresh()).rejects.toMatchObject({ code: 'vault.locked' });
  expect(state.count).toBe(1);
  state.saveFault = null;
  await expect(fresh()).resolves.toBe('access-1');
  expect(log).toEqual(['refresh refresh-0', 'save refresh-1', 'gave access-1']);
  expect(stored.get('mara')?.refreshToken?.reveal()).toBe('refresh-1');
});

test('a set left unstored does not replace a newer sign-in', async () => {
  const { fresh, state, stored } = world();
  state.saveFault = new Fault('vault.locked', 'locked');
  await expect(fresh()).rejects.toMatchObject({ code: 'vault.locked' });
  state.saveFault = null;
  stored.set('mara', set(50, start + 3_600_000));
  await expect(fresh()).resolves.toBe('access-50');
});

test('signed out, and ended by the provider: sign in again; the provider is not asked twice', async () => {
  const nobody = world(null);
  await expect(nobody.fresh()).rejects.toMatchObject({ code: 'signin.needed' });
  const { fresh, state, log, stored } = world();
  state.alive = 'another';
  await expect(fresh()).rejects.toMatchObject({ code: 'signin.needed' });
  await expect(fresh()).rejects.toMatchObject({ code: 'signin.needed' });
  expect(log).toEqual(['refresh refresh-0']);
  // A new sign-in ends that.
  state.alive = 'refresh-50';
  stored.set('mara', set(50, start));
  await expect(fresh()).resolves.toBe('access-1');
});

test.each(['network.offline', 'network.timeout', 'signin.provider-broken'] as const)(
  '%s keeps everything',
  async (code) => {
    const { fresh, state, stored } = world();
    state.refreshFault = new Fault(code, 'x', { retryable: true });
    await expect(fresh()).rejects.toMatchObject({ code });
    expect(stored.get('mara')?.refreshToken?.reveal()).toBe('refresh-0');
    state.refreshFault = null;
    await expect(fresh()).resolves.toBe('access-1');
  },
);

test.each([
  ['still good', start + 3_600_000, 'access-9'],
  ['old again', start, 'access-1'],
])('another process was faster, its token is %s', async (_name, expiresAt, token) => {
  const { fresh, state, stored } = world();
  const swap = fresh();
  // Between our reading and the provider's answer the other process stored its set.
  stored.set('mara', set(9, expiresAt));
  state.alive = 'refresh-9';
  await expect(swap).resolves.toBe(token);
});

test('a caller who leaves ends neither the refresh nor the wait of others', async () => {
  const { fresh, state, stored } = world();
  const controller = new AbortController();
  const reason = new Error('left');
  const leaving = fresh({ signal: controller.signal });
  const staying = fresh();
  controller.abort(reason);
  await expect(leaving).rejects.toBe(reason);
  await expect(staying).resolves.toBe('access-1');
  expect(state.count).toBe(1);
  expect(stored.get('mara')?.refreshToken?.reveal()).toBe('refresh-1');
  await expect(fresh({ signal: controller.signal })).rejects.toBe(reason);
});
