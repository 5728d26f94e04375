import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Output } from '../../src-main/cli/output.ts';
import type { StalwartVersion } from '../../test/sandbox/mail/mail-authority.ts';
import type { Person } from '../../test/sandbox/people.ts';
import { organisation } from '../../test/sandbox/provider/pages.ts';
import type { ListeningOn } from '../../test/sandbox/sandbox.ts';
import { type OpenSandbox, startSandbox } from '../../test/sandbox/start-sandbox.ts';
import { buildDesktop } from '../build-desktop.ts';
import { forgetItems } from './forget-items.ts';
import { type JobOutcome, runJob } from './job.ts';
import { openingWords } from './job-words.ts';
import type { JobOrder } from './messages.ts';
import type { PictureBook } from './picture-book.ts';
import { type OwnSignIn, pickOwnSignIn } from './sign-in-by-itself.ts';
import { driveWindow, showWindow, type WindowJobOptions } from './window-job.ts';
import { openWindowKeychain } from './window-keychain.ts';

export interface DemoRequest {
  readonly serverVersion: StalwartVersion;
  /** A person is there to do it; else the demo does it by itself. */
  readonly byHand: boolean;
  readonly face: DemoFace;
  readonly out: Output;
  /** Ends the demo wherever it is. */
  readonly signal: AbortSignal;
}

export type DemoFace =
  | { readonly kind: 'terminal' }
  /** `pictures` of what the demo passes through. */
  | { readonly kind: 'window'; readonly pictures: PictureBook };

export interface DemoEnd {
  readonly outcome: JobOutcome;
  /** A call to the keychain may hold up the end of this process. */
  readonly stuck: boolean;
}

/** Does the main job on a sandbox of its own; process, file and keychain item are gone when this settles. */
export async function runDemo(request: DemoRequest): Promise<DemoEnd> {
  const { signal, face, out } = request;
  if (face.kind === 'window') await buildDesktop((text) => out.say(`  ${text}`));
  signal.throwIfAborted();
  out.say(
    `  Starting a mail server (Stalwart ${request.serverVersion}) and a sign-in service on this computer ...\n`,
  );
  const home = mkdtempSync(join(tmpdir(), 'gp-demo-'));
  try {
    const sandbox = await startWithMail(request);
    const over = new AbortController();
    const end = () => over.abort(new Error('the demo ends'));
    signal.addEventListener('abort', end, { once: true });
    let signingIn: Promise<unknown> = Promise.resolve();
    try {
      signal.throwIfAborted();
      const ownSignIn = pickOwnSignIn();
      const person = personOf(sandbox);
      const signIn = (url: string) => {
        signingIn = ownSignIn.run(url, person, over.signal).then(
          (note) => note !== null && out.say(`  ${note}\n`),
          // The job learns nothing of it and would wait until its time is up.
          (thrown: unknown) => {
            if (!over.signal.aborted) out.say(`  The sign-in did not work: ${firstLine(thrown)}`);
            end();
          },
        );
      };
      const order = orderOf(request, sandbox, person, ownSignIn);
      const work = { order, ca: sandbox.ca, home, signal: over.signal };
      if (face.kind === 'window') return await inWindow(request, { ...work, out }, face.pictures, signIn);
      const ended = await runJob({ ...work, onLink: signIn });
      const stuck = (ended.died || ended.items.length > 0) && (await forgetItems(ended.items, out.say));
      return { outcome: ended.outcome, stuck };
    } finally {
      end();
      await signingIn;
      signal.removeEventListener('abort', end);
      await sandbox.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inWindow(
  { byHand }: DemoRequest,
  work: Omit<WindowJobOptions, 'keychain'>,
  pictures: PictureBook,
  signIn: (url: string) => void,
): Promise<DemoEnd> {
  const { order, home, out } = work;
  const keychain = await openWindowKeychain({ corner: order.corner, home, say: out.say });
  const { stuck } = keychain;
  try {
    out.say(openingWords(out, order));
    const options = { ...work, keychain };
    const outcome = await (byHand ? showWindow(options) : driveWindow({ ...options, pictures, signIn }));
    return { outcome, stuck };
  } finally {
    await keychain.close();
  }
}

/** Dovecot where it works, else the sandbox's own mail servers. */
async function startWithMail({ serverVersion, out, signal }: DemoRequest): Promise<OpenSandbox> {
  try {
    return await startSandbox({ serverVersion });
  } catch (thrown) {
    signal.throwIfAborted();
    out.say(`  ${firstLine(thrown)}\n  Going on with simple mail servers instead.\n`);
    return startSandbox({ serverVersion, mail: 'stalwart-lines' });
  }
}

function personOf(sandbox: OpenSandbox): Person {
  const person = sandbox.people.find(({ login }) => login === 'mara');
  if (!person) throw new Error('nobody lives at the sandbox');
  return person;
}

function orderOf(request: DemoRequest, sandbox: OpenSandbox, person: Person, ownSignIn: OwnSignIn): JobOrder {
  const mail = sandbox.mailProtocols === 'dovecot' ? ', mail by Dovecot' : '';
  return {
    title: organisation,
    serverWords: `as Stalwart ${sandbox.version}${mail}`,
    address: person.address,
    server: sandbox.server,
    issuer: sandbox.version.startsWith('0.16') ? null : sandbox.issuer,
    clientId: sandbox.clientId,
    imap: option(sandbox.imap),
    smtp: option(sandbox.smtp),
    sieve: option(sandbox.sieve),
    byHand: request.byHand ? person : null,
    byItself: ownSignIn.words,
    json: request.out.json,
    corner: `demo-${randomBytes(4).toString('hex')}.`,
  };
}

function option({ host, port, security }: ListeningOn): string {
  return `${security}://${host}:${port}`;
}

function firstLine(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';
}
