import { assertNever } from '../assert-never.ts';
import { goBack } from './back-part.ts';
import { diagnosisEnded, diagnosisNews, diagnosisPart } from './diagnosis-part.ts';
import { homePart, listEnded, loadEnded, revokeEnded, signOutEnded } from './home-part.ts';
import type { JourneyEffect } from './journey-effect.ts';
import type { JourneyEvent } from './journey-event.ts';
import type { JourneyState, Work } from './journey-state.ts';
import { change, type JourneyStep, stay } from './journey-step.ts';
import type { TaskNews, TaskResult } from './journey-task.ts';
import { createEnded, createNews, mailAppPart } from './mail-app-part.ts';
import { proveEnded, proveNews, settingsPart } from './settings-part.ts';
import { signInEnded, signInNews, signInPart } from './sign-in-part.ts';
import { troublePart, waitEnded } from './trouble-part.ts';
import { findEnded } from './welcome-part.ts';

/**
 * The journey, pure: what a person wants and what became of it, to the next screen and to what must be done now. An
 * event that does not fit the screen changes nothing, and so does word of work that was cancelled.
 * @param at when it happens, milliseconds since 1970
 */
export function step(
  state: JourneyState,
  event: JourneyEvent,
  at: number,
): { readonly state: JourneyState; readonly effects: readonly JourneyEffect[] } {
  let now = happen(stay(state), event, at);
  while (now.next !== undefined) {
    const { next, ...before } = now;
    now = happen(before, next, at);
  }
  return { state: now.state, effects: now.effects };
}

function happen(before: JourneyStep, event: JourneyEvent, at: number): JourneyStep {
  switch (event.kind) {
    case 'start':
    case 'nav.go':
    case 'card.revoke':
    case 'preferences.set':
    case 'account.choose':
    case 'account.add':
    case 'account.signOut':
      return diagnosisPart(homePart(before, event), event);
    case 'address.submit':
    case 'address.change':
    case 'sign-in-again':
    case 'signIn.start':
    case 'signIn.openAgain':
    case 'signIn.cancel':
    case 'browser':
    case 'person.accept':
    case 'person.again':
      return signInPart(before, event, at);
    case 'home.connect':
    case 'mailApp.choose':
    case 'mailApp.continue':
    case 'mailApp.later':
    case 'name.submit':
    case 'card.renew':
    case 'working.cancel':
      return mailAppPart(before, event);
    case 'settings.works':
    case 'settings.fails':
    case 'settings.later':
    case 'card.settings':
    case 'proof.again':
      return settingsPart(before, event);
    case 'fault.retry':
    case 'fault.dismiss':
    case 'quota.revokeAndContinue':
      return troublePart(before, event);
    case 'diagnosis.run':
      return diagnosisPart(before, event);
    case 'back':
      return goBack(before, at);
    case 'news': {
      const work = before.state.works.find(({ id }) => id === event.work);
      return work === undefined || work.cancelled ? before : told(before, work, event.news);
    }
    case 'ended': {
      const work = before.state.works.find(({ id }) => id === event.work);
      if (work === undefined) return before;
      const works = before.state.works.filter(({ id }) => id !== event.work);
      return ended(change(before, { works }), work, event.result, at);
    }
    default:
      return assertNever(event);
  }
}

function told(step: JourneyStep, { task }: Work, news: TaskNews): JourneyStep {
  if (task.kind === 'sign-in') return signInNews(step, news);
  if (task.kind === 'diagnose') return news.kind === 'check' ? diagnosisNews(step, news.check) : step;
  if (news.kind !== 'step') return step;
  if (task.kind === 'create') return createNews(step, news.step);
  return task.kind === 'prove' ? proveNews(step, news.step) : step;
}

function ended(step: JourneyStep, work: Work, result: TaskResult, at: number): JourneyStep {
  const { task } = work;
  switch (task.kind) {
    case 'load':
      return loadEnded(step, result, at);
    case 'find':
      return findEnded(step, task, result, at);
    case 'sign-in':
      return signInEnded(step, result, at);
    case 'list':
      return listEnded(step, task, result, at);
    case 'create':
      return createEnded(step, work, result, at);
    case 'revoke':
      return revokeEnded(step, task, result, at);
    case 'prove':
      return proveEnded(step, task, result, at);
    case 'sign-out':
      return signOutEnded(step, task, result, at);
    case 'diagnose':
      return diagnosisEnded(step, result, at);
    case 'look-at-keychain':
      return result.kind === 'keychain' ? change(step, { keychain: result.keychain }) : step;
    case 'wait':
      return waitEnded(step, result, at);
    default:
      return assertNever(task);
  }
}
