import { Fault } from '../fault.ts';
import type { Account } from '../mailbox/account.ts';
import type { ProofLine } from '../mailbox/proof-line.ts';
import { proofVerdict } from '../mailbox/prove.ts';
import { watchedProof } from '../mailbox/watched-proof.ts';
import type { Clock } from '../platform/clock.ts';
import { runStep, type Watch } from '../steps.ts';
import { requireOpenVault } from '../vault/require-open-vault.ts';
import type { Vault } from '../vault/vault.ts';
import type { AppPassword, Proof } from './app-password.ts';
import type { AppPasswordBook } from './app-password-book.ts';
import { proofRefusal } from './proof-refusal.ts';
import type { CreatedAppPassword, NewAppPassword, Provisioning } from './provisioning.ts';

export interface MintPorts {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly appPasswords: AppPasswordBook;
}

export interface MintRequest {
  readonly account: Account;
  readonly mailApp: string;
  /** Keychain item and argument of `passwords show`. */
  readonly id: string;
  readonly wanted: NewAppPassword;
  readonly provisioning: Provisioning;
  readonly line: ProofLine;
}

export interface MintedAppPassword {
  readonly appPassword: AppPassword;
  /** Name of the keychain it is in. */
  readonly vault: string;
  readonly note: 'space-in-secret' | null;
}

/** Milliseconds for taking a fresh app password back when the rest did not work out. */
const takeBackDeadline = 15_000;

/**
 * Create, prove, keep: in this order, so that a person is only ever shown a password that works and is safe.
 * Whatever goes wrong after the creation (refused proof, locked keychain, Ctrl+C), the new app password is destroyed
 * on the server again. Servers that could not be asked (a blocked port) do not destroy it: they are reported.
 * @throws Fault server.*, network.*, password.*, vault.*
 */
export async function mintAppPassword(
  ports: MintPorts,
  request: MintRequest,
  watch: Watch,
): Promise<MintedAppPassword> {
  const vault = await requireOpenVault(ports.vault);
  const now = () => ports.clock.now();
  const created = await runStep(watch, now, 'created', () =>
    request.provisioning.create(request.wanted, watch.signal),
  );
  try {
    const login = { user: request.account.login, secret: created.secret };
    const proof = await watchedProof(ports.clock, request.line, login, watch);
    if (proofVerdict(proof) === 'refused') throw proofRefusal(proof);
    await runStep(
      watch,
      now,
      'kept',
      () => ports.vault.set(request.id, created.secret),
      () => vault,
    );
    return { appPassword: await remember(ports, request, created, proof), vault, note: created.note ?? null };
  } catch (thrown) {
    throw await takeBack(ports, request, created, thrown);
  }
}

async function remember(
  ports: MintPorts,
  request: MintRequest,
  created: CreatedAppPassword,
  proof: Proof,
): Promise<AppPassword> {
  const appPassword: AppPassword = {
    id: request.id,
    accountId: request.account.id,
    mailApp: request.mailApp,
    serverId: created.serverId,
    description: request.wanted.description,
    createdAt: new Date(ports.clock.now()).toISOString(),
    expiresAt: request.wanted.expiresAt,
    proof,
  };
  await ports.appPasswords.put(appPassword);
  return appPassword;
}

/** Destroys what was just made; says in the fault what became of it. */
async function takeBack(
  ports: MintPorts,
  request: MintRequest,
  created: CreatedAppPassword,
  thrown: unknown,
): Promise<unknown> {
  await ports.vault.delete(request.id).catch(() => undefined);
  const afterwards = await request.provisioning
    .destroy(
      { serverId: created.serverId, description: request.wanted.description },
      AbortSignal.timeout(takeBackDeadline),
    )
    .then(
      () => 'destroyed again',
      () => `left on the server, useless to anybody: revoke “${request.wanted.description}” later`,
    );
  if (!(thrown instanceof Fault)) return thrown;
  return new Fault(thrown.code, thrown.message, {
    retryable: thrown.retryable,
    cause: thrown,
    facts: { ...thrown.facts, afterwards },
  });
}
