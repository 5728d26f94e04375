import { assertNever } from '../assert-never.ts';
import { cancel, goHome, isRunning, type JourneyStep, show, waitForNetwork } from './journey-step.ts';
import { backToName } from './mail-app-part.ts';
import { backToFound } from './sign-in-part.ts';
import { backFromWelcome, welcomeAgain } from './welcome-part.ts';

/** Where "back" leads from each screen. Pure. */
export function goBack(step: JourneyStep, at: number): JourneyStep {
  const { state } = step;
  const { screen } = state;
  switch (screen.kind) {
    case 'loading':
    case 'home':
      return step;
    case 'welcome':
      return isRunning(state, 'find')
        ? cancel(step, ({ task }) => task.kind === 'find')
        : backFromWelcome(step, state);
    case 'found':
    case 'wrong-person':
      return show(step, welcomeAgain(screen));
    case 'in-browser':
      return backToFound(step, screen);
    case 'mailbox-ready':
    case 'activity':
    case 'preferences':
    case 'settings':
      return goHome(step);
    case 'pick-mail-app':
      return screen.draft.from.kind === 'home' ? goHome(step) : show(step, screen.draft.from);
    case 'name-and-lifetime':
      return show(step, { kind: 'pick-mail-app', draft: screen.draft });
    case 'working':
      return screen.fault === null
        ? { ...step, next: { kind: 'working.cancel' } }
        : backToName(step, screen.draft);
    case 'it-does-not-work':
      return show(step, { kind: 'settings', handed: screen.handed });
    case 'diagnosis':
      return comeBack(step, at);
    case 'in-the-way':
      return show(step, screen.resume.screen);
    default:
      return assertNever(screen);
  }
}

function comeBack(step: JourneyStep, at: number): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'diagnosis' || screen.from === null) return goHome(step);
  const back = show(step, screen.from);
  const offline = screen.from.kind === 'in-the-way' && screen.from.retryAt !== null;
  return offline ? waitForNetwork(back, at) : back;
}
