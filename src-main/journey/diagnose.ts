import { Fault } from '../fault.ts';
import type { CheckView, FaultView } from '../ipc/view.ts';
import type { Account } from '../mailbox/account.ts';
import { requireOpenVault } from '../vault/require-open-vault.ts';
import { checksOfProof } from './checks.ts';
import type { JourneyPorts } from './journey-ports.ts';
import { mailboxRequest } from './mailbox-request.ts';
import { shownFault } from './shown-fault.ts';

type Ports = Pick<JourneyPorts, 'app' | 'vault' | 'clock' | 'online'>;

/**
 * From this computer to the mailbox, one check after the other; the way of the mail and the keychain are looked at
 * also where an earlier check has failed. Changes nothing on the server.
 * @throws the signal's reason
 */
export async function diagnose(
  ports: Ports,
  { account, appPassword }: { readonly account: Account | null; readonly appPassword: string | null },
  tell: (check: CheckView) => void,
  signal: AbortSignal,
): Promise<void> {
  const quiet = { onStep: () => {}, signal };

  async function check(name: CheckView['name'], work: () => Promise<unknown>): Promise<void> {
    signal.throwIfAborted();
    const since = ports.clock.now();
    tell({ name, state: 'working', ms: null, fault: null });
    const fault = await work().then(
      () => null,
      (thrown: unknown) => shownFault(thrown),
    );
    signal.throwIfAborted();
    tell(outcome(name, ports.clock.now() - since, fault));
  }

  await check('internet', async () => {
    if (!ports.online.isOnline()) throw new Fault('network.offline', 'no network', { retryable: true });
  });
  if (account !== null) {
    const typed = { address: account.address, server: account.service.server, issuer: null };
    await check('found', () => ports.app.find(mailboxRequest(typed, [account]), quiet));
    await check('signed-in', () => requireTokens(ports, account));
    await check('active', () => ports.app.activate(account.id, quiet));
  }
  if (appPassword !== null) await checkMail(ports, appPassword, account, tell, signal);
  await check('keychain', () => requireOpenVault(ports.vault));
}

async function requireTokens({ app }: Ports, { id, address }: Account): Promise<void> {
  const here = (await app.accounts()).find((one) => one.id === id);
  if (here?.signedIn) return;
  throw new Fault('signin.needed', 'no token set', {
    facts: { address, reason: 'nobody is signed in here' },
  });
}

async function checkMail(
  { app }: Ports,
  id: string,
  account: Account | null,
  tell: (check: CheckView) => void,
  signal: AbortSignal,
): Promise<void> {
  const names = ['imap', 'smtp', 'jmap'] as const;
  for (const name of names) tell({ name, state: 'working', ms: null, fault: null });
  try {
    const { proof } = await app.proveAppPassword(id, { onStep: () => {}, signal });
    if (proof !== null) for (const one of checksOfProof(proof, account)) tell(one);
  } catch (thrown) {
    signal.throwIfAborted();
    for (const name of names) tell(outcome(name, 0, shownFault(thrown)));
  }
}

function outcome(name: CheckView['name'], ms: number, fault: FaultView | null): CheckView {
  return { name, state: fault === null ? 'done' : 'failed', ms: Math.round(ms), fault };
}
