import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import { runStep, type Watch } from '../steps.ts';
import type { Vault } from '../vault/vault.ts';
import type { ListedAppPassword } from './app-password.ts';
import type { AppPasswordBook } from './app-password-book.ts';
import { foreignIdPrefix } from './overview.ts';
import type { Provisioning } from './provisioning.ts';

export interface RevokePorts {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly appPasswords: AppPasswordBook;
}

/**
 * Destroys one app password on the server, then forgets its secret and what is remembered of it. In this order: when
 * the server cannot be reached nothing is forgotten. One that is already gone on the server is only forgotten.
 * @param id ours (`thunderbird-k7f2qd`) or `server:<server's id>` for one made elsewhere
 * @throws Fault password.not-found, server.*, network.*, vault.*
 */
export async function revokeAppPassword(
  ports: RevokePorts,
  provisioning: Provisioning,
  accountId: string,
  id: string,
  watch: Watch,
): Promise<{ readonly description: string }> {
  const target = id.startsWith(foreignIdPrefix)
    ? await findForeign(provisioning, id.slice(foreignIdPrefix.length), watch.signal)
    : await findOurs(ports.appPasswords, accountId, id);
  await runStep(
    watch,
    () => ports.clock.now(),
    'revoked',
    () => provisioning.destroy(target, watch.signal),
    () => target.description,
  );
  if (!id.startsWith(foreignIdPrefix)) {
    await ports.vault.delete(id);
    await ports.appPasswords.remove(id);
  }
  return { description: target.description };
}

async function findOurs(book: AppPasswordBook, accountId: string, id: string): Promise<ListedAppPassword> {
  const ours = await book.get(id);
  if (!ours || ours.accountId !== accountId) throw notFound(id);
  return ours;
}

async function findForeign(
  provisioning: Provisioning,
  serverId: string,
  signal: AbortSignal,
): Promise<ListedAppPassword> {
  const listed = await provisioning.list(signal);
  const found = listed.find((one) => one.serverId === serverId);
  if (!found) throw notFound(`${foreignIdPrefix}${serverId}`);
  return found;
}

function notFound(id: string): Fault {
  return new Fault('password.not-found', 'no such app password', { facts: { id } });
}
