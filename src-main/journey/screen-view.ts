import { labelOf } from '../app-passwords/app-password-name.ts';
import { parseExpiry } from '../app-passwords/expiry.ts';
import { assertNever } from '../assert-never.ts';
import type { Endpoint } from '../discovery/mail-service.ts';
import type { EndpointView, ScreenView } from '../ipc/view.ts';
import { cardViews } from './card-view.ts';
import { checksOfProof, works } from './checks.ts';
import { accountOf, type JourneyState, type Screen } from './journey-state.ts';
import { isRunning } from './journey-step.ts';
import { lifetimeDays, lifetimes, usualLifetime } from './lifetime.ts';
import { mailAppView, mailAppViews } from './mail-app-view.ts';
import { settingsSteps } from './settings-view.ts';

/** Activity that home shows; all of it has a screen of its own. */
const recentActivity = 5;

/** What is on screen, in facts. Pure. @param now milliseconds since 1970 */
export function screenView(state: JourneyState, version: string, now: number): ScreenView {
  const { screen } = state;
  switch (screen.kind) {
    case 'loading':
      return { kind: 'loading' };
    case 'welcome': {
      const { kind, address, needsServer, needsIssuer, fault } = screen;
      const busy = isRunning(state, 'find');
      return { kind, address, server: screen.server ?? '', needsServer, needsIssuer, busy, fault };
    }
    case 'found':
      return foundView(screen);
    case 'in-browser': {
      const { kind, startedAt, deadlineAt, opened, finishing, code, link } = screen;
      const shown = code === null ? null : { ...code, url: link ?? '' };
      const issuerHost = hostOf(screen.found.issuer.url);
      return { kind, issuerHost, startedAt, deadlineAt, opened, finishing, code: shown };
    }
    case 'mailbox-ready': {
      const { kind, name, mayBounce } = screen;
      const account = accountOf(state);
      const login = account?.login ?? screen.request.address;
      const address = account?.address ?? screen.request.address;
      const appPasswords = state.listed ? { used: state.appPasswords.length, allowed: null } : null;
      return { kind, name, login, address, firstSignIn: null, mayBounce, appPasswords };
    }
    case 'wrong-person': {
      const { kind, login, issuerHost, request } = screen;
      return { kind, asked: request.address, found: login, issuerHost };
    }
    case 'pick-mail-app':
      return { kind: screen.kind, mailApps: mailAppViews(state.installed), chosen: screen.draft.mailApp };
    case 'name-and-lifetime':
    case 'working':
      return makingView(state, screen, now);
    case 'settings':
    case 'it-does-not-work':
      return handedView(state, screen);
    case 'home': {
      const { activity } = state;
      return {
        kind: 'home',
        cards: cardViews(state, now),
        loading: isRunning(state, 'list'),
        fault: state.trouble?.fault ?? null,
        activity: activity.slice(0, recentActivity),
      };
    }
    case 'activity':
      return { kind: 'activity', entries: state.activity };
    case 'preferences': {
      const { keychain, preferences } = state;
      return {
        kind: 'preferences',
        keychain: keychain?.name ?? '',
        keychainState: keychain?.state ?? 'ready',
        closeToTray: preferences.closeToTray,
        signingOut: isRunning(state, 'sign-out'),
        version,
      };
    }
    case 'diagnosis': {
      const account = accountOf(state);
      return {
        kind: 'diagnosis',
        checks: screen.checks,
        running: isRunning(state, 'diagnose'),
        checkedAt: screen.checkedAt,
        server: account === null ? null : hostOf(account.service.server),
        issuerHost: account === null ? null : hostOf(account.service.issuer.url),
      };
    }
    case 'in-the-way': {
      const crowd = screen.fault.code === 'server.quota' ? cardViews(state, now) : [];
      return { kind: screen.kind, fault: screen.fault, retryAt: screen.retryAt, crowd };
    }
    default:
      return assertNever(screen);
  }
}

function foundView({ request, found }: Extract<Screen, { kind: 'found' }>): ScreenView {
  const { issuer, candidates } = found;
  return {
    kind: 'found',
    address: request.address,
    organisation: null,
    server: found.server.host,
    generation: found.generation,
    issuer: { host: hostOf(issuer.url), origin: issuer.origin },
    imap: firstOf(candidates.imap, found.server),
    smtp: firstOf(candidates.smtp, found.server),
  };
}

function makingView(
  state: JourneyState,
  screen: Extract<Screen, { kind: 'name-and-lifetime' | 'working' }>,
  now: number,
): ScreenView {
  const { draft, fault } = screen;
  const mailApp = mailAppView(draft.mailApp ?? 'other', state.installed);
  if (screen.kind === 'working') {
    const renews = descriptionOf(state, draft.replaces);
    return { kind: 'working', mailApp, checks: screen.checks, fault, cancelling: screen.cancelling, renews };
  }
  return {
    kind: 'name-and-lifetime',
    mailApp,
    name: draft.name,
    lifetimes: lifetimes.map((id) => ({
      id,
      days: lifetimeDays[id],
      until: parseExpiry(id, now),
      suggested: id === usualLifetime,
    })),
    chosen: draft.lifetime,
    serverEnforcesEnd: accountOf(state)?.service.generation === 'jmap',
    fault,
  };
}

function handedView(
  state: JourneyState,
  screen: Extract<Screen, { kind: 'settings' | 'it-does-not-work' }>,
): ScreenView {
  const { handed } = screen;
  const account = accountOf(state);
  if (account === null) return { kind: 'loading' };
  const { id: appPasswordId, proof } = handed;
  const description = labelOf(handed.description);
  const mailApp = mailAppView(handed.mailApp, state.installed);
  if (screen.kind === 'settings') {
    const failedChecks =
      proof === null ? [] : checksOfProof(proof, account).filter(({ fault }) => fault !== null);
    const steps = settingsSteps(handed.mailApp, account, state.names[account.id] ?? null);
    const renews = descriptionOf(state, state.renewals[handed.id] ?? null);
    return {
      kind: 'settings',
      appPasswordId,
      mailApp,
      description,
      steps,
      works: works(proof),
      failedChecks,
      renews,
    };
  }
  const { generation, imap, smtp } = account.service;
  const { checks } = screen;
  const checking = isRunning(state, 'prove');
  const servers = { generation, imap: endpointView(imap), smtp: endpointView(smtp) };
  return { kind: 'it-does-not-work', appPasswordId, mailApp, description, ...servers, checks, checking };
}

function descriptionOf(state: JourneyState, id: string | null): string | null {
  const found = state.appPasswords.find((one) => one.id === id);
  return found === undefined ? null : labelOf(found.description);
}

function endpointView({ host, port, security, origin }: Endpoint): EndpointView {
  return { host, port, security, origin };
}

function firstOf(candidates: readonly Endpoint[], server: URL): EndpointView {
  const [first] = candidates;
  return first ? endpointView(first) : { host: server.hostname, port: 993, security: 'tls', origin: 'guess' };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
