import { Fault } from '../fault.ts';
import type { Account } from '../mailbox/account.ts';
import type { Secret } from '../secret.ts';
import { clientOf } from './client-of.ts';
import type { TokenKeeper } from './token-keeper.ts';

/** The access of one account: tokens that live, and one more try when the server refuses one all the same. */
export interface Access {
  /** @throws Fault signin.needed with the address; vault.*, network.* */
  token(signal?: AbortSignal): Promise<Secret>;
  /**
   * Runs `work` with a token. When the server refuses it (the provider ended the session early, clocks differ), `work`
   * runs once more with a refreshed one: a refused token has changed nothing on the server.
   */
  use<T>(work: (token: Secret) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createAccess(keeper: TokenKeeper, account: Account): Access {
  async function fresh(signal: AbortSignal | undefined, rejected: Secret | null): Promise<Secret> {
    try {
      return await keeper.freshToken(account.id, clientOf(account), {
        ...(signal === undefined ? {} : { signal }),
        ...(rejected === null ? {} : { rejected }),
      });
    } catch (thrown) {
      throw withAddress(thrown, account.address);
    }
  }

  return {
    token: (signal) => fresh(signal, null),
    async use(work, signal) {
      const token = await fresh(signal, null);
      try {
        return await work(token);
      } catch (thrown) {
        if (!(thrown instanceof Fault) || thrown.code !== 'server.rejected-token') throw thrown;
        return work(await fresh(signal, token));
      }
    },
  };
}

/** The keeper knows accounts by id only; people know them by address. */
function withAddress(thrown: unknown, address: string): unknown {
  if (!(thrown instanceof Fault) || thrown.code !== 'signin.needed') return thrown;
  return new Fault(thrown.code, thrown.message, { cause: thrown, facts: { ...thrown.facts, address } });
}
