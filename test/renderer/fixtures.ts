import type { ScreenView, View } from '../../src-main/ipc/view.ts';
import {
  account,
  activity,
  blank,
  blocked,
  card,
  cards,
  check,
  crowd,
  diagnosis,
  fault,
  found,
  imap,
  lifetimes,
  mailApps,
  named,
  now,
  outlook,
  picked,
  signedIn,
  smtp,
  steps,
  working,
} from './fixture-facts.ts';

let serial = 0;

/** A view of one screen; the serial grows with each. */
export function viewOf(screen: ScreenView, rest: Partial<View> = {}): View {
  serial += 1;
  return {
    serial,
    language: 'en',
    appearance: 'system',
    system: 'windows',
    online: true,
    account: null,
    accounts: [],
    pass: blank,
    screen,
    ...rest,
  };
}

const settled = { account, accounts: [account] };
const welcome = {
  kind: 'welcome',
  address: '',
  server: '',
  needsServer: false,
  needsIssuer: false,
  busy: false,
  fault: null,
} as const;
const inBrowser = {
  kind: 'in-browser',
  issuerHost: 'login.fernwood.example',
  startedAt: now - 28_000,
  deadlineAt: now + 272_000,
  opened: true,
  finishing: false,
  code: null,
} as const;
const code = {
  text: 'WDJB-MJHT',
  url: 'https://mail.fernwood.example/authorize/?code=WDJB-MJHT',
  guessed: false,
} as const;
const ready = {
  kind: 'mailbox-ready',
  name: 'Mara Lindqvist',
  login: 'mara@fernwood.example',
  address: 'mara@fernwood.example',
  firstSignIn: true,
  mayBounce: false,
  appPasswords: { used: 0, allowed: 5 },
} as const;
const settings = {
  kind: 'settings',
  appPasswordId: 'ap1',
  mailApp: outlook,
  description: 'Outlook on this PC',
  steps,
  works: true,
  failedChecks: [],
  renews: null,
} as const;
const fails = {
  kind: 'it-does-not-work',
  appPasswordId: 'ap1',
  mailApp: outlook,
  description: 'Outlook on this PC',
  generation: 'jmap',
  imap,
  smtp,
  checks: [check('imap', 'done', 300), check('smtp', 'done', 410), check('jmap', 'done', 200)],
  checking: false,
} as const;
const home = { kind: 'home', cards, loading: false, fault: null, activity } as const;
const prefs = {
  kind: 'preferences',
  keychain: 'Windows Credential Manager',
  keychainState: 'ready',
  closeToTray: false,
  signingOut: false,
  version: '1.0.0',
} as const;

/** Every screen in every state worth looking at, by name. */
export const fixtures: Readonly<Record<string, () => View>> = {
  loading: () => viewOf({ kind: 'loading' }),
  welcome: () => viewOf(welcome),
  'welcome-typed': () => viewOf({ ...welcome, address: 'mara@fernwood.example' }),
  'welcome-busy': () => viewOf({ ...welcome, address: 'mara@fernwood.example', busy: true }),
  'welcome-server': () =>
    viewOf({
      ...welcome,
      address: 'mara@fernwood.example',
      needsServer: true,
      fault: fault('input.server-needed', { address: 'mara@fernwood.example' }),
    }),
  'welcome-issuer': () =>
    viewOf({
      ...welcome,
      address: 'mara@fernwood.example',
      server: 'https://mail.fernwood.example',
      needsServer: true,
      needsIssuer: true,
    }),
  found: () =>
    viewOf(
      {
        kind: 'found',
        address: 'mara@fernwood.example',
        organisation: 'Fernwood Botanical Society',
        server: 'mail.fernwood.example',
        generation: 'jmap',
        issuer: { host: 'login.fernwood.example', origin: 'server' },
        imap,
        smtp: { ...smtp, origin: 'autoconfig' },
      },
      { pass: found },
    ),
  'in-browser': () => viewOf(inBrowser, { pass: { ...found, fresh: [] } }),
  'in-browser-not-opened': () => viewOf({ ...inBrowser, opened: false }, { pass: { ...found, fresh: [] } }),
  'in-browser-finishing': () => viewOf({ ...inBrowser, finishing: true }, { pass: { ...found, fresh: [] } }),
  'in-browser-code': () => viewOf({ ...inBrowser, code }, { pass: { ...found, fresh: [] } }),
  'in-browser-code-guessed': () =>
    viewOf(
      { ...inBrowser, issuerHost: 'mail.fernwood.example', code: { ...code, guessed: true } },
      { pass: { ...found, fresh: [] } },
    ),
  'mailbox-ready': () => viewOf(ready, { pass: signedIn }),
  'mailbox-ready-again': () =>
    viewOf(
      {
        ...ready,
        name: null,
        login: 'mara',
        firstSignIn: false,
        mayBounce: true,
        appPasswords: { used: 3, allowed: 5 },
      },
      { pass: signedIn },
    ),
  'wrong-person': () =>
    viewOf(
      {
        kind: 'wrong-person',
        asked: 'mara@fernwood.example',
        found: 'giftshop@fernwood.example',
        issuerHost: 'login.fernwood.example',
      },
      { pass: { ...found, fresh: [] } },
    ),
  'pick-mail-app': () =>
    viewOf({ kind: 'pick-mail-app', mailApps, chosen: 'outlook' }, { ...settled, pass: picked }),
  'pick-mail-app-none-installed': () =>
    viewOf(
      {
        kind: 'pick-mail-app',
        mailApps: mailApps.map((app) => ({ ...app, installed: false, isDefault: false })),
        chosen: null,
      },
      { ...settled, pass: { ...signedIn, fresh: [] } },
    ),
  'name-and-lifetime': () =>
    viewOf(
      {
        kind: 'name-and-lifetime',
        mailApp: outlook,
        name: 'Outlook on this PC',
        lifetimes,
        chosen: '1y',
        serverEnforcesEnd: true,
        fault: null,
      },
      { ...settled, pass: named },
    ),
  'name-and-lifetime-rest': () =>
    viewOf(
      {
        kind: 'name-and-lifetime',
        mailApp: outlook,
        name: 'Outlook on this PC',
        lifetimes: [...lifetimes, { id: 'never', days: null, until: null, suggested: false }],
        chosen: 'never',
        serverEnforcesEnd: false,
        fault: fault('network.timeout', { host: 'mail.fernwood.example', seconds: 30 }),
      },
      { ...settled, pass: named },
    ),
  working: () =>
    viewOf(
      { kind: 'working', mailApp: outlook, checks: working, fault: null, cancelling: false, renews: null },
      { ...settled, pass: named },
    ),
  'working-renews': () =>
    viewOf(
      {
        kind: 'working',
        mailApp: outlook,
        checks: working,
        fault: null,
        cancelling: false,
        renews: 'Outlook on this PC',
      },
      { ...settled, pass: named },
    ),
  'working-cancelling': () =>
    viewOf(
      { kind: 'working', mailApp: outlook, checks: working, fault: null, cancelling: true, renews: null },
      { ...settled, pass: named },
    ),
  'working-failed': () =>
    viewOf(
      {
        kind: 'working',
        mailApp: outlook,
        checks: [
          check('created', 'done', 310),
          check('imap', 'done', 820),
          check('smtp', 'failed', 1_100, blocked),
          check('jmap', 'waiting'),
          check('kept', 'waiting'),
        ],
        fault: fault('password.proof-refused', {
          what: 'outgoing mail',
          afterwards: 'destroyed again',
          change: '',
        }),
        cancelling: false,
        renews: 'Outlook on this PC',
      },
      { ...settled, pass: named },
    ),
  settings: () => viewOf(settings, { ...settled, pass: named }),
  'settings-renews': () => viewOf({ ...settings, renews: 'Outlook on this PC' }, { ...settled, pass: named }),
  'settings-partly': () =>
    viewOf(
      { ...settings, works: false, failedChecks: [check('smtp', 'failed', 10_000, blocked)] },
      { ...settled, pass: named },
    ),
  'it-does-not-work': () => viewOf(fails, { ...settled, pass: named }),
  'it-does-not-work-checking': () =>
    viewOf(
      {
        ...fails,
        checking: true,
        checks: [check('imap', 'done', 300), check('smtp', 'working'), check('jmap', 'waiting')],
      },
      { ...settled, pass: named },
    ),
  'it-does-not-work-failed': () =>
    viewOf(
      {
        ...fails,
        generation: 'rest',
        checks: [
          check('imap', 'done', 300),
          check('smtp', 'failed', 10_000, blocked),
          check('jmap', 'done', 200),
        ],
      },
      { ...settled, pass: named },
    ),
  home: () => viewOf(home, settled),
  'home-empty': () => viewOf({ ...home, cards: [], activity: [] }, settled),
  'home-loading': () => viewOf({ ...home, cards: [], activity: [], loading: true }, settled),
  'home-offline': () => viewOf(home, { ...settled, online: false }),
  'home-signed-out': () =>
    viewOf(
      { ...home, fault: fault('signin.needed', { address: 'mara@fernwood.example', reason: 'expired' }) },
      {
        account: { ...account, signedIn: false },
        accounts: [account, { ...account, id: 'b', name: 'Gift shop', address: 'giftshop@fernwood.example' }],
      },
    ),
  'home-busy': () =>
    viewOf(
      {
        ...home,
        cards: [
          card('1', 'Outlook on this PC', { busy: 'revoking' }),
          card('2', 'Evolution on fern-desk', { busy: 'checking' }),
          card('3', 'mbsync on fern-nas', {
            lastProof: { at: '2026-11-23T09:12:00Z', works: false },
            daysLeft: -3,
            expiresAt: '2026-11-21T00:00:00Z',
          }),
          card('4', 'Thunderbird', { lastProof: null, daysLeft: 0, expiresAt: '2026-11-24T20:00:00Z' }),
        ],
      },
      settled,
    ),
  activity: () => viewOf({ kind: 'activity', entries: activity }, settled),
  'activity-empty': () => viewOf({ kind: 'activity', entries: [] }, settled),
  preferences: () => viewOf(prefs, settled),
  'preferences-signing-out': () => viewOf({ ...prefs, signingOut: true }, settled),
  'preferences-locked': () =>
    viewOf({ ...prefs, keychain: 'GNOME Keyring', keychainState: 'locked' }, { ...settled, system: 'linux' }),
  diagnosis: () =>
    viewOf(
      {
        kind: 'diagnosis',
        checks: diagnosis,
        running: false,
        checkedAt: '2026-11-24T14:06:00Z',
        server: 'mail.fernwood.example',
        issuerHost: 'login.fernwood.example',
      },
      settled,
    ),
  'diagnosis-first': () =>
    viewOf(
      { kind: 'diagnosis', checks: [], running: false, checkedAt: null, server: null, issuerHost: null },
      settled,
    ),
  'diagnosis-running': () =>
    viewOf(
      {
        kind: 'diagnosis',
        checks: diagnosis.map((row, at) =>
          at < 4 ? row : check(row.name, at === 4 ? 'working' : 'waiting'),
        ),
        running: true,
        checkedAt: null,
        server: 'mail.fernwood.example',
        issuerHost: 'login.fernwood.example',
      },
      settled,
    ),
  locked: () =>
    viewOf(
      { kind: 'in-the-way', fault: fault('vault.locked'), retryAt: null, crowd: [] },
      { ...settled, pass: named },
    ),
  offline: () =>
    viewOf(
      { kind: 'in-the-way', fault: fault('network.offline'), retryAt: now + 20_000, crowd: [] },
      { pass: { ...blank, mailbox: 'mara@fernwood.example' } },
    ),
  quota: () =>
    viewOf(
      { kind: 'in-the-way', fault: fault('server.quota', { quota: 5 }), retryAt: null, crowd },
      { ...settled, pass: { ...named } },
    ),
  denied: () =>
    viewOf(
      {
        kind: 'in-the-way',
        fault: fault('signin.denied', { issuer: 'login.fernwood.example' }),
        retryAt: null,
        crowd: [],
      },
      { pass: { ...found, fresh: [] } },
    ),
  'too-old': () =>
    viewOf(
      {
        kind: 'in-the-way',
        fault: fault('server.too-old', { issuer: 'login.fernwood.example' }),
        retryAt: null,
        crowd: [],
      },
      { ...settled, pass: { ...signedIn, fresh: [] } },
    ),
};

/** Home with as many cards as a server may hold. */
export function crowdedHome(count: number): View {
  return viewOf(
    { ...home, cards: Array.from({ length: count }, (_, at) => card(`c${at}`, `Mail app ${at + 1}`)) },
    settled,
  );
}
