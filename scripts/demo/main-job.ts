import { createChecklist } from '../../src-main/cli/checklist.ts';
import type { Output } from '../../src-main/cli/output.ts';
import { Fault } from '../../src-main/fault.ts';
import { createNodeApp } from '../../src-main/node-app.ts';
import type { StepEvent } from '../../src-main/steps.ts';
import type { Vault } from '../../src-main/vault/vault.ts';
import { linkWords, serviceWords } from './job-words.ts';
import type { JobOrder, JobResult } from './messages.ts';
import { inOrder, type StepTime } from './step-times.ts';

export interface JobPorts {
  readonly vault: Vault;
  readonly out: Output;
  readonly signal: AbortSignal;
  /** Somebody must open this link; not called when the system's browser shows it. */
  readonly onLink: (url: URL) => void;
}

/** The step that waits for a person has a deadline of its own. */
const signInMs = { byHand: 180_000, byItself: 90_000 };

/**
 * The main job of Gatepass with the use cases of the command line: sign in, make an app password for Thunderbird,
 * prove it, keep it, read it back.
 * @throws Fault
 */
export async function doMainJob(ports: JobPorts, order: JobOrder): Promise<JobResult> {
  const { out, signal } = ports;
  const app = createNodeApp({ vault: ports.vault });
  const checklist = createChecklist(out);
  const steps: StepTime[] = [];
  // Where people sign in is known a moment after the first step; it reads better above it.
  let found: StepEvent | null = null;

  function onStep(event: StepEvent): void {
    if (event.state === 'done') steps.push({ name: event.step, ms: Math.round(event.ms) });
    if (event.step === 'found' && event.state === 'done') found = event;
    else checklist.onStep(event);
  }
  function onLink(url: URL, opened: boolean): void {
    checklist.say(serviceWords(out, order, url));
    checklist.say(linkWords(out, order, url, opened));
    if (found !== null) checklist.onStep(found);
    if (!opened) ports.onLink(url);
  }

  try {
    const { account, note } = await app.signIn(
      {
        address: order.address,
        server: order.server,
        issuer: order.issuer,
        clientId: order.clientId,
        scopes: null,
        audience: null,
        imap: order.imap,
        smtp: order.smtp,
        sieve: order.sieve,
        acceptLogin: null,
        openBrowser: order.byHand !== null,
        device: false,
        port: null,
        timeoutMs: order.byHand === null ? signInMs.byItself : signInMs.byHand,
        keepConnections: true,
      },
      { signal, onStep, onLink, onDeviceCode: () => undefined },
    );
    if (note !== null) checklist.say(`    ${out.style('dim', note)}`);
    const made = await app.createAppPassword(
      { account: account.id, mailApp: 'thunderbird', name: null, expires: null },
      { signal, onStep },
    );
    const kept = await app.showAppPassword(made.appPassword.id);
    if (kept.reveal() === '') throw new Fault('bug', 'an empty app password was kept');
    return {
      generation: account.service.generation,
      identity: account.login,
      proof: made.proved,
      vault: made.vault,
      steps: inOrder(steps),
      settings: made.settings,
    };
  } finally {
    checklist.stop();
    app.close();
  }
}
