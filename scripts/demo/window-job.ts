import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createChecklist } from '../../src-main/cli/checklist.ts';
import type { Output } from '../../src-main/cli/output.ts';
import { toFault } from '../../src-main/fault.ts';
import { faultWords } from '../../src-main/fault-words.ts';
import type { View } from '../../src-main/ipc/view.ts';
import { type Desktop, launchDesktop } from '../../test/e2e/launch-desktop.ts';
import { electronCommand } from '../electron-command.ts';
import { hasDisplay } from '../has-display.ts';
import type { JobOutcome } from './job.ts';
import type { JobError, JobOrder } from './messages.ts';
import { doJobInWindow } from './person-at-the-window.ts';
import type { PictureBook } from './picture-book.ts';
import { publicKeyOf } from './public-key-of.ts';
import { inOrder, type StepTime } from './step-times.ts';
import { whatWasMade } from './what-was-made.ts';
import type { WindowKeychain } from './window-keychain.ts';
import { createWindowWatch } from './window-watch.ts';

export interface WindowJobOptions {
  readonly order: JobOrder;
  readonly ca: string;
  readonly home: string;
  readonly keychain: WindowKeychain;
  readonly out: Output;
  readonly signal: AbortSignal;
}

/** A hidden mistake of ours must not keep anybody waiting. */
const deadlineMs = 240_000;
const endsWithinMs = 10_000;
const mailApp = { id: 'thunderbird', name: 'Thunderbird' } as const;

/** Opens the window for a person, and waits until the person closes it. */
export async function showWindow(options: WindowJobOptions): Promise<JobOutcome> {
  const { order, home, out, signal, keychain } = options;
  const { program, args, env, electron } = electronCommand([
    `--user-data-dir=${join(home, 'window')}`,
    // Chromium, by which the real one asks the server, does not read NODE_EXTRA_CA_CERTS.
    `--ignore-certificate-errors-spki-list=${await publicKeyOf(order.server, options.ca)}`,
  ]);
  if (electron === 'stand-in') out.say('  The Electron binary is not here: Chromium shows the window.');
  const child = spawn(program, args, { env: { ...env, ...envOf(options) }, stdio: 'ignore' });
  const closed = once(child, 'close');
  let patience: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    patience ??= setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  await closed;
  clearTimeout(patience);
  signal.removeEventListener('abort', stop);
  const made = await whatWasMade(home);
  if (made === null) return { kind: 'closed' };
  return { kind: 'done', result: { ...made, vault: keychain.name, steps: [] } };
}

/** Does the job in the window as a person would, where nobody sees it. */
export async function driveWindow(options: WindowJobOptions & WindowPerson): Promise<JobOutcome> {
  const { order, home, out, keychain, pictures, signIn } = options;
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(deadlineMs)]);
  const checklist = createChecklist(out);
  const steps: StepTime[] = [];
  const watch = createWindowWatch({
    now: () => performance.now(),
    keychain: keychain.name,
    onStep(event) {
      if (event.state === 'done') steps.push({ name: event.step, ms: Math.round(event.ms) });
      checklist.onStep(event);
    },
  });
  let desktop: Desktop | undefined;
  const close = () => void desktop?.close();
  try {
    // The window opens where there is a display, and works without one.
    desktop = await launchDesktop({ env: { ...envOf(options), ...(hasDisplay() ? {} : { DISPLAY: '' }) } });
    signal.addEventListener('abort', close, { once: true });
    signal.throwIfAborted();
    const { page } = desktop;
    await page.exposeFunction('demoSees', (view: View) => watch.onView(view));
    await page.evaluate(
      `window.gatepass.subscribe((view) => void window.demoSees(view));
       window.gatepass.invoke('view.get', null).then((reply) => reply.ok && window.demoSees(reply.value));`,
    );
    await doJobInWindow(desktop, watch, {
      address: order.address,
      mailApp,
      signIn,
      picture: (name, isStillThere) => pictures.take(page, name, isStillThere),
      signal,
    });
    const made = await whatWasMade(home);
    if (made === null) throw new Error('the window says that it works, and nothing was made');
    return { kind: 'done', result: { ...made, vault: keychain.name, steps: inOrder(steps) } };
  } catch (thrown) {
    checklist.stop();
    if (desktop && !signal.aborted) await pictures.take(desktop.page, 'not-well').catch(() => undefined);
    return { kind: 'failed', error: errorOf(thrown) };
  } finally {
    checklist.stop();
    signal.removeEventListener('abort', close);
    await desktop?.close();
  }
}

export interface WindowPerson {
  /** Signs in on the page at `url`; does not wait for it. */
  readonly signIn: (url: string) => void;
  readonly pictures: PictureBook;
}

function envOf({ order, ca, home, keychain }: WindowJobOptions): Readonly<Record<string, string>> {
  const { server, issuer, clientId, imap, smtp, sieve } = order;
  const { vault } = keychain;
  const sandbox = {
    server,
    clientId,
    imap,
    smtp,
    sieve,
    ...(issuer === null ? {} : { issuer }),
    ...(vault === null ? {} : { vault }),
  };
  return {
    ...keychain.env,
    // What a window that is killed leaves there goes with the rest. Elsewhere paths of sockets would be too long.
    ...(process.platform === 'linux' ? { TMPDIR: home } : {}),
    NODE_EXTRA_CA_CERTS: ca,
    GATEPASS_HOME: home,
    GATEPASS_SANDBOX: JSON.stringify(sandbox),
  };
}

function errorOf(thrown: unknown): JobError {
  const fault = toFault(thrown);
  const { happened, now } = faultWords(fault);
  const message = fault.code === 'bug' && thrown instanceof Error ? firstLine(thrown) : happened;
  return { code: fault.code, message, next: now, retryable: fault.retryable, facts: fault.facts };
}

function firstLine({ message }: Error): string {
  return message.split('\n')[0] ?? '';
}
