import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JobCommand, JobError, JobNews, JobOrder, JobResult } from './messages.ts';

export type JobOutcome =
  | { readonly kind: 'done'; readonly result: JobResult }
  /** The person closed the window before an app password was made. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly error: JobError };

export interface JobEnd {
  readonly outcome: JobOutcome;
  /** Keychain items it has written and not deleted again. */
  readonly items: readonly string[];
  /** It ended without a word, wherever it was. */
  readonly died: boolean;
}

export interface JobOptions {
  readonly order: JobOrder;
  /** For its environment. */
  readonly ca: string;
  readonly home: string;
  /** Somebody must open this link. */
  readonly onLink: (url: string) => void;
  /** Asks it to end, and kills it when it does not. */
  readonly signal: AbortSignal;
}

const deadlineMs = 240_000;
/** A new app password is taken back in 15 s. */
const endsWithinMs = 20_000;
const program = join(dirname(fileURLToPath(import.meta.url)), 'job-child.ts');

/** Does the main job in a process of its own, which is gone when this settles. Never rejects. */
export function runJob({ order, ca, home, onLink, signal }: JobOptions): Promise<JobEnd> {
  return new Promise((resolve) => {
    const items = new Set<string>();
    let outcome: JobOutcome | null = null;
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: ca, GATEPASS_HOME: home },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let patience: NodeJS.Timeout | undefined;
    const send = (command: JobCommand) => {
      if (child.connected) child.send(command, () => undefined);
    };
    const stop = () => {
      send({ kind: 'stop' });
      patience ??= setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
    };
    const deadline = setTimeout(stop, deadlineMs);
    signal.addEventListener('abort', stop, { once: true });

    child.on('message', (news: JobNews) => {
      if (news.kind === 'link') onLink(news.url);
      else if (news.kind === 'item') items.add(news.id);
      else if (news.kind === 'item-gone') items.delete(news.id);
      else outcome = news;
    });
    const settle = (how: string) => {
      clearTimeout(deadline);
      clearTimeout(patience);
      signal.removeEventListener('abort', stop);
      resolve({
        outcome: outcome ?? { kind: 'failed', error: deathOf(how) },
        items: [...items],
        died: outcome === null,
      });
    };
    child.once('error', (error) => child.pid === undefined && settle(error.message));
    child.once('close', (code, by) => settle(by ?? `exit code ${code}`));

    send({ kind: 'start', order });
    if (signal.aborted) stop();
  });
}

function deathOf(how: string): JobError {
  const message = `The process that did the work ended before it was done (${how}).`;
  return { code: 'bug', message, next: 'Run the demo again.', retryable: true, facts: { how } };
}
