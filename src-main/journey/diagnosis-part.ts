import type { CheckView } from '../ipc/view.ts';
import { waiting, withCheck } from './checks.ts';
import { mayLeave } from './home-part.ts';
import type { JourneyEvent } from './journey-event.ts';
import { accountOf, type JourneyState, type Screen } from './journey-state.ts';
import { isRunning, type JourneyStep, show, start, update } from './journey-step.ts';
import type { TaskResult } from './journey-task.ts';

/** From this computer to the mailbox, check by check. Pure. */
export function diagnosisPart(step: JourneyStep, event: JourneyEvent): JourneyStep {
  const { screen } = step.state;
  switch (event.kind) {
    case 'nav.go':
      if (event.to !== 'diagnosis' || screen.kind === 'diagnosis' || !mayLeave(step)) return step;
      return run(show(step, { kind: 'diagnosis', checks: [], checkedAt: null, from: comeBackTo(screen) }));
    case 'diagnosis.run':
      return screen.kind === 'diagnosis' && !isRunning(step.state, 'diagnose') ? run(step) : step;
    default:
      return step;
  }
}

export function diagnosisNews(step: JourneyStep, check: CheckView): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'diagnosis') return step;
  return update(step, { ...screen, checks: withCheck(screen.checks, check) });
}

export function diagnosisEnded(step: JourneyStep, result: TaskResult, at: number): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'diagnosis') return step;
  const fault = result.kind === 'failed' ? result.fault : null;
  const checks = screen.checks.map((one) =>
    fault !== null && one.state === 'working' ? { ...one, state: 'failed' as const, fault } : one,
  );
  return update(step, { ...screen, checks, checkedAt: new Date(at).toISOString() });
}

function run(step: JourneyStep): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'diagnosis') return step;
  const account = accountOf(step.state);
  const appPassword = latestMadeHere(step.state);
  const checks = waiting(
    'internet',
    ...(account === null ? [] : (['found', 'signed-in', 'active'] as const)),
    ...(appPassword === null ? [] : (['imap', 'smtp', 'jmap'] as const)),
    'keychain',
  );
  return start(update(step, { ...screen, checks }), { kind: 'diagnose', account, appPassword });
}

function latestMadeHere({ appPasswords }: JourneyState): string | null {
  return appPasswords.findLast(({ madeHere }) => madeHere)?.id ?? null;
}

/** A screen that had a question open is worth coming back to; the others are in the side bar. */
function comeBackTo(screen: Screen): Screen | null {
  return screen.kind === 'it-does-not-work' || screen.kind === 'in-the-way' ? screen : null;
}
