import process from 'node:process';
import { createOutput } from '../../src-main/cli/output.ts';
import { toFault } from '../../src-main/fault.ts';
import { faultWords } from '../../src-main/fault-words.ts';
import { withDeadline } from '../../src-main/platform/deadline.ts';
import { endProcess } from '../../src-main/platform/end-process.ts';
import { createCornerVault } from '../../src-main/vault/corner-vault.ts';
import { doMainJob } from './main-job.ts';
import type { JobCommand, JobError, JobNews, JobOrder } from './messages.ts';
import { pickVault } from './pick-vault.ts';

// Gatepass in a process of its own: NODE_EXTRA_CA_CERTS is read when a process starts, and the demo knows its CA only
// after that. It ends when it is told to, and when whoever started it is gone.

const stop = new AbortController();
const end = () => stop.abort(new Error('the demo ends'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.on('disconnect', end);
// Who reads the words may be gone first.
process.stderr.on('error', () => undefined);

process.on('message', (command: JobCommand) => {
  if (command.kind === 'stop') end();
  else void work(command.order);
});

async function work(order: JobOrder): Promise<void> {
  // Until the keychain has answered, a call to it may hold up the end of this process.
  let stuck = true;
  try {
    const out = createOutput(process, order.json);
    const picked = await withDeadline(60_000, stop.signal, pickVault);
    stuck = picked.stuck;
    if (picked.note !== null) out.say(`  ${picked.note}\n`);
    const corner = createCornerVault(picked.vault, order.corner, {
      onItem: (id) => tell({ kind: 'item', id }),
      onGone: (id) => void tell({ kind: 'item-gone', id }),
    });
    try {
      const onLink = (url: URL) => void tell({ kind: 'link', url: url.href });
      const result = await doMainJob({ vault: corner.vault, out, signal: stop.signal, onLink }, order);
      await tell({ kind: 'done', result });
    } finally {
      await corner.empty();
    }
  } catch (thrown) {
    await tell({ kind: 'failed', error: jobError(thrown) });
  }
  await endProcess(0, { stuck });
}

/** Settles when the message is on its way; a parent that is gone need not be told. */
function tell(news: JobNews): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(news, () => resolve());
    else resolve();
  });
}

function jobError(thrown: unknown): JobError {
  const fault = toFault(thrown);
  const { happened, now } = faultWords(fault);
  const { code, retryable, facts } = fault;
  return { code, message: happened, next: now, retryable, facts };
}
