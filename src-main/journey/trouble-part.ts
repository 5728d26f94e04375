import type { JourneyEvent } from './journey-event.ts';
import { change, isRunning, type JourneyStep, show, start, update, waitForNetwork } from './journey-step.ts';
import type { TaskResult } from './journey-task.ts';
import { backToName, isBeingRevoked, make } from './mail-app-part.ts';

/** What is done about a fault: again, away with it, or room made for another app password. Pure. */
export function troublePart(step: JourneyStep, event: JourneyEvent): JourneyStep {
  const { state } = step;
  const { screen } = state;
  switch (event.kind) {
    case 'fault.retry': {
      if (screen.kind === 'in-the-way') {
        return { ...show(step, screen.resume.screen), next: screen.resume.retry };
      }
      if (screen.kind === 'working' && screen.fault !== null) return make(step, screen.draft);
      if (screen.kind !== 'home' || state.trouble === null) return step;
      return { ...change(step, { trouble: null }), next: state.trouble.retry };
    }
    case 'fault.dismiss':
      if (screen.kind === 'in-the-way') return show(step, screen.resume.screen);
      if (screen.kind === 'working' && screen.fault !== null) return backToName(step, screen.draft);
      if (screen.kind === 'welcome') return update(step, { ...screen, fault: null });
      return screen.kind === 'home' ? change(step, { trouble: null }) : step;
    case 'quota.revokeAndContinue': {
      if (screen.kind !== 'in-the-way' || screen.fault.code !== 'server.quota') return step;
      const one = state.appPasswords.find(({ id }) => id === event.id);
      const { accountId } = state;
      if (one === undefined || accountId === null || isRunning(state, 'revoke')) return step;
      if (isBeingRevoked(state, one.id)) return step;
      return start(step, { kind: 'revoke', account: accountId, id: one.id, description: one.description });
    }
    default:
      return step;
  }
}

/** Back in the network, what was in the way is tried again by itself. */
export function waitEnded(step: JourneyStep, result: TaskResult, at: number): JourneyStep {
  const { screen, trouble } = step.state;
  if (result.kind !== 'waited') return step;
  const offlineHere = screen.kind === 'in-the-way' && screen.fault.code === 'network.offline';
  const offlineHome = screen.kind === 'home' && trouble?.fault.code === 'network.offline';
  if (!offlineHere && !offlineHome) return change(step, { online: result.online });
  if (result.online) return { ...change(step, { online: true }), next: { kind: 'fault.retry' } };
  const waiting = waitForNetwork(step, at);
  const until = waiting.state.works.find(({ task }) => task.kind === 'wait')?.task;
  const retryAt = until?.kind === 'wait' ? until.until : null;
  return offlineHere ? update(waiting, { ...screen, retryAt }) : waiting;
}
