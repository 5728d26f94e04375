import process from 'node:process';
import { createOutput } from '../src-main/cli/output.ts';
import { settingsText } from '../src-main/mail-apps/settings-text.ts';
import { endProcess } from '../src-main/platform/end-process.ts';
import { findChromium } from '../test/electron-stand-in/chromium.ts';
import { hasElectronBinary } from './build-desktop.ts';
import type { JobOutcome } from './demo/job.ts';
import type { JobError, JobResult } from './demo/messages.ts';
import { type DemoCommandLine, parseDemoOptions, usage } from './demo/options.ts';
import { createPictureBook, type PictureBook } from './demo/picture-book.ts';
import { type DemoFace, runDemo } from './demo/run-demo.ts';
import { hasDisplay } from './has-display.ts';

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
  const { exitCode, stuck } = await run(line);
  await endProcess(exitCode, { stuck });
}

interface End {
  readonly exitCode: number;
  readonly stuck: boolean;
}

async function run(request: Extract<DemoCommandLine, { kind: 'run' }>): Promise<End> {
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

  const byHand = !request.byItself && hasDisplay() && (request.terminal || !request.json);
  const pictures = createPictureBook(request.screenshots);
  const face: DemoFace = canShowWindow(request, byHand) ? { kind: 'window', pictures } : { kind: 'terminal' };
  let ended: End;
  try {
    const { serverVersion } = request;
    const { outcome, stuck } = await runDemo({ serverVersion, face, byHand, out, signal: stop.signal });
    ended = { exitCode: stop.signal.aborted ? leave() : show(outcome, face), stuck };
  } catch (thrown) {
    ended = { exitCode: stop.signal.aborted ? leave() : showBug(thrown), stuck: false };
  }
  if (stop.signal.aborted || pictures.count() === 0) pictures.forget();
  return ended;
}

function canShowWindow({ terminal }: { readonly terminal: boolean }, byHand: boolean): boolean {
  if (terminal) return false;
  if (byHand && hasElectronBinary()) return true;
  try {
    findChromium();
    return true;
  } catch {
    out.say('  No Chromium is installed to show the window: the demo stays in the terminal.');
    return false;
  }
}

function show(outcome: JobOutcome, face: DemoFace): number {
  switch (outcome.kind) {
    case 'failed':
      sayWherePicturesAre(face);
      return showError(outcome.error);
    case 'closed':
      out.say('\n  The window was closed before an app password was made. Nothing is left.');
      return 0;
    default:
      showResult(outcome.result);
      sayWherePicturesAre(face);
      return 0;
  }
}

function sayWherePicturesAre(face: DemoFace): void {
  if (face.kind === 'terminal' || face.pictures.count() === 0) return;
  const { count, folder }: PictureBook = face.pictures;
  out.say(`\n  ${count()} pictures of the window are in ${folder}`);
}

function showBug(thrown: unknown): number {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return showError({ code: 'bug', message, next: '', retryable: true, facts: {} });
}

function showResult({ settings, ...result }: JobResult): void {
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
