import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import { orAborted } from '../platform/or-aborted.ts';
import type { ProcessLock } from '../platform/process-lock.ts';
import type { Secret } from '../secret.ts';
import type { SignIn, SignInClient } from './sign-in.ts';
import type { TokenSet } from './token-set.ts';
import type { TokenStore } from './token-store.ts';

/**
 * A token given out lives longer than this. Not more: Rauthy refuses refreshes earlier than 60 s before the end.
 */
const marginMs = 60_000;

export interface FreshTokenOptions {
  /** A token the server has just refused: it is not given out again, however long it claims to live. */
  readonly rejected?: Secret;
  readonly signal?: AbortSignal;
}

/**
 * Hands out access tokens that live for a minute at least. One refresh at a time, in this process and among all of this
 * computer: many providers end the whole session when an old refresh token comes twice (RFC 9700 section 4.14.2).
 */
export interface TokenKeeper {
  /**
   * @throws Fault signin.needed (nothing is kept, or the provider ended the session), vault.* and state.* of the
   *   store, network.* and issuer.* (nothing is lost then); the signal's reason when aborted
   */
  freshToken(accountId: string, client: SignInClient, options?: FreshTokenOptions): Promise<Secret>;
}

export interface TokenKeeperPorts {
  readonly signIn: SignIn;
  readonly store: TokenStore;
  readonly clock: Clock;
  /** Held while a token set is refreshed, the request to the provider included. Not the store's own. */
  readonly lock: ProcessLock;
}

/** A refreshed set that could not be stored (a keychain that got locked), and what it replaces. */
interface Unsaved {
  readonly before: Secret | null;
  readonly tokens: TokenSet;
}

export function createTokenKeeper({ signIn, store, clock, lock }: TokenKeeperPorts): TokenKeeper {
  const underWay = new Map<string, Promise<TokenSet>>();
  const unsaved = new Map<string, Unsaved>();
  /** Refresh tokens the provider has refused: asking again would only be noise in its log. */
  const ended = new Map<string, Secret>();

  async function current(accountId: string): Promise<TokenSet> {
    const stored = await store.load(accountId);
    if (stored === null)
      throw new Fault('signin.needed', 'no token set', { facts: { reason: 'this computer is signed out' } });
    const waiting = unsaved.get(accountId);
    if (waiting === undefined) return stored;
    // The provider gave this set for the stored one. If that is still there, it must not be lost a second time.
    if (same(stored.refreshToken, waiting.before)) await store.save(accountId, waiting.tokens);
    unsaved.delete(accountId);
    return same(stored.refreshToken, waiting.before) ? waiting.tokens : stored;
  }

  async function refreshed(accountId: string, client: SignInClient, held: TokenSet): Promise<TokenSet> {
    if (ended.has(accountId) && same(ended.get(accountId) ?? null, held.refreshToken))
      throw sessionEnded(client);
    let tokens: TokenSet;
    try {
      tokens = await signIn.refresh(client, held);
    } catch (thrown) {
      if (!(thrown instanceof Fault) || thrown.code !== 'signin.needed') throw thrown;
      const now = await store.load(accountId);
      // Another process was faster, and ours was refused for that.
      if (now !== null && !same(now.accessToken, held.accessToken)) {
        return lives(now) ? now : refreshed(accountId, client, now);
      }
      if (held.refreshToken !== null) ended.set(accountId, held.refreshToken);
      throw thrown;
    }
    unsaved.set(accountId, { before: held.refreshToken, tokens });
    // Before anything uses the new access token: with a rotating provider the old refresh token is dead now.
    await store.save(accountId, tokens);
    unsaved.delete(accountId);
    return tokens;
  }

  async function usable(accountId: string, client: SignInClient, rejected: Secret | null): Promise<TokenSet> {
    const good = (held: TokenSet) => lives(held) && !same(held.accessToken, rejected);
    const held = await current(accountId);
    if (good(held)) return held;
    return lock.hold(async () => {
      // Another process may have been faster.
      const now = await current(accountId);
      return good(now) ? now : refreshed(accountId, client, now);
    });
  }

  function lives(tokens: TokenSet): boolean {
    return tokens.expiresAt === null || tokens.expiresAt - clock.now() > marginMs;
  }

  /** The one flight of this account; a caller with a rejected token joins it and looks again afterwards. */
  async function flight(accountId: string, client: SignInClient, rejected: Secret | null): Promise<TokenSet> {
    const other = underWay.get(accountId);
    if (other !== undefined) {
      const tokens = await other;
      if (!same(tokens.accessToken, rejected)) return tokens;
      return flight(accountId, client, rejected);
    }
    const own = usable(accountId, client, rejected).finally(() => underWay.delete(accountId));
    underWay.set(accountId, own);
    return own;
  }

  return {
    async freshToken(accountId, client, options = {}) {
      options.signal?.throwIfAborted();
      // One caller's signal must not end a refresh that others wait for, nor lose its answer.
      const tokens = await orAborted(flight(accountId, client, options.rejected ?? null), options.signal);
      return tokens.accessToken;
    },
  };
}

function sessionEnded(client: SignInClient): Fault {
  const reason = 'the sign-in service ended the session';
  return new Fault('signin.needed', 'refresh token refused before', {
    facts: { issuer: client.issuer, reason },
  });
}

function same(left: Secret | null, right: Secret | null): boolean {
  return left !== null && right !== null && left.reveal() === right.reveal();
}
