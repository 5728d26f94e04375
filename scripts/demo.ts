import process from 'node:process';
import { createOutput } from '../src-main/cli/output.ts';
import { settingsText } from '../src-main/mail-apps/settings-text.ts';
import { endProcess } from '../src-main/platform/end-process.ts';
import type { JobOutcome } from './demo/job.ts';
import type { JobError, JobResult } from './demo/messages.ts';
import { type DemoCommandLine, parseDemoOptions, usage } from './demo/options.ts';
import { runDemo } from './demo/run-demo.ts';

// `npm run demo`: the main job of Gatepass on a sandbox of its own, and nothing left behind.

const interrupted = 130;
/** Everything that is stopped has a deadline of its own; this is for what nobody thought of. */
const longestEndMs = 60_000;

const line = parseDemoOptions(process.argv.slice(2));
const out = createOutput(process, line.kind === 'run' && line.json);
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

if (line.kind === 'help') out.result({ usage }, usage);
else if (line.kind === 'wrong') {
  out.say(`✗ ${line.why}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const exitCode = await run(line);
  await endProcess(exitCode, { stuck: false });
}

async function run(request: Extract<DemoCommandLine, { kind: 'run' }>): Promise<number> {
  const stop = new AbortController();
  const end = () => {
    if (stop.signal.aborted) return;
    stop.abort(new Error('interrupted'));
    out.say('  Stopping, and taking everything away again ...');
    setTimeout(() => process.exit(interrupted), longestEndMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // npm's shell does not pass signals on; when it is gone, nobody watches.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end(), 500).unref();

  try {
    const byHand = !request.byItself && hasDisplay();
    const outcome = await runDemo({ ...request, byHand, say: out.say, signal: stop.signal });
    return stop.signal.aborted ? leave() : show(outcome);
  } catch (thrown) {
    if (stop.signal.aborted) return leave();
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return showError({ code: 'bug', message, next: '', retryable: true, facts: {} });
  }
}

/** Whether a browser could be seen, and somebody may be there to use it. */
function hasDisplay(): boolean {
  const { env, platform } = process;
  if (env['CI']) return false;
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

function show(outcome: JobOutcome): number {
  return outcome.kind === 'failed' ? showError(outcome.error) : showResult(outcome.result);
}

function showResult({ settings, ...result }: JobResult): number {
  const all = result.proof.imap && result.proof.smtp && result.proof.jmap;
  const verified = all
    ? '  Verified: incoming mail, outgoing mail and the web services took this app password.'
    : '  Not everything could be verified: see above.';
  out.result({ ok: true, ...result }, `\n${settingsText(settings)}\n\n${verified}\n`);
  out.say(
    [
      '',
      `  That was the whole job: ${result.identity} signed in, the mailbox was`,
      '  activated, an app password was made, tried, kept and read back. It was a',
      '  demo: the servers, the app password and what was kept of it are gone again.',
    ].join('\n'),
  );
  return 0;
}

function showError(error: JobError): number {
  if (out.json) out.result({ ok: false, error }, '');
  out.say(`${out.style('red', '✗')} ${error.message}`);
  if (error.next !== '') out.say(`  ${error.next}`);
  return 1;
}

function leave(): number {
  const error = { code: 'signin.cancelled', message: 'The demo was stopped.', next: '', retryable: true };
  if (out.json) out.result({ ok: false, error }, '');
  out.say('  Stopped. Nothing is left.');
  return interrupted;
}
