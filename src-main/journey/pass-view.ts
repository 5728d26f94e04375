import { parseExpiry } from '../app-passwords/expiry.ts';
import type { PassView } from '../ipc/view.ts';
import { findMailApp } from '../mail-apps/catalogue.ts';
import { accountOf, type Draft, type JourneyState, type Screen } from './journey-state.ts';

const empty: PassView = {
  organisation: null,
  mailbox: null,
  signedInAt: null,
  mailApp: null,
  validUntil: null,
  fresh: [],
};

/** The ticket: only what is known by now, and which of it was learnt on this screen. Pure. */
export function passView(state: JourneyState, now: number): PassView {
  return passOf(state, state.screen, now);
}

function passOf(state: JourneyState, screen: Screen, now: number): PassView {
  switch (screen.kind) {
    case 'found':
      return { ...empty, mailbox: screen.request.address, fresh: ['mailbox'] };
    case 'in-browser':
    case 'wrong-person':
      return { ...empty, mailbox: screen.request.address };
    case 'mailbox-ready':
      return { ...signedIn(state), fresh: ['signedInAt'] };
    case 'pick-mail-app':
      return { ...signedIn(state), ...chosen(screen.draft), fresh: ['mailApp'] };
    case 'name-and-lifetime':
    case 'working': {
      const ends = parseExpiry(screen.draft.lifetime, now);
      const fresh = screen.kind === 'working' ? [] : (['validUntil'] as const);
      return { ...signedIn(state), ...chosen(screen.draft), validUntil: dayOf(ends), fresh };
    }
    case 'settings':
    case 'it-does-not-work': {
      const { mailApp, expiresAt } = screen.handed;
      return { ...signedIn(state), mailApp: nameOf(mailApp), validUntil: dayOf(expiresAt) };
    }
    case 'in-the-way':
      return { ...passOf(state, screen.resume.screen, now), fresh: [] };
    case 'loading':
    case 'welcome':
      return empty;
    default:
      return signedIn(state);
  }
}

function signedIn(state: JourneyState): PassView {
  const account = accountOf(state);
  if (account === null) return empty;
  const { host } = new URL(account.service.issuer.url);
  return { ...empty, mailbox: account.address, signedInAt: host };
}

function chosen({ mailApp }: Draft): Pick<PassView, 'mailApp'> {
  return { mailApp: mailApp === null ? null : nameOf(mailApp) };
}

function nameOf(mailApp: string): string {
  return findMailApp(mailApp).name;
}

/** The day of an ISO 8601 time; 'never' for none. */
function dayOf(expiresAt: string | null): string {
  return expiresAt?.slice(0, 10) ?? 'never';
}
