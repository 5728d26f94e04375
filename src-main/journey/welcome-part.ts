import { accountOf, type Found, type JourneyState, type Screen } from './journey-state.ts';
import { block, emptyWelcome, goHome, type JourneyStep, show, update } from './journey-step.ts';
import type { Task, TaskResult } from './journey-task.ts';

/** What the search for the mail service ended with: found, or what must be typed as well. Pure. */
export function findEnded(
  step: JourneyStep,
  task: Extract<Task, { kind: 'find' }>,
  result: TaskResult,
  at: number,
): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'welcome') return step;
  if (result.kind === 'found') {
    return show(step, { kind: 'found', request: task.request, found: result.found });
  }
  if (result.kind !== 'failed') return step;
  const { fault } = result;
  const { address, server, issuer } = screen;
  const retry = { kind: 'address.submit', address, server, issuer } as const;
  if (fault.code === 'network.offline') return block(step, fault, { screen, retry }, at);
  return update(step, {
    ...screen,
    fault,
    needsServer: screen.needsServer || fault.code === 'input.server-needed',
    needsIssuer: screen.needsIssuer || fault.code === 'issuer.unknown',
  });
}

/** The address again, and what had to be said with it; up to 0.15 the server's own sign-in page is a guess only. */
export function welcomeAgain({ request, found }: Pick<Found, 'request' | 'found'>): Screen {
  const { address, server, issuer } = request;
  const guessed = found.generation === 'rest' && found.issuer.kind === 'stalwart';
  const needs = { needsServer: server !== null, needsIssuer: issuer !== null || guessed };
  return { ...emptyWelcome, address, server, issuer, ...needs };
}

/** Back from the first screen, where there is a mailbox to go back to; else only the search is cancelled. */
export function backFromWelcome(step: JourneyStep, state: JourneyState): JourneyStep {
  const { screen } = state;
  return accountOf(state) === null ? show(step, screen) : goHome(step);
}
