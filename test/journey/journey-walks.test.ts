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
        expect(effect.work).toBe(this.started);
        this.going.push({ id: effect.work, task: effect.task, cancelled: false });
      }
      if (effect.kind !== 'cancel') continue;
      const work = this.going.find(({ id }) => id === effect.work);
      expect(work?.cancelled).toBe(false);
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

function check({ state, going }: Runner): void {
  // No work is lost: what goes on is known to the state, or was told to stop.
  const known = new Set(state.works.map(({ id }) => id));
  for (const work of going) expect(work.cancelled || known.has(work.id)).toBe(true);
  for (const id of known) expect(going.some((work) => work.id === id)).toBe(true);

  // A screen that waits has work that will end.
  const { screen } = state;
  if (screen.kind === 'loading') expect(isRunning(state, 'load')).toBe(true);
  if (screen.kind === 'in-browser') expect(isRunning(state, 'sign-in')).toBe(true);
  if (screen.kind === 'working' && screen.fault === null) expect(known.has(screen.work)).toBe(true);
  if (screen.kind === 'in-the-way' && screen.retryAt !== null) expect(isRunning(state, 'wait')).toBe(true);

  // And a way out, which stops the waiting. Loading has its deadline.
  const waits =
    screen.kind === 'in-browser' ||
    screen.kind === 'in-the-way' ||
    screen.kind === 'working' ||
    isRunning(state, 'find') ||
    isRunning(state, 'diagnose') ||
    (screen.kind === 'it-does-not-work' && isRunning(state, 'prove'));
  if (waits && screen.kind !== 'loading') {
    const exits: readonly JourneyEvent[] = [{ kind: 'back' }, { kind: 'nav.go', to: 'home' }];
    const ways = exits.map((event) => step(state, event, now));
    expect(ways.some((way) => way.state.screen.kind !== screen.kind || way.effects.length > 0)).toBe(true);
  }

  // The view is plain data, of bounded size, and knows no secret.
  const facts = { serial: 1, now, system: 'linux', language: 'en', version: '0.1.0' } as const;
  const view = journeyView(state, facts);
  const text = JSON.stringify(view);
  expect(JSON.parse(text)).toEqual(view);
  expect(text).not.toContain(linkSecret);
  expect(text.length).toBeLessThan(200_000);
}

test('any sequence of events keeps work, ways out and secrets in order', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(place, fc.array(move, { maxLength: 60, size: 'max' }), (from, moves) => {
      const runner = new Runner(places[from]().state);
      for (const one of moves) {
        runner.do(one);
        check(runner);
        seen.add(runner.state.screen.kind);
      }
    }),
    { numRuns: 400 },
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
