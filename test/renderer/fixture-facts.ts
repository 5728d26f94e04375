import type {
  ActivityView,
  CardView,
  CheckView,
  FaultView,
  MailAppView,
  PassView,
  SettingsStep,
} from '../../src-main/ipc/view.ts';

/** The moment of all fixtures: Tuesday, 24 November 2026, 14:06 UTC. Tests stop the page's clock there. */
export const now = Date.parse('2026-11-24T14:06:00Z');

export const blank: PassView = {
  organisation: null,
  mailbox: null,
  signedInAt: null,
  mailApp: null,
  validUntil: null,
  fresh: [],
};
export const found: PassView = {
  ...blank,
  organisation: 'Fernwood Botanical Society',
  mailbox: 'mara@fernwood.example',
  fresh: ['mailbox'],
};
export const signedIn: PassView = { ...found, signedInAt: 'login.fernwood.example', fresh: ['signedInAt'] };
export const picked: PassView = { ...signedIn, mailApp: 'Outlook on this PC', fresh: ['mailApp'] };
export const named: PassView = { ...picked, validUntil: '2027-11-24T00:00:00Z', fresh: [] };

function mailApp(id: string, name: string, rest: Partial<MailAppView> = {}): MailAppView {
  return {
    id,
    name,
    calendars: false,
    contacts: false,
    platforms: ['mac', 'windows', 'linux'],
    installed: false,
    isDefault: false,
    badge: 'password',
    cloud: null,
    icon: null,
    ...rest,
  };
}

export const outlook = mailApp('outlook', 'Outlook (classic)', {
  platforms: ['windows'],
  installed: true,
  isDefault: true,
});

export const mailApps: readonly MailAppView[] = [
  outlook,
  mailApp('outlook-new', 'Outlook (new)', {
    platforms: ['windows', 'mac'],
    installed: true,
    badge: 'cloud',
    cloud: 'Microsoft',
  }),
  mailApp('thunderbird', 'Thunderbird', { installed: true, badge: 'oauth', calendars: true, contacts: true }),
  mailApp('ios', 'iPhone or iPad', { platforms: ['ios'], calendars: true, contacts: true }),
  mailApp('thunderbird-android', 'Thunderbird for Android', { platforms: ['android'] }),
  mailApp('davx5', 'DAVx5', { platforms: ['android'], calendars: true, contacts: true }),
  mailApp('apple-mail', 'Apple Mail', { platforms: ['mac'], calendars: true, contacts: true }),
  mailApp('em-client', 'eM Client', { platforms: ['windows', 'mac'], calendars: true, contacts: true }),
  mailApp('evolution', 'Evolution', { platforms: ['linux'], calendars: true, contacts: true }),
  mailApp('spark', 'Spark', { platforms: ['windows', 'mac'], badge: 'cloud', cloud: 'Readdle' }),
  mailApp('mbsync', 'mbsync, msmtp, mutt', { platforms: ['linux', 'mac'], badge: 'oauth' }),
  mailApp('other', 'Other', { platforms: [] }),
];

export const steps: readonly SettingsStep[] = [
  { message: 'outlook.1', fields: [] },
  { message: 'outlook.2', fields: [] },
  {
    message: 'outlook.3',
    fields: [
      { name: 'your-name', value: 'Mara Lindqvist', beside: null },
      { name: 'address', value: 'mara@fernwood.example', beside: null },
      { name: 'account-type', value: 'IMAP', beside: null },
      { name: 'incoming-host', value: 'mail.fernwood.example', beside: null },
      { name: 'outgoing-host', value: 'mail.fernwood.example', beside: null },
      { name: 'user-name', value: 'mara@fernwood.example', beside: null },
      { name: 'password', value: '', beside: null },
    ],
  },
  {
    message: 'outlook.4',
    fields: [
      { name: 'incoming-port', value: '993', beside: 'SSL/TLS' },
      { name: 'outgoing-port', value: '465', beside: 'SSL/TLS' },
    ],
  },
  { message: 'outlook.5', fields: [] },
];

export function fault(code: FaultView['code'], facts: FaultView['facts'] = {}): FaultView {
  return { code, facts, retryable: true };
}

export const blocked = fault('network.refused', { host: 'mail.fernwood.example', port: 465 });

export function check(
  name: CheckView['name'],
  state: CheckView['state'],
  ms: number | null = null,
  why: FaultView | null = null,
): CheckView {
  return { name, state, ms, fault: why };
}

export const working: readonly CheckView[] = [
  check('created', 'done', 310),
  check('imap', 'done', 820),
  check('smtp', 'working'),
  check('jmap', 'waiting'),
  check('kept', 'waiting'),
];

export const diagnosis: readonly CheckView[] = [
  check('internet', 'done', 21),
  check('found', 'done', 412),
  check('signed-in', 'done', 205),
  check('active', 'done', 118),
  check('imap', 'done', 610),
  check('smtp', 'failed', 10_000, blocked),
  check('jmap', 'done', 512),
  check('keychain', 'done', 12),
];

export function card(id: string, description: string, rest: Partial<CardView> = {}): CardView {
  return {
    id,
    description,
    mailApp: null,
    icon: null,
    madeHere: true,
    createdAt: '2026-08-17T19:31:00Z',
    expiresAt: '2027-08-17T00:00:00Z',
    daysLeft: 266,
    lastProof: { at: '2026-11-24T09:12:00Z', works: true },
    busy: null,
    ...rest,
  };
}

export const cards: readonly CardView[] = [
  card('1', 'iPhone of Mara', {
    createdAt: '2025-11-29T10:00:00Z',
    expiresAt: '2026-11-29T00:00:00Z',
    daysLeft: 5,
  }),
  card('2', 'Outlook on this PC', { mailApp: 'outlook' }),
  card('3', 'Thunderbird', {
    madeHere: false,
    createdAt: '2024-02-03T08:00:00Z',
    expiresAt: null,
    daysLeft: null,
    lastProof: null,
  }),
];

export const crowd: readonly CardView[] = [
  ...cards,
  card('4', 'iPad of Mara', {
    lastProof: { at: '2026-09-02T10:00:00Z', works: true },
    expiresAt: '2027-01-11T00:00:00Z',
    daysLeft: 48,
  }),
  card('5', 'Calendar in the seed library', { expiresAt: '2027-06-04T00:00:00Z', daysLeft: 192 }),
];

export const activity: readonly ActivityView[] = [
  { at: '2026-11-24T09:12:00Z', kind: 'checked', subject: 'iPhone of Mara' },
  { at: '2026-11-24T09:11:00Z', kind: 'checked', subject: 'Outlook on this PC' },
  { at: '2026-11-22T18:40:00Z', kind: 'signed-in', subject: 'login.fernwood.example' },
  { at: '2026-11-19T20:05:00Z', kind: 'revoked', subject: 'Mailspring on old laptop' },
  { at: '2026-11-19T09:11:00Z', kind: 'check-failed', subject: 'Mailspring on old laptop' },
  { at: '2026-08-17T19:31:00Z', kind: 'created', subject: 'Outlook on this PC' },
  { at: '2026-08-17T19:24:00Z', kind: 'activated', subject: 'mara@fernwood.example' },
];

export const imap = { host: 'mail.fernwood.example', port: 993, security: 'tls', origin: 'server' } as const;
export const smtp = { host: 'mail.fernwood.example', port: 465, security: 'tls', origin: 'server' } as const;
export const account = { id: 'a', name: 'Mara Lindqvist', address: 'mara@fernwood.example', signedIn: true };

export const lifetimes = [
  { id: '1y', days: 365, until: '2027-11-24T00:00:00Z', suggested: true },
  { id: '90d', days: 90, until: '2027-02-22T00:00:00Z', suggested: false },
  { id: '30d', days: 30, until: '2026-12-24T00:00:00Z', suggested: false },
];
