import * as v from 'valibot';
import type { View } from './view.ts';
import {
  account,
  activity,
  card,
  check,
  endpoint,
  fault,
  flag,
  generation,
  listOf,
  mailApp,
  maybe,
  maybeFault,
  number,
  origin,
  pass,
  settingsStep,
  text,
} from './view-parts-schema.ts';

export const language = v.picklist(['en', 'de', 'fr', 'es', 'ja', 'ar']);
export const appearance = v.picklist(['system', 'light', 'dark']);

const screen = v.variant('kind', [
  v.object({ kind: v.literal('loading') }),
  v.object({
    kind: v.literal('welcome'),
    address: text,
    server: text,
    needsServer: flag,
    needsIssuer: flag,
    busy: flag,
    fault: maybeFault,
  }),
  v.object({
    kind: v.literal('found'),
    address: text,
    organisation: maybe,
    server: text,
    generation,
    issuer: v.object({ host: text, origin }),
    imap: endpoint,
    smtp: endpoint,
  }),
  v.object({
    kind: v.literal('in-browser'),
    issuerHost: text,
    startedAt: number,
    deadlineAt: number,
    opened: flag,
    finishing: flag,
    code: v.nullable(v.object({ text, url: text, guessed: flag })),
  }),
  v.object({
    kind: v.literal('mailbox-ready'),
    name: maybe,
    login: text,
    address: text,
    firstSignIn: v.nullable(flag),
    mayBounce: flag,
    appPasswords: v.nullable(v.object({ used: number, allowed: v.nullable(number) })),
  }),
  v.object({ kind: v.literal('wrong-person'), asked: text, found: text, issuerHost: text }),
  v.object({ kind: v.literal('pick-mail-app'), mailApps: listOf(mailApp), chosen: maybe }),
  v.object({
    kind: v.literal('name-and-lifetime'),
    mailApp,
    name: text,
    lifetimes: listOf(v.object({ id: text, days: v.nullable(number), until: maybe, suggested: flag })),
    chosen: text,
    serverEnforcesEnd: flag,
    fault: maybeFault,
  }),
  v.object({
    kind: v.literal('working'),
    mailApp,
    checks: listOf(check),
    fault: maybeFault,
    cancelling: flag,
    renews: maybe,
  }),
  v.object({
    kind: v.literal('settings'),
    appPasswordId: text,
    mailApp,
    description: text,
    steps: listOf(settingsStep),
    works: flag,
    failedChecks: listOf(check),
    renews: maybe,
  }),
  v.object({
    kind: v.literal('it-does-not-work'),
    appPasswordId: text,
    mailApp,
    description: text,
    generation,
    imap: endpoint,
    smtp: endpoint,
    checks: listOf(check),
    checking: flag,
  }),
  v.object({
    kind: v.literal('home'),
    cards: listOf(card),
    loading: flag,
    fault: maybeFault,
    activity: listOf(activity),
  }),
  v.object({ kind: v.literal('activity'), entries: listOf(activity) }),
  v.object({
    kind: v.literal('preferences'),
    keychain: text,
    keychainState: v.picklist(['ready', 'locked', 'missing']),
    closeToTray: flag,
    signingOut: flag,
    version: text,
  }),
  v.object({
    kind: v.literal('diagnosis'),
    checks: listOf(check),
    running: flag,
    checkedAt: maybe,
    server: maybe,
    issuerHost: maybe,
  }),
  v.object({ kind: v.literal('in-the-way'), fault, retryAt: v.nullable(number), crowd: listOf(card) }),
]);

/** The view as it may leave: keys that are not in it are dropped, so that no secret gets into a page by accident. */
export const viewSchema = v.object({
  serial: number,
  language,
  appearance,
  system: v.picklist(['mac', 'windows', 'linux']),
  online: flag,
  account: v.nullable(account),
  accounts: listOf(account),
  pass,
  screen,
});

/** `view` with only the keys a page may have; throws when it is not a view at all, which is a bug of ours. */
export function cleanView(view: View): View {
  return v.parse(viewSchema, view);
}
