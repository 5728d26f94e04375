import { assertNever } from '../assert-never.ts';
import { Fault } from '../fault.ts';
import { diagnose } from './diagnose.ts';
import type { JourneyPorts } from './journey-ports.ts';
import type { Keychain } from './journey-state.ts';
import type { Task, TaskNews, TaskResult } from './journey-task.ts';
import type { MailboxRequest } from './mailbox-request.ts';

/** Milliseconds between two looks at the network. */
const lookAgainMs = 1_000;

/** The longest a task may take, in milliseconds; then it is cancelled as if nobody had answered. */
export function longestMs(task: Task): number {
  switch (task.kind) {
    case 'load':
    case 'look-at-keychain':
      return 20_000;
    case 'sign-in':
      return task.timeoutMs + 60_000;
    case 'create':
    case 'diagnose':
      return 120_000;
    case 'wait':
      return Number.POSITIVE_INFINITY;
    default:
      return 60_000;
  }
}

/** For a task that took longer than that. */
export function tooLate(task: Task): Fault {
  const facts = { host: peerOf(task), seconds: Math.round(longestMs(task) / 1000) };
  return new Fault('network.timeout', 'the work took too long', { retryable: true, facts });
}

/** Whom the task was waiting for, as far as it says. */
function peerOf(task: Task): string {
  switch (task.kind) {
    case 'find':
      return task.request.server ?? task.request.address;
    case 'sign-in':
      return task.found.server.host;
    case 'list':
    case 'create':
    case 'revoke':
    case 'sign-out':
      // `mara@example.org/mail.example.org`, see `accountId`.
      return task.account.slice(task.account.indexOf('/') + 1);
    default:
      return 'localhost';
  }
}

/** Does one task with the use cases. @throws what they throw; the signal's reason */
export async function performTask(
  ports: JourneyPorts,
  task: Task,
  tell: (news: TaskNews) => void,
  signal: AbortSignal,
): Promise<TaskResult> {
  const { app } = ports;
  const watch = { onStep: (step: Parameters<typeof tellStep>[1]) => tellStep(tell, step), signal };
  switch (task.kind) {
    case 'load': {
      const [accounts, activity, preferences, keychain, installed] = await Promise.all([
        app.accounts(),
        ports.activity.list(),
        ports.preferences.read(),
        lookAtKeychain(ports),
        ports.mailApps.find(signal),
      ]);
      return { kind: 'loaded', accounts, activity, preferences, keychain, installed };
    }
    case 'find':
      return { kind: 'found', found: await app.find(withDefaults(task.request, ports.defaults), watch) };
    case 'sign-in': {
      const { request, found, acceptLogin, asSomeoneElse, timeoutMs } = task;
      const { account, name, mayBounce } = await app.signIn(
        {
          ...withDefaults(request, ports.defaults),
          found,
          acceptLogin,
          asSomeoneElse,
          timeoutMs: ports.browserMs ?? timeoutMs,
          openBrowser: true,
          device: false,
          port: null,
          keepConnections: true,
        },
        {
          ...watch,
          onLink: (url, opened, deadlineAt) => tell({ kind: 'link', url: url.href, opened, deadlineAt }),
          onDeviceCode: ({ url, code, guessed, deadlineAt }) =>
            tell({ kind: 'code', url: url.href, text: code, guessed, deadlineAt }),
          onReturn: () => tell({ kind: 'returned' }),
        },
      );
      return { kind: 'signed-in', account, name, mayBounce };
    }
    case 'list':
      return { kind: 'listed', appPasswords: await app.listAppPasswords(task.account, signal) };
    case 'create': {
      const { account, mailApp, name, lifetime } = task;
      const request = { account, mailApp, name: name === '' ? null : name, expires: lifetime };
      const { appPassword } = await app.createAppPassword(request, watch);
      return { kind: 'created', appPassword };
    }
    case 'revoke':
      await app.revokeAppPassword(task.id, task.account, watch);
      return { kind: 'revoked' };
    case 'prove':
      return { kind: 'proved', appPassword: await app.proveAppPassword(task.id, watch) };
    case 'sign-out':
      await app.signOut({ account: task.account, revokePasswords: false, openBrowser: true }, watch);
      return { kind: 'signed-out', accounts: await app.accounts() };
    case 'diagnose':
      await diagnose(ports, task, (check) => tell({ kind: 'check', check }), signal);
      return { kind: 'diagnosed' };
    case 'look-at-keychain':
      return { kind: 'keychain', keychain: await lookAtKeychain(ports) };
    case 'wait':
      return waitForNetwork(ports, task.until, signal);
    default:
      return assertNever(task);
  }
}

function tellStep(tell: (news: TaskNews) => void, step: Extract<TaskNews, { kind: 'step' }>['step']): void {
  tell({ kind: 'step', step });
}

async function lookAtKeychain({ vault }: JourneyPorts): Promise<Keychain> {
  const { name, state } = await vault.describe();
  return { name, state };
}

function withDefaults(request: MailboxRequest, defaults: JourneyPorts['defaults']): MailboxRequest {
  const said = Object.entries(request).filter(([, value]) => value !== null);
  return { ...request, ...defaults, ...Object.fromEntries(said) };
}

/**
 * Until the network comes back, or the time is over. A computer that counts as online although nothing was reached
 * (a network without internet) is given the whole time, or it would be tried without end.
 */
async function waitForNetwork(
  { clock, online }: JourneyPorts,
  until: number,
  signal: AbortSignal,
): Promise<TaskResult> {
  const wasOnline = online.isOnline();
  for (;;) {
    const left = until - clock.now();
    if (left <= 0 || (!wasOnline && online.isOnline())) return { kind: 'waited', online: online.isOnline() };
    await clock.sleep(Math.min(left, lookAgainMs), signal);
  }
}
