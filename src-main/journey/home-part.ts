import type { JourneyEvent } from './journey-event.ts';
import { accountOf } from './journey-state.ts';
import {
  block,
  change,
  effect,
  emptyWelcome,
  goHome,
  isRunning,
  type JourneyStep,
  record,
  show,
  start,
  trouble,
} from './journey-step.ts';
import type { Task, TaskResult } from './journey-task.ts';
import { isBeingRevoked } from './mail-app-part.ts';
import { cleared } from './settings-part.ts';

/** What is there once the way has been gone: home, activity, preferences, and the mailboxes. Pure. */
export function homePart(step: JourneyStep, event: JourneyEvent): JourneyStep {
  const { state } = step;
  const { screen } = state;
  switch (event.kind) {
    case 'start':
      return isRunning(state, 'load') ? step : start(show(step, { kind: 'loading' }), { kind: 'load' });
    case 'nav.go':
      if (event.to === 'diagnosis' || !mayLeave(step)) return step;
      if (event.to === 'home') return goHome(step);
      if (event.to === screen.kind) return step;
      if (event.to === 'activity') return show(step, { kind: 'activity' });
      return start(show(step, { kind: 'preferences' }), { kind: 'look-at-keychain' });
    case 'card.revoke': {
      const one = state.appPasswords.find(({ id }) => id === event.id);
      if (screen.kind !== 'home' || one === undefined || state.accountId === null) return step;
      if (isBeingRevoked(state, one.id)) return step;
      const { id, description } = one;
      return start(step, { kind: 'revoke', account: state.accountId, id, description });
    }
    case 'preferences.set': {
      const { kind: _, ...wanted } = event;
      const preferences = { ...state.preferences, ...wanted };
      return effect(change(step, { preferences }), { kind: 'save-preferences', preferences });
    }
    case 'account.choose': {
      const known = state.accounts.some(({ id }) => id === event.id);
      if (!known || !mayLeave(step)) return step;
      if (event.id === state.accountId) return goHome(step);
      return goHome(change(step, { accountId: event.id, appPasswords: [], listed: false, trouble: null }));
    }
    case 'account.add':
      return mayLeave(step) ? show(step, emptyWelcome) : step;
    case 'account.signOut': {
      const account = accountOf(state);
      const here = screen.kind === 'preferences' || screen.kind === 'home';
      if (account === null || !here || isRunning(state, 'sign-out')) return step;
      return start(step, { kind: 'sign-out', account: account.id, address: account.address });
    }
    default:
      return step;
  }
}

/** The screens with the side bar, and those where nothing is at stake. */
export function mayLeave({ state: { screen } }: JourneyStep): boolean {
  switch (screen.kind) {
    case 'home':
    case 'activity':
    case 'preferences':
    case 'diagnosis':
    case 'it-does-not-work':
    case 'in-the-way':
      return true;
    case 'working':
      return screen.fault !== null || screen.cancelling;
    default:
      return false;
  }
}

export function loadEnded(step: JourneyStep, result: TaskResult, at: number): JourneyStep {
  if (result.kind === 'failed') {
    return block(step, result.fault, { screen: emptyWelcome, retry: { kind: 'start' } }, at);
  }
  if (result.kind !== 'loaded') return step;
  const { kind: _, ...facts } = result;
  return goHome(change(step, { ...facts, accountId: result.accounts.at(-1)?.id ?? null }));
}

export function listEnded(
  step: JourneyStep,
  { account }: Extract<Task, { kind: 'list' }>,
  result: TaskResult,
  at: number,
): JourneyStep {
  const { state } = step;
  if (account !== state.accountId) return step;
  if (result.kind === 'failed') {
    return state.screen.kind === 'home'
      ? trouble(step, result.fault, { kind: 'nav.go', to: 'home' }, at)
      : step;
  }
  if (result.kind !== 'listed') return step;
  return change(step, {
    appPasswords: result.appPasswords,
    listed: true,
    online: true,
    trouble: cleared(state, 'nav.go'),
  });
}

export function revokeEnded(
  step: JourneyStep,
  { account, id, description }: Extract<Task, { kind: 'revoke' }>,
  result: TaskResult,
  at: number,
): JourneyStep {
  const { screen } = step.state;
  if (result.kind === 'failed') {
    return screen.kind === 'in-the-way' && screen.fault.code === 'server.quota'
      ? block(step, result.fault, screen.resume, at)
      : trouble(step, result.fault, { kind: 'card.revoke', id }, at);
  }
  if (result.kind !== 'revoked') return step;
  const recorded = record(step, 'revoked', description, at);
  if (account !== step.state.accountId) return recorded;
  const { state } = recorded;
  const appPasswords = state.appPasswords.filter((one) => one.id !== id);
  const renewals = Object.fromEntries(
    Object.entries(state.renewals).filter(([next, old]) => next !== id && old !== id),
  );
  const gone = change(recorded, { appPasswords, renewals, trouble: cleared(state, 'card.revoke') });
  // A list that was asked for before still has it.
  if (screen.kind === 'home' && isRunning(state, 'list')) return goHome(gone);
  if (screen.kind === 'in-the-way' && screen.fault.code === 'server.quota') {
    return { ...gone, next: { kind: 'fault.retry' } };
  }
  return gone;
}

export function signOutEnded(
  step: JourneyStep,
  task: Extract<Task, { kind: 'sign-out' }>,
  result: TaskResult,
  at: number,
): JourneyStep {
  const { screen } = step.state;
  const retry = { kind: 'account.signOut' } as const;
  if (result.kind === 'failed') {
    return screen.kind === 'preferences'
      ? block(step, result.fault, { screen, retry }, at)
      : trouble(step, result.fault, retry, at);
  }
  if (result.kind !== 'signed-out') return step;
  const { accounts } = result;
  const left = change(record(step, 'signed-out', task.address, at), { accounts });
  if (accounts.some(({ id }) => id === step.state.accountId)) return left;
  const accountId = accounts.at(-1)?.id ?? null;
  return goHome(change(left, { accountId, appPasswords: [], listed: false, trouble: null }));
}
