import type { AppPassword } from '../app-passwords/app-password.ts';
import { labelOf } from '../app-passwords/app-password-name.ts';
import type { AppPasswordOverview } from '../app-passwords/overview.ts';
import type { FaultView } from '../ipc/view.ts';
import { catalogue } from '../mail-apps/catalogue.ts';
import type { StepEvent } from '../steps.ts';
import { withStep, workingChecks } from './checks.ts';
import type { JourneyEvent } from './journey-event.ts';
import { accountOf, type Draft, type JourneyState, type Screen, type Work } from './journey-state.ts';
import {
  block,
  cancel,
  change,
  goHome,
  type JourneyStep,
  record,
  show,
  start,
  update,
} from './journey-step.ts';
import type { TaskResult } from './journey-task.ts';
import { lifetimeLike, lifetimes, usualLifetime } from './lifetime.ts';

type Working = Extract<Screen, { kind: 'working' }>;

/** From the choice of a mail app to a proved app password: pick-mail-app, name-and-lifetime, working. Pure. */
export function mailAppPart(step: JourneyStep, event: JourneyEvent): JourneyStep {
  const { state } = step;
  const { screen } = state;
  switch (event.kind) {
    case 'home.connect':
      return screen.kind === 'home' ? show(step, pick(null)) : step;
    case 'mailApp.choose': {
      const mailApp = catalogue.find(({ id }) => id === event.id);
      if (screen.kind !== 'pick-mail-app' || mailApp === undefined) return step;
      if (screen.draft.mailApp === mailApp.id) return step;
      const name = `${mailApp.name} on ${state.hostName}`;
      return update(step, { ...screen, draft: { ...screen.draft, mailApp: mailApp.id, name } });
    }
    case 'mailApp.continue':
      if (screen.kind === 'mailbox-ready') return show(step, pick(null, screen));
      if (screen.kind !== 'pick-mail-app' || screen.draft.mailApp === null) return step;
      return show(step, { kind: 'name-and-lifetime', draft: screen.draft, fault: null });
    case 'mailApp.later':
      return screen.kind === 'mailbox-ready' || screen.kind === 'pick-mail-app' ? goHome(step) : step;
    case 'name.submit': {
      const lifetime = lifetimes.find((id) => id === event.lifetime);
      if (screen.kind !== 'name-and-lifetime' || lifetime === undefined) return step;
      return make(step, { ...screen.draft, name: event.name.trim(), lifetime });
    }
    case 'card.renew': {
      const old = state.appPasswords.find(({ id }) => id === event.id);
      if (screen.kind !== 'home' || old === undefined || isBeingRevoked(state, old.id)) return step;
      const draft = renewal(old);
      return draft.mailApp === null ? show(step, { kind: 'pick-mail-app', draft }) : make(step, draft);
    }
    case 'working.cancel':
      if (screen.kind !== 'working') return step;
      if (screen.fault !== null) return backToName(step, screen.draft);
      return cancel(update(step, { ...screen, cancelling: true }), ({ task }) => task.kind === 'create');
    default:
      return step;
  }
}

export function createNews(step: JourneyStep, news: StepEvent): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'working' || screen.cancelling) return step;
  return update(step, { ...screen, checks: withStep(screen.checks, news) });
}

export function createEnded(step: JourneyStep, work: Work, result: TaskResult, at: number): JourneyStep {
  const { screen } = step.state;
  const working = screen.kind === 'working' && screen.work === work.id ? screen : null;
  if (result.kind === 'created') return made(step, work, working?.draft ?? null, result.appPassword, at);
  if (result.kind !== 'failed') return step;
  // Whether it could be taken back is seen in the list only.
  if (working === null) return screen.kind === 'home' ? goHome(step) : step;
  if (work.cancelled) return backToName(step, working.draft);
  return notMade(step, working, result.fault, at);
}

function made(
  step: JourneyStep,
  { cancelled, task }: Work,
  draft: Draft | null,
  appPassword: AppPassword,
  at: number,
): JourneyStep {
  const overview: AppPasswordOverview = { ...appPassword, madeHere: true };
  const known = change(record(step, 'created', appPassword.description, at), { online: true });
  const here = step.state.accountId === appPassword.accountId;
  const listed = here ? change(known, { appPasswords: [...known.state.appPasswords, overview] }) : known;
  if (cancelled || draft === null || task.kind !== 'create') {
    // Cancelled a moment too late: it is there, and is revoked like any other.
    const { id, accountId: account, description } = appPassword;
    return start(draft === null ? listed : backToName(listed, draft), {
      kind: 'revoke',
      account,
      id,
      description,
    });
  }
  const { replaces } = draft;
  const renewals =
    replaces === null ? listed.state.renewals : { ...listed.state.renewals, [appPassword.id]: replaces };
  return show(change(listed, { renewals }), { kind: 'settings', handed: appPassword });
}

function notMade(step: JourneyStep, working: Working, fault: FaultView, at: number): JourneyStep {
  const { draft } = working;
  const { name, lifetime } = draft;
  const naming = { kind: 'name-and-lifetime', draft, fault: null } as const;
  switch (fault.code) {
    case 'network.offline':
    case 'server.quota':
    case 'vault.locked':
    case 'vault.missing':
    case 'vault.timeout':
    case 'signin.needed':
      return block(step, fault, { screen: naming, retry: { kind: 'name.submit', name, lifetime } }, at);
    case 'input.invalid':
      return show(step, { ...naming, fault });
    default:
      return update(step, { ...working, fault, cancelling: false });
  }
}

/** Also the way to try again after a failure. */
export function make(step: JourneyStep, draft: Draft): JourneyStep {
  const account = accountOf(step.state);
  const { mailApp, name, lifetime } = draft;
  if (account === null || mailApp === null) return step;
  const task = { kind: 'create', account: account.id, mailApp, name, lifetime } as const;
  const work = step.state.lastWork + 1;
  const facts = { draft, work, checks: workingChecks, fault: null, cancelling: false };
  return start(show(step, { kind: 'working', ...facts }), task);
}

export function backToName(step: JourneyStep, draft: Draft): JourneyStep {
  return show(step, { kind: 'name-and-lifetime', draft, fault: null });
}

function pick(replaces: string | null, from: Draft['from'] = { kind: 'home' }) {
  const draft: Draft = { mailApp: null, name: '', lifetime: usualLifetime, replaces, from };
  return { kind: 'pick-mail-app', draft } as const;
}

function renewal(old: AppPasswordOverview): Draft {
  const { draft } = pick(old.id);
  const known = catalogue.some(({ id }) => id === old.mailApp);
  if (!old.madeHere || !known) return draft;
  // The tag in brackets is the old one's; the new one gets its own.
  const name = labelOf(old.description);
  return { ...draft, mailApp: old.mailApp, name, lifetime: lifetimeLike(old.createdAt, old.expiresAt) };
}

export function isBeingRevoked(state: JourneyState, id: string): boolean {
  return state.works.some(({ task }) => task.kind === 'revoke' && task.id === id);
}
