import type { FaultView } from '../ipc/view.ts';
import type { JourneyEvent } from './journey-event.ts';
import { accountOf, type Found, type Screen } from './journey-state.ts';
import {
  block,
  change,
  effect,
  emptyWelcome,
  isRunning,
  type JourneyStep,
  record,
  show,
  start,
  update,
} from './journey-step.ts';
import type { TaskNews, TaskResult } from './journey-task.ts';
import { mailboxRequest } from './mailbox-request.ts';
import { welcomeAgain } from './welcome-part.ts';

/** Milliseconds the browser may take: people look for their second factor. */
const browserMs = 300_000;

/** From the address to a mailbox the server knows: welcome, found, in-browser, mailbox-ready, wrong-person. Pure. */
export function signInPart(step: JourneyStep, event: JourneyEvent, at: number): JourneyStep {
  const { state } = step;
  const { screen } = state;
  switch (event.kind) {
    case 'address.submit': {
      if (screen.kind !== 'welcome' || isRunning(state, 'find')) return step;
      const { address, server, issuer } = event;
      const asking = update(step, { ...screen, address, server, issuer, fault: null });
      return start(asking, { kind: 'find', request: mailboxRequest(event, state.accounts) });
    }
    case 'sign-in-again': {
      const account = accountOf(state);
      if (account === null) return show(step, emptyWelcome);
      const typed = { address: account.address, server: account.service.server, issuer: null };
      const welcome = show(step, { ...emptyWelcome, ...typed });
      return start(welcome, { kind: 'find', request: mailboxRequest(typed, state.accounts) });
    }
    case 'address.change':
      if (screen.kind === 'welcome') return show(step, screen);
      return screen.kind === 'found' || screen.kind === 'wrong-person'
        ? show(step, welcomeAgain(screen))
        : step;
    case 'signIn.start':
      if (screen.kind === 'home' || screen.kind === 'preferences') {
        return { ...step, next: { kind: 'sign-in-again' } };
      }
      return screen.kind === 'found' ? toBrowser(step, screen, {}, at) : step;
    case 'person.again':
      return screen.kind === 'wrong-person' || screen.kind === 'mailbox-ready'
        ? toBrowser(step, screen, { asSomeoneElse: true }, at)
        : step;
    case 'person.accept': {
      if (screen.kind !== 'wrong-person') return step;
      const { login, request } = screen;
      // Up to 0.15 the server's name for a mailbox need not be an address; then the one that was typed stays.
      const address = login.includes('@') ? login : request.address;
      return toBrowser(step, { ...screen, request: { ...request, address } }, { acceptLogin: login }, at);
    }
    case 'signIn.openAgain':
      return screen.kind === 'in-browser' && screen.link !== null && !screen.finishing
        ? effect(step, { kind: 'open-browser', url: screen.link })
        : step;
    case 'browser':
      return screen.kind === 'in-browser' ? update(step, { ...screen, opened: event.opened }) : step;
    case 'signIn.cancel':
      return screen.kind === 'in-browser' ? backToFound(step, screen) : step;
    default:
      return step;
  }
}

export function signInNews(step: JourneyStep, news: TaskNews): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'in-browser') return step;
  switch (news.kind) {
    case 'link':
      return update(step, {
        ...screen,
        link: news.url,
        opened: news.opened,
        deadlineAt: news.deadlineAt,
      });
    case 'code': {
      const { url: link, text, guessed, deadlineAt } = news;
      return update(step, { ...screen, link, deadlineAt, code: { text, guessed } });
    }
    case 'returned':
      return update(step, { ...screen, finishing: true });
    default:
      return step;
  }
}

export function signInEnded(step: JourneyStep, result: TaskResult, at: number): JourneyStep {
  const { screen } = step.state;
  if (screen.kind !== 'in-browser') return step;
  const { request, found } = screen;
  if (result.kind === 'signed-in') {
    const { account, name, mayBounce } = result;
    const known = step.state.accounts.some(({ id }) => id === account.id);
    const others = step.state.accounts.filter(({ id }) => id !== account.id);
    const accounts = [...others, { ...account, signedIn: true }];
    const names = name === null ? step.state.names : { ...step.state.names, [account.id]: name };
    let next = change(step, { accounts, accountId: account.id, names, trouble: null, online: true });
    if (step.state.accountId !== account.id) next = change(next, { appPasswords: [], listed: false });
    next = record(next, 'signed-in', hostOf(account.service.issuer.url), at);
    if (!known) next = record(next, 'activated', account.login, at);
    const ready = { kind: 'mailbox-ready', request, found, name, mayBounce } as const;
    return start(show(next, ready), { kind: 'list', account: account.id });
  }
  if (result.kind !== 'failed') return step;
  return signInFailed(step, screen, result.fault, at);
}

function signInFailed(
  step: JourneyStep,
  { request, found }: Pick<Found, 'request' | 'found'>,
  fault: FaultView,
  at: number,
): JourneyStep {
  const login = fault.facts['login'];
  if (fault.code === 'signin.wrong-person' && typeof login === 'string') {
    const issuerHost = String(fault.facts['issuer'] ?? hostOf(found.issuer.url));
    return show(step, { kind: 'wrong-person', request, found, login, issuerHost });
  }
  const screen = { kind: 'found', request, found } as const;
  if (fault.code === 'signin.cancelled') return show(step, screen);
  return block(step, fault, { screen, retry: { kind: 'signIn.start' } }, at);
}

function toBrowser(
  step: JourneyStep,
  { request, found }: Pick<Found, 'request' | 'found'>,
  { acceptLogin = null, asSomeoneElse = false }: { acceptLogin?: string | null; asSomeoneElse?: boolean },
  at: number,
): JourneyStep {
  const waiting: Screen = {
    kind: 'in-browser',
    request,
    found,
    startedAt: at,
    deadlineAt: at + browserMs,
    link: null,
    opened: true,
    code: null,
    finishing: false,
  };
  const timeoutMs = browserMs;
  return start(show(step, waiting), {
    kind: 'sign-in',
    request,
    found,
    acceptLogin,
    asSomeoneElse,
    timeoutMs,
  });
}

export function backToFound(
  step: JourneyStep,
  { request, found }: Pick<Found, 'request' | 'found'>,
): JourneyStep {
  return show(step, { kind: 'found', request, found });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
