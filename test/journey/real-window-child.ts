import { text } from 'node:stream/consumers';
import type { Fault } from '../../src-main/fault.ts';
import type { contract } from '../../src-main/ipc/contract.ts';
import { createActivityBook } from '../../src-main/journey/activity-book.ts';
import { createPreferencesFile } from '../../src-main/journey/preferences-file.ts';
import { createJourney } from '../../src-main/journey/run-journey.ts';
import { createNodeApp } from '../../src-main/node-app.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import { waitForScreen } from './wait-for-screen.ts';

// The whole job at the real use cases, in a process of its own: its authority must be known when it starts. On stdin a
// RealJob, on stdout what the person saw.

export interface RealJob {
  readonly directory: string;
  readonly address: string;
  readonly login: string;
  readonly password: string;
  readonly server: string;
  readonly issuer: string | null;
  readonly imap: string;
  readonly smtp: string;
  readonly sieve: string;
}

const job = JSON.parse(await text(process.stdin)) as RealJob;
const { directory } = job;
const vault = createMemoryVault();
const app = createNodeApp({ vault });
const report = (fault: Fault) => process.stderr.write(`${fault.code}\n`);
const lock = (name: string) => createProcessLock({ directory, name });
const copied: string[] = [];
const journey = createJourney({
  app,
  vault,
  clock: createSystemClock(),
  log: {
    info: () => {},
    warn: (event, facts) => process.stderr.write(`${event} ${JSON.stringify(facts)}\n`),
  },
  browser: { open: async () => false },
  clipboard: { copy: async (what) => void copied.push(what), copySecret: async () => {} },
  online: { isOnline: () => true },
  mailApps: { find: async () => [] },
  preferences: createPreferencesFile({ directory, lock: lock('preferences'), report }),
  activity: createActivityBook({ directory, lock: lock('activity'), report }),
  links: { open: async () => false },
  system: { kind: 'linux', language: 'en', version: '0.0.0', hostName: 'fern' },
  defaults: { imap: job.imap, smtp: job.smtp, sieve: job.sieve },
});
const act = (message: keyof typeof contract, input: unknown = null) => journey.handle(message, input);
const at: <K extends Parameters<typeof waitForScreen>[1]>(
  kind: K,
  fits?: (screen: Extract<ReturnType<typeof journey.view>['screen'], { kind: K }>) => boolean,
) => Promise<Extract<ReturnType<typeof journey.view>['screen'], { kind: K }>> = (kind, fits) =>
  waitForScreen(journey, kind, fits);

try {
  await at('welcome');
  await act('address.submit', { address: job.address, server: job.server, issuer: job.issuer });
  const found = await at('found');
  await act('signIn.start');
  const waiting = await at('in-browser', ({ opened }) => !opened);
  await act('signIn.copyLink');
  await signInByForm(copied[0] ?? '', { login: job.login, password: job.password });
  const ready = await at('mailbox-ready', ({ appPasswords }) => appPasswords !== null);
  await act('mailApp.continue');
  await act('mailApp.choose', { id: 'thunderbird' });
  await act('mailApp.continue');
  await act('name.submit', { name: 'Thunderbird at home', lifetime: '90d' });
  const settings = await at('settings');
  await act('settings.fails');
  const proved = await at('it-does-not-work', ({ checking }) => !checking);
  await act('settings.works');
  const [card] = (await at('home', ({ loading }) => !loading)).cards;
  await act('card.renew', { id: card?.id });
  const renewed = await at('settings', ({ renews }) => renews !== null);
  await act('settings.works');
  const home = await at(
    'home',
    ({ loading, cards }) => !loading && cards.length === 1 && cards[0]?.busy === null,
  );
  await act('nav.go', { to: 'diagnosis' });
  const diagnosis = await at('diagnosis', ({ checkedAt }) => checkedAt !== null);
  await act('nav.go', { to: 'preferences' });
  await act('account.signOut');
  await at('welcome');
  const seen = { found, waiting, ready, settings, proved, renewed, home, diagnosis };
  process.stdout.write(JSON.stringify(seen));
} finally {
  await journey.close();
  app.close();
}
