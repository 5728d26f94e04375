import { catalogue } from '../mail-apps/catalogue.ts';
import type { StepEvent } from '../steps.ts';
import { checksOfProof, proofChecks, withStep, works } from './checks.ts';
import type { JourneyEvent } from './journey-event.ts';
import { accountOf, type Handed, type JourneyState } from './journey-state.ts';
import {
  block,
  cancel,
  change,
  goHome,
  isRunning,
  type JourneyStep,
  record,
  show,
  start,
  trouble,
  update,
} from './journey-step.ts';
import type { Task, TaskResult } from './journey-task.ts';

/** From a proved app password into the mail app: settings, it-does-not-work, and proofs that are run again. Pure. */
export function settingsPart(step: JourneyStep, event: JourneyEvent): JourneyStep {
  const { screen } = step.state;
  switch (event.kind) {
    case 'settings.works':
      return screen.kind === 'settings' || screen.kind === 'it-does-not-work'
        ? finishRenewal(goHome(step), screen.handed.id)
        : step;
    case 'settings.later':
      return screen.kind === 'settings' ? goHome(step) : step;
    case 'settings.fails': {
      if (screen.kind !== 'settings') return step;
      const { handed } = screen;
      return proveShown(show(step, { kind: 'it-does-not-work', handed, checks: proofChecks }), handed.id);
    }
    case 'card.settings': {
      const handed = handedOf(step.state, event.id);
      return screen.kind === 'home' && handed !== null ? show(step, { kind: 'settings', handed }) : step;
    }
    case 'proof.again': {
      if (screen.kind === 'home') {
        const idle = handedOf(step.state, event.id) !== null && !isChecking(step.state, event.id);
        return idle ? start(step, { kind: 'prove', id: event.id }) : step;
      }
      if (screen.kind !== 'it-does-not-work' || screen.handed.id !== event.id) return step;
      if (isRunning(step.state, 'prove')) return step;
      return proveShown(update(step, { ...screen, checks: proofChecks }), event.id);
    }
    default:
      return step;
  }
}

export function proveNews(step: JourneyStep, news: StepEvent): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'it-does-not-work') return step;
  return update(step, { ...screen, checks: withStep(screen.checks, news) });
}

export function proveEnded(
  step: JourneyStep,
  { id }: Extract<Task, { kind: 'prove' }>,
  result: TaskResult,
  at: number,
): JourneyStep {
  const { screen } = step.state;
  const retry = { kind: 'proof.again', id } as const;
  if (result.kind === 'failed') {
    const idle = screen.kind === 'it-does-not-work' ? { ...screen, checks: proofChecks } : null;
    return idle === null
      ? trouble(step, result.fault, retry, at)
      : block(step, result.fault, { screen: idle, retry }, at);
  }
  if (result.kind !== 'proved') return step;
  const { proof, description } = result.appPassword;
  const appPasswords = step.state.appPasswords.map((one) => (one.id === id ? { ...one, proof } : one));
  const known = change(step, { appPasswords, trouble: cleared(step.state, 'proof.again') });
  const next = record(known, works(proof) ? 'checked' : 'check-failed', description, at);
  if (screen.kind !== 'it-does-not-work' || proof === null) return next;
  const checks = checksOfProof(proof, accountOf(step.state));
  return update(next, { ...screen, handed: { ...screen.handed, proof }, checks });
}

/** The old app password goes only now that the new one is known to work in the mail app. */
function finishRenewal(step: JourneyStep, id: string): JourneyStep {
  const old = step.state.appPasswords.find((one) => one.id === step.state.renewals[id]);
  const account = step.state.accountId;
  if (old === undefined || account === null) return step;
  if (step.state.works.some(({ task }) => task.kind === 'revoke' && task.id === old.id)) return step;
  return start(step, { kind: 'revoke', account, id: old.id, description: old.description });
}

function proveShown(step: JourneyStep, id: string): JourneyStep {
  return start(
    cancel(step, ({ task }) => task.kind === 'prove'),
    { kind: 'prove', id },
  );
}

/** Only of app passwords made here, for a mail app in the catalogue. */
function handedOf(state: JourneyState, id: string): Handed | null {
  const one = state.appPasswords.find((each) => each.id === id);
  const mailApp = catalogue.find((each) => each.id === one?.mailApp);
  if (!one?.madeHere || mailApp === undefined) return null;
  const { description, expiresAt, proof } = one;
  return { id, mailApp: mailApp.id, description, expiresAt, proof };
}

function isChecking(state: JourneyState, id: string): boolean {
  return state.works.some(({ task }) => task.kind === 'prove' && task.id === id);
}

/** The trouble that is left when `kind` has gone right. */
export function cleared(state: JourneyState, kind: string): JourneyState['trouble'] {
  return state.trouble?.retry.kind === kind ? null : state.trouble;
}
