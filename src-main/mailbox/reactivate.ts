import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import type { Access } from '../sign-in/access.ts';
import { runStep, type Watch } from '../steps.ts';
import type { Account } from './account.ts';
import type { AccountBook } from './account-book.ts';
import { activateMailbox } from './activate-mailbox.ts';
import { activationNote } from './activation-note.ts';

export interface ReactivatePorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly accounts: AccountBook;
}

/**
 * Calls the server in the name of an account that is already known, and keeps what it says of it now: an update of the
 * server from 0.15 to 0.16 changes the user name of mail apps.
 * @throws Fault signin.wrong-person when the server names somebody else now; server.*, signin.needed, network.*
 */
export async function reactivate(
  ports: ReactivatePorts,
  account: Account,
  access: Access,
  watch: Watch,
): Promise<{ readonly account: Account; readonly note: string | null }> {
  const { service, address } = account;
  const active = await runStep(
    watch,
    () => ports.clock.now(),
    'active',
    () =>
      access.use(
        (token) =>
          activateMailbox(
            ports,
            {
              server: new URL(service.server),
              generation: service.generation,
              issuer: service.issuer.url,
              address,
              token,
            },
            watch.signal,
          ),
        watch.signal,
      ),
    ({ login }) => login,
  );
  if (active.identity.kind !== 'same' && active.login !== account.login) {
    throw new Fault('signin.wrong-person', 'another identity than before', {
      facts: { address, login: active.login, issuer: service.issuer.url },
    });
  }
  const now: Account = {
    ...account,
    login: active.login,
    jmapAccountId: active.jmapAccountId,
    service: { ...service, generation: active.generation },
  };
  await ports.accounts.put(now);
  return { account: now, note: activationNote(active) };
}
