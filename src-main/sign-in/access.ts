import { Fault } from '../fault.ts';
import type { Account } from '../mailbox/account.ts';
import { explainTokenRefusal } from '../mailbox/explain-token-refusal.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import type { Secret } from '../secret.ts';
import { clientOf } from './client-of.ts';
import type { TokenKeeper } from './token-keeper.ts';

export interface AccessPorts {
  readonly keeper: TokenKeeper;
  readonly http: Http;
  readonly clock: Clock;
}

/** The access of one account: tokens that live, and one more try when the server refuses one all the same. */
export interface Access {
  /** @throws Fault signin.needed with the address; vault.*, network.* */
  token(signal?: AbortSignal): Promise<Secret>;
  /**
   * Runs `work` with a token. When the server refuses it (the provider ended the session early, clocks differ), `work`
   * runs once more with a refreshed one: a refused token has changed nothing on the server. A second refusal is
   * explained from here, since the server's answer is always the same.
   */
  use<T>(work: (token: Secret) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createAccess(ports: AccessPorts, account: Account): Access {
  const { keeper } = ports;

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

  async function onceMore<T>(
    work: (token: Secret) => Promise<T>,
    token: Secret,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    try {
      return await work(token);
    } catch (thrown) {
      // A fault with findings has been explained already.
      if (!isRejection(thrown) || thrown.facts['kinds'] !== undefined) throw thrown;
      const { service, address } = account;
      const { generation, issuer } = service;
      const refused = { token, server: new URL(service.server), generation, issuer: issuer.url, address };
      throw await explainTokenRefusal(ports, refused, signal);
    }
  }

  return {
    token: (signal) => fresh(signal, null),
    async use(work, signal) {
      const token = await fresh(signal, null);
      try {
        return await work(token);
      } catch (thrown) {
        if (!isRejection(thrown)) throw thrown;
        return onceMore(work, await fresh(signal, token), signal);
      }
    },
  };
}

function isRejection(thrown: unknown): thrown is Fault {
  return thrown instanceof Fault && thrown.code === 'server.rejected-token';
}

/** The keeper knows accounts by id only; people know them by address. */
function withAddress(thrown: unknown, address: string): unknown {
  if (!(thrown instanceof Fault) || thrown.code !== 'signin.needed') return thrown;
  return new Fault(thrown.code, thrown.message, { cause: thrown, facts: { ...thrown.facts, address } });
}
