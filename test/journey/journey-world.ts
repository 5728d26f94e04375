import type { AccountOverview } from '../../src-main/app.ts';
import type { AppPassword } from '../../src-main/app-passwords/app-password.ts';
import type { AppPasswordOverview } from '../../src-main/app-passwords/overview.ts';
import type { FoundMailService } from '../../src-main/discovery/find-mail-service.ts';
import type { FaultCode } from '../../src-main/fault.ts';
import type { FaultView } from '../../src-main/ipc/view.ts';
import { step } from '../../src-main/journey/journey.ts';
import type { JourneyEffect } from '../../src-main/journey/journey-effect.ts';
import type { JourneyEvent } from '../../src-main/journey/journey-event.ts';
import { firstState, type JourneyState } from '../../src-main/journey/journey-state.ts';
import type { Task, TaskResult } from '../../src-main/journey/journey-task.ts';
import { usualPreferences } from '../../src-main/journey/preferences.ts';

// What the tests of the journey are made of: one person, one mail service, a few app passwords.

export const now = Date.parse('2026-11-24T14:00:00Z');
export const linkSecret = 'planted-state-of-the-link';

const endpoint = { host: 'mail.fernwood.example', port: 993, security: 'tls', origin: 'autoconfig' } as const;

export const found: FoundMailService = {
  server: new URL('https://mail.fernwood.example/'),
  generation: 'jmap',
  issuer: { url: 'https://login.fernwood.example', origin: 'server', kind: 'external' },
  candidates: { imap: [endpoint], smtp: [{ ...endpoint, port: 465 }], sieve: [] },
};

export const mara: AccountOverview = {
  id: 'mara@fernwood.example/mail.fernwood.example',
  address: 'mara@fernwood.example',
  login: 'mara@fernwood.example',
  service: {
    server: 'https://mail.fernwood.example/',
    generation: 'jmap',
    imap: endpoint,
    smtp: { ...endpoint, port: 465 },
    sieve: null,
    issuer: { url: 'https://login.fernwood.example', origin: 'server', kind: 'external' },
  },
  clientId: 'gatepass',
  scopes: ['openid'],
  audience: null,
  jmapAccountId: 'a',
  signedInAt: '2026-11-24T13:00:00Z',
  signedIn: true,
};

export const giftshop: AccountOverview = {
  ...mara,
  id: 'giftshop@fernwood.example/mail.fernwood.example',
  address: 'giftshop@fernwood.example',
  login: 'giftshop@fernwood.example',
};

export function appPassword(id: string, facts: Partial<AppPassword> = {}): AppPassword {
  return {
    id,
    accountId: mara.id,
    mailApp: 'outlook',
    serverId: `server-of-${id}`,
    description: `Outlook on fern (${id.slice(-6)})`,
    createdAt: '2026-08-17T19:00:00Z',
    expiresAt: '2027-08-17T19:00:00Z',
    proof: {
      at: '2026-11-24T09:12:00Z',
      imap: { kind: 'accepted', ms: 8 },
      smtp: { kind: 'accepted', ms: 12 },
      jmap: { kind: 'accepted', ms: 5 },
    },
    ...facts,
  };
}

export const old: AppPasswordOverview = { ...appPassword('outlook-aaaaaa'), madeHere: true };
export const foreign: AppPasswordOverview = {
  serverId: 'f',
  id: 'server:f',
  description: 'Thunderbird',
  createdAt: '2024-02-03T08:00:00Z',
  expiresAt: null,
  mailApp: null,
  madeHere: false,
  proof: null,
};

export function fault(code: FaultCode, facts: FaultView['facts'] = {}): FaultView {
  return { code, facts, retryable: false };
}

export const failed = (code: FaultCode, facts: FaultView['facts'] = {}): TaskResult => ({
  kind: 'failed',
  fault: fault(code, facts),
});

export const loaded = (accounts: readonly AccountOverview[] = []): TaskResult => ({
  kind: 'loaded',
  accounts,
  activity: [],
  preferences: usualPreferences,
  keychain: { name: 'the keychain of this computer', state: 'ready' },
  installed: [{ id: 'outlook', isDefault: true, icon: null }],
});

/** A journey that is walked by hand: events in, effects remembered. */
export class Walk {
  state: JourneyState = firstState('fern');
  effects: JourneyEffect[] = [];

  send(...events: readonly JourneyEvent[]): this {
    for (const event of events) {
      const next = step(this.state, event, now);
      this.state = next.state;
      this.effects = [...this.effects, ...next.effects];
    }
    return this;
  }

  /** Ends the newest work of that kind. */
  end(kind: Task['kind'], result: TaskResult): this {
    const work = this.state.works.findLast(({ task }) => task.kind === kind);
    if (work === undefined) throw new Error(`no ${kind} is going on`);
    return this.send({ kind: 'ended', work: work.id, result });
  }

  /** A walk of its own from here. */
  fork(): Walk {
    const walk = new Walk();
    walk.state = this.state;
    return walk;
  }

  get screen(): JourneyState['screen'] {
    return this.state.screen;
  }
}

export const submit = (address = mara.address): JourneyEvent => ({
  kind: 'address.submit',
  address,
  server: 'mail.fernwood.example',
  issuer: null,
});
export const signedIn = (account: AccountOverview = mara): TaskResult => ({
  kind: 'signed-in',
  account,
  name: 'Mara Lindqvist',
  mayBounce: false,
});
export const created = (id = 'outlook-bbbbbb'): TaskResult => ({
  kind: 'created',
  appPassword: appPassword(id),
});
export const listed = (...appPasswords: readonly AppPasswordOverview[]): TaskResult => ({
  kind: 'listed',
  appPasswords,
});
export const nameIt: JourneyEvent = { kind: 'name.submit', name: 'Outlook on this PC', lifetime: '90d' };
export const wrongPerson = failed('signin.wrong-person', {
  address: mara.address,
  login: giftshop.login,
  issuer: 'login.fernwood.example',
});

type PlaceName =
  | 'loading'
  | 'welcome'
  | 'finding'
  | 'found'
  | 'inBrowser'
  | 'wrongPerson'
  | 'mailboxReady'
  | 'pick'
  | 'chosen'
  | 'name'
  | 'working'
  | 'cancelling'
  | 'notMade'
  | 'settings'
  | 'failing'
  | 'home'
  | 'renewing'
  | 'renewed'
  | 'activity'
  | 'preferences'
  | 'signingOut'
  | 'diagnosis'
  | 'offline'
  | 'denied'
  | 'locked'
  | 'crowded'
  | 'makingRoom'
  | 'loadFailed'
  | 'homeInTrouble';

/** Each place a person may be at, and how to get there. */
export const places: Readonly<Record<PlaceName, () => Walk>> = {
  loading: () => new Walk().send({ kind: 'start' }),
  welcome: () => places.loading().end('load', loaded()),
  finding: () => places.welcome().send(submit()),
  found: () => places.finding().end('find', { kind: 'found', found }),
  inBrowser: () => {
    const walk = places.found().send({ kind: 'signIn.start' });
    const url = `https://login.fernwood.example/authorize?state=${linkSecret}`;
    const news = { kind: 'link', url, opened: true, deadlineAt: now + 300_000 } as const;
    return walk.send({ kind: 'news', work: walk.state.lastWork, news });
  },
  wrongPerson: () => places.inBrowser().end('sign-in', wrongPerson),
  mailboxReady: () => places.inBrowser().end('sign-in', signedIn()).end('list', listed()),
  pick: () => places.mailboxReady().send({ kind: 'mailApp.continue' }),
  chosen: () => places.pick().send({ kind: 'mailApp.choose', id: 'outlook' }),
  name: () => places.chosen().send({ kind: 'mailApp.continue' }),
  working: () => places.name().send(nameIt),
  cancelling: () => places.working().send({ kind: 'working.cancel' }),
  notMade: () => places.working().end('create', failed('server.refused')),
  settings: () => places.working().end('create', created()),
  failing: () => places.settings().send({ kind: 'settings.fails' }),
  home: () =>
    places
      .loading()
      .end('load', loaded([giftshop, mara]))
      .end('list', listed(old, foreign)),
  renewing: () => places.home().send({ kind: 'card.renew', id: old.id }),
  renewed: () => places.renewing().end('create', created()),
  activity: () => places.home().send({ kind: 'nav.go', to: 'activity' }),
  preferences: () => places.home().send({ kind: 'nav.go', to: 'preferences' }),
  signingOut: () => places.preferences().send({ kind: 'account.signOut' }),
  diagnosis: () => places.home().send({ kind: 'nav.go', to: 'diagnosis' }),
  offline: () => places.finding().end('find', failed('network.offline')),
  denied: () => places.inBrowser().end('sign-in', failed('signin.denied')),
  locked: () => places.working().end('create', failed('vault.locked')),
  crowded: () => places.working().end('create', failed('server.quota')).end('list', listed(old, foreign)),
  makingRoom: () => places.crowded().send({ kind: 'quota.revokeAndContinue', id: foreign.id }),
  loadFailed: () => places.loading().end('load', failed('state.unwritable')),
  homeInTrouble: () =>
    places.home().send({ kind: 'nav.go', to: 'home' }).end('list', failed('network.offline')),
};
