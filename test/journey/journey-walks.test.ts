import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { step } from '../../src-main/journey/journey.ts';
import type { JourneyEvent } from '../../src-main/journey/journey-event.ts';
import type { JourneyState } from '../../src-main/journey/journey-state.ts';
import { isRunning } from '../../src-main/journey/journey-step.ts';
import type { Task, TaskNews } from '../../src-main/journey/journey-task.ts';
import { journeyView } from '../../src-main/journey/journey-view.ts';
import { linkSecret, now, places } from './journey-world.ts';
import { endings, intents } from './transitions.ts';

// Any sequence of what a person may want and what work may say.

type Move =
  | { readonly kind: 'intent'; readonly event: JourneyEvent }
  /** The `which`th intent that changes something where the person is. */
  | { readonly kind: 'fitting'; readonly which: number }
  /** The `which`th work that is going on, or was told to stop, ends in the `how`th way. */
  | { readonly kind: 'end'; readonly which: number; readonly how: number }
  | { readonly kind: 'news'; readonly which: number; readonly news: TaskNews };

const news: readonly TaskNews[] = [
  { kind: 'returned' },
  {
    kind: 'link',
    url: `https://login.fernwood.example/?state=${linkSecret}`,
    opened: true,
    deadlineAt: now + 1,
  },
  { kind: 'step', step: { step: 'created', state: 'running' } },
  { kind: 'step', step: { step: 'imap', state: 'failed', ms: 3, detail: null } },
  { kind: 'check', check: { name: 'internet', state: 'done', ms: 2, fault: null } },
];
const small = fc.nat({ max: 9 });
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom(...intents).map((event): Move => ({ kind: 'intent', event })),
  fc.record({ kind: fc.constant('fitting' as const), which: small }),
  fc.record({ kind: fc.constant('end' as const), which: small, how: small }),
  fc.record({ kind: fc.constant('end' as const), which: small, how: fc.constant(0) }),
  fc.record({ kind: fc.constant('news' as const), which: small, news: fc.constantFrom(...news) }),
);

const place = fc.constantFrom(...(Object.keys(places) as (keyof typeof places)[]));

/** Work as the runner has it: it goes on until it has ended, also after it was cancelled. */
interface Going {
  readonly id: number;
  readonly task: Task;
  cancelled: boolean;
}

class Runner {
  state: JourneyState;
  going: Going[];
  started: number;

  constructor(from: JourneyState) {
    this.state = from;
    this.going = from.works.map((work) => ({ ...work }));
    this.started = from.lastWork;
  }

  send(event: JourneyEvent): void {
    const next = step(this.state, event, now);
    this.state = next.state;
    for (const effect of next.effects) {
      if (effect.kind === 'start') {
        this.started += 1;
        demand(effect.work === this.started, 'a number is used again');
        this.going.push({ id: effect.work, task: effect.task, cancelled: false });
      }
      if (effect.kind !== 'cancel') continue;
      const work = this.going.find(({ id }) => id === effect.work);
      demand(work?.cancelled === false, 'work that is over is cancelled');
      if (work) work.cancelled = true;
    }
  }

  do(move: Move): void {
    if (move.kind === 'intent') this.send(move.event);
    if (move.kind === 'fitting') this.sendFitting(move.which);
    if (move.kind === 'intent' || move.kind === 'fitting') return;
    const work = this.going[move.which % Math.max(1, this.going.length)];
    if (work === undefined) return;
    if (move.kind === 'news') {
      this.send({ kind: 'news', work: work.id, news: move.news });
      return;
    }
    const ways = endings[work.task.kind];
    const result = ways[move.how % ways.length];
    if (result === undefined) return;
    this.going = this.going.filter((one) => one !== work);
    this.send({ kind: 'ended', work: work.id, result });
  }

  sendFitting(which: number): void {
    const fitting = intents.filter((event) => step(this.state, event, now).state !== this.state);
    const event = fitting[which % Math.max(1, fitting.length)];
    if (event) this.send(event);
  }
}

/** Plain exceptions: `expect` on each of some ten thousand states takes most of the time. */
function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function check({ state, going }: Runner): void {
  const known = new Set(state.works.map(({ id }) => id));
  demand(
    going.every(({ id, cancelled }) => cancelled || known.has(id)),
    'work is lost: it goes on, and was not told to stop',
  );
  demand(
    [...known].every((id) => going.some((work) => work.id === id)),
    'the state waits for work that is over',
  );

  const { screen } = state;
  const waitsFor =
    (screen.kind === 'loading' && isRunning(state, 'load')) ||
    (screen.kind === 'in-browser' && isRunning(state, 'sign-in')) ||
    (screen.kind === 'working' && (screen.fault !== null || known.has(screen.work))) ||
    (screen.kind === 'in-the-way' && (screen.retryAt === null || isRunning(state, 'wait')));
  const waits = ['loading', 'in-browser', 'working', 'in-the-way'].includes(screen.kind);
  demand(!waits || waitsFor, `${screen.kind} waits for nothing`);
  demand(hasWayOut(state), `${screen.kind} has no way out`);

  const facts = { serial: 1, now, system: 'linux', language: 'en', version: '0.1.0' } as const;
  const view = journeyView(state, facts);
  const text = JSON.stringify(view);
  demand(isDeepStrictEqual(JSON.parse(text), view), 'the view is not plain data');
  demand(!text.includes(linkSecret), 'the view has a secret');
  demand(text.length < 200_000, 'the view grows without end');
}

/** Something a person can do stops the waiting. Loading has its deadline. */
function hasWayOut(state: JourneyState): boolean {
  const waits =
    ['in-browser', 'in-the-way', 'working'].includes(state.screen.kind) ||
    isRunning(state, 'find') ||
    isRunning(state, 'diagnose') ||
    (state.screen.kind === 'it-does-not-work' && isRunning(state, 'prove'));
  const exits: readonly JourneyEvent[] = [{ kind: 'back' }, { kind: 'nav.go', to: 'home' }];
  return (
    !waits ||
    state.screen.kind === 'loading' ||
    exits.some((event) => {
      const next = step(state, event, now);
      return next.state.screen.kind !== state.screen.kind || next.effects.length > 0;
    })
  );
}

test('any sequence of events keeps work, ways out and secrets in order', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(place, fc.array(move, { maxLength: 50, size: 'max' }), (from, moves) => {
      const runner = new Runner(places[from]().state);
      for (const one of moves) {
        runner.do(one);
        check(runner);
        seen.add(runner.state.screen.kind);
      }
    }),
    { numRuns: 200 },
  );
  // The walks went everywhere, or they would have proved little.
  expect(seen.size).toBe(16);
});

test('screens do not pile up in one another', () => {
  fc.assert(
    fc.property(place, fc.array(move, { maxLength: 300, size: 'max' }), (from, moves) => {
      const runner = new Runner(places[from]().state);
      for (const one of moves) runner.do(one);
      expect(depthOf(runner.state.screen)).toBeLessThan(5);
    }),
    { numRuns: 50 },
  );
});

function depthOf(screen: JourneyState['screen']): number {
  if (screen.kind === 'in-the-way') return 1 + depthOf(screen.resume.screen);
  if (screen.kind === 'diagnosis') return screen.from === null ? 1 : 1 + depthOf(screen.from);
  return 1;
}
