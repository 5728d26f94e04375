import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import { type OpenSandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import type { BenchCommand, BenchNews, BenchPlace } from './critical-path-messages.ts';
import { longestChain, roundTripsOf, type Trip } from './trips.ts';

export interface CriticalPath {
  /** From the redirect to the settings. */
  readonly roundTrips: number;
  readonly chain: readonly Trip[];
  readonly wallMs: readonly number[];
  /** Of the runs that do only what must be done. */
  readonly floorMs: readonly number[];
}

/** Code exchange, create, slowest proof. */
export const fewestRoundTrips = 3;

const tripMs = 50;
/** Idle connections are given up after 4 s by fetch and after 5 s by many servers; people take longer to sign in. */
const personMs = 6_000;
const answerWithinMs = 60_000;

/**
 * Measures Gatepass from the redirect of the browser to the settings on a sandbox where each answer takes 50 ms, and
 * beside it, in turns, the floor.
 */
export async function measureCriticalPath(
  serverVersion: StalwartVersion,
  runs: number,
): Promise<CriticalPath> {
  const home = mkdtempSync(join(tmpdir(), 'gp-bench-'));
  const sandbox = await startSandbox({ serverVersion, mail: 'stalwart-lines', quick: true });
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'critical-path-child.ts')],
    {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: sandbox.ca, GATEPASS_HOME: home },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  try {
    const wallMs: number[] = [];
    const floorMs: number[] = [];
    let chain: readonly Trip[] = [];
    for (let run = 0; run < runs; run++) {
      const flow = await runOneFlow(sandbox, child);
      wallMs.push(flow.ms);
      if (roundTripsOf(flow.chain) > roundTripsOf(chain)) chain = flow.chain;
      floorMs.push(await runOneFloor(sandbox, child));
    }
    return { roundTrips: roundTripsOf(chain), chain, wallMs, floorMs };
  } finally {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    child.kill('SIGKILL');
    await ended;
    await sandbox.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function runOneFlow(
  sandbox: OpenSandbox,
  child: ChildProcess,
): Promise<{ readonly ms: number; readonly chain: readonly Trip[] }> {
  const link = await ask(child, { kind: 'flow', place: placeOf(sandbox) }, 'link');
  const { location } = await personSignsIn(sandbox, link.url, personMs);
  const done = heard(child, 'flow-done');
  done.catch(() => undefined);
  slowDown(sandbox);
  try {
    const redirectAt = performance.timeOrigin + performance.now();
    await (await fetch(location)).arrayBuffer();
    const { settingsAt, trips } = await done;
    const chain = longestChain(trips.filter(({ start }) => start >= redirectAt));
    return { ms: settingsAt - redirectAt, chain };
  } finally {
    sandbox.faults.clear();
  }
}

async function runOneFloor(sandbox: OpenSandbox, child: ChildProcess): Promise<number> {
  const link = await ask(child, { kind: 'floor', place: placeOf(sandbox) }, 'link');
  const { location } = await personSignsIn(sandbox, link.url, 0);
  await ask(child, { kind: 'location', url: location.href }, 'warm');
  slowDown(sandbox);
  try {
    return (await ask(child, { kind: 'go' }, 'floor-done')).ms;
  } finally {
    sandbox.faults.clear();
  }
}

async function personSignsIn(sandbox: OpenSandbox, url: string, ms: number) {
  const person = sandbox.people.find(({ login }) => login === 'mara');
  if (!person) throw new Error('nobody lives at the sandbox');
  const outcome = await signInByForm(url, { ...person, visitRedirect: false });
  await setTimeout(ms);
  return outcome;
}

/** Every answer to Gatepass takes a trip's time; what the mail server asks the provider does not. */
function slowDown({ faults, provider }: OpenSandbox): void {
  faults.set('*', { kind: 'latency', ms: tripMs });
  const jwks = `${provider.issuer}/jwks`;
  for (const url of [provider.userInfoEndpoint, provider.introspectionEndpoint, jwks]) {
    for (const method of ['GET', 'POST']) {
      faults.set(`${method} ${new URL(url).pathname}`, { kind: 'latency', ms: 0 });
    }
  }
}

function placeOf(sandbox: OpenSandbox): BenchPlace {
  const { issuer, server, clientId, imap, smtp } = sandbox;
  return { address: 'mara@example.org', issuer, server, clientId, imap, smtp };
}

type NewsOf<Kind extends BenchNews['kind']> = Extract<BenchNews, { kind: Kind }>;

function ask<Kind extends BenchNews['kind']>(
  child: ChildProcess,
  command: BenchCommand,
  kind: Kind,
): Promise<NewsOf<Kind>> {
  const answer = heard(child, kind);
  child.send(command);
  return answer;
}

async function heard<Kind extends BenchNews['kind']>(child: ChildProcess, kind: Kind): Promise<NewsOf<Kind>> {
  const signal = AbortSignal.timeout(answerWithinMs);
  const [news] = (await once(child, 'message', { signal })) as [BenchNews];
  if (news.kind === 'failed') throw new Error(news.why);
  if (news.kind !== kind) throw new Error(`${news.kind} instead of ${kind}`);
  return news as NewsOf<Kind>;
}
