import { labelOf } from '../app-passwords/app-password-name.ts';
import type { ActivityView, FaultView } from '../ipc/view.ts';
import { withActivity } from './activity.ts';
import type { JourneyEffect } from './journey-effect.ts';
import type { Retry } from './journey-event.ts';
import { accountOf, type JourneyState, type Screen, type Work } from './journey-state.ts';
import type { Task } from './journey-task.ts';

export interface JourneyStep {
  readonly state: JourneyState;
  readonly effects: readonly JourneyEffect[];
  /** Happens right after this step, as if the person had asked for it. */
  readonly next?: Retry;
}

/** Milliseconds between two looks whether an offline computer is online again. */
const offlineRetryMs = 20_000;

/** These go on when their screen is left, and are waited for when they are cancelled: they change the server. */
const lasting: readonly Task['kind'][] = ['create', 'revoke', 'sign-out'];

export const stay = (state: JourneyState): JourneyStep => ({ state, effects: [] });

export function change(step: JourneyStep, facts: Partial<JourneyState>): JourneyStep {
  return { ...step, state: { ...step.state, ...facts } };
}

export function effect(step: JourneyStep, ...effects: readonly JourneyEffect[]): JourneyStep {
  return { ...step, effects: [...step.effects, ...effects] };
}

export function start(step: JourneyStep, task: Task): JourneyStep {
  const work = step.state.lastWork + 1;
  const works = [...step.state.works, { id: work, task, cancelled: false }];
  return effect(change(step, { works, lastWork: work }), { kind: 'start', work, task });
}

/** Starts `task` in the place of work of the same kind that is still going on. */
export function restart(step: JourneyStep, task: Task): JourneyStep {
  return start(
    cancel(step, (work) => work.task.kind === task.kind),
    task,
  );
}

export function cancel(step: JourneyStep, which: (work: Work) => boolean): JourneyStep {
  const stopped = step.state.works.filter((work) => which(work) && !work.cancelled);
  if (stopped.length === 0) return step;
  const works = step.state.works.flatMap((work) => {
    if (!stopped.includes(work)) return [work];
    return lasting.includes(work.task.kind) ? [{ ...work, cancelled: true }] : [];
  });
  const effects = stopped.map(({ id }) => ({ kind: 'cancel', work: id }) as const);
  return effect(change(step, { works }), ...effects);
}

export function isRunning(state: JourneyState, kind: Task['kind']): boolean {
  return state.works.some(({ task, cancelled }) => task.kind === kind && !cancelled);
}

/** Another screen. What only the old one waited for is cancelled; an app password in the making is taken back. */
export function show(step: JourneyStep, screen: Screen): JourneyStep {
  const left = cancel(step, ({ task }) => task.kind === 'create' || !lasting.includes(task.kind));
  return change(left, { screen });
}

/** The same screen with other facts; its work goes on. */
export function update(step: JourneyStep, screen: Screen): JourneyStep {
  return change(step, { screen });
}

/** Home lists afresh each time; without a mailbox the way begins. */
export function goHome(step: JourneyStep): JourneyStep {
  const account = accountOf(step.state);
  if (account === null) return show(step, emptyWelcome);
  return start(show(step, { kind: 'home' }), { kind: 'list', account: account.id });
}

export const emptyWelcome = {
  kind: 'welcome',
  address: '',
  server: null,
  issuer: null,
  needsServer: false,
  needsIssuer: false,
  fault: null,
} as const;

/** A fault that fills the screen. Offline it waits for the network; without room it lists what could make room. */
export function block(
  step: JourneyStep,
  fault: FaultView,
  resume: { readonly screen: Screen; readonly retry: Retry },
  at: number,
): JourneyStep {
  const offline = fault.code === 'network.offline';
  const retryAt = offline ? at + offlineRetryMs : null;
  const blocked = show(step, {
    kind: 'in-the-way',
    fault,
    resume: signInFirst(step.state, fault, resume),
    retryAt,
  });
  if (offline) return waitForNetwork(blocked, at);
  const account = accountOf(step.state);
  const crowded = fault.code === 'server.quota' && account !== null;
  return crowded ? start(blocked, { kind: 'list', account: account.id }) : blocked;
}

export function waitForNetwork(step: JourneyStep, at: number): JourneyStep {
  return restart(change(step, { online: false }), { kind: 'wait', until: at + offlineRetryMs });
}

/** Where the sign-in has run out, trying again means signing in again. */
export function signInFirst<Resume extends { readonly retry: Retry }>(
  state: JourneyState,
  fault: FaultView,
  resume: Resume,
): Resume {
  if (fault.code !== 'signin.needed' || accountOf(state) === null) return resume;
  return { ...resume, retry: { kind: 'sign-in-again' } };
}

/** Something that went wrong behind the home screen. */
export function trouble(step: JourneyStep, fault: FaultView, retry: Retry, at: number): JourneyStep {
  const troubled = change(step, { trouble: signInFirst(step.state, fault, { fault, retry }) });
  const waits = fault.code === 'network.offline' && step.state.screen.kind === 'home';
  return waits ? waitForNetwork(troubled, at) : troubled;
}

export function record(
  step: JourneyStep,
  kind: ActivityView['kind'],
  subject: string,
  at: number,
): JourneyStep {
  const entry: ActivityView = { at: new Date(at).toISOString(), kind, subject: labelOf(subject) };
  const activity = withActivity(step.state.activity, entry);
  return effect(change(step, { activity }), { kind: 'record', entry });
}
