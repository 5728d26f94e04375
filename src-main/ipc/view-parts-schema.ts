import * as v from 'valibot';
import { faultCodes } from '../fault.ts';

/** The parts of the view as schemas: the same as the types of view.ts, which test/ipc/view-schema.test.ts holds. */
export const text = v.string();
export const flag = v.boolean();
export const number = v.number();
export const maybe = v.nullable(text);

/** A list nobody changes. */
export function listOf<S extends v.GenericSchema>(schema: S) {
  return v.pipe(v.array(schema), v.readonly());
}

export const fault = v.object({
  code: v.picklist(faultCodes),
  facts: v.record(text, v.union([text, number])),
  retryable: flag,
});
export const maybeFault = v.nullable(fault);

export const account = v.object({ id: text, name: text, address: text, signedIn: flag });

export const pass = v.object({
  organisation: maybe,
  mailbox: maybe,
  signedInAt: maybe,
  mailApp: maybe,
  validUntil: maybe,
  fresh: listOf(v.picklist(['mailbox', 'signedInAt', 'mailApp', 'validUntil'])),
});

export const origin = v.picklist(['option', 'remembered', 'server', 'autoconfig', 'pacc', 'guess']);

export const endpoint = v.object({
  host: text,
  port: number,
  security: v.picklist(['tls', 'starttls']),
  origin,
});

export const generation = v.picklist(['jmap', 'rest']);

export const mailApp = v.object({
  id: text,
  name: text,
  calendars: flag,
  contacts: flag,
  platforms: listOf(v.picklist(['mac', 'windows', 'linux', 'ios', 'android'])),
  installed: flag,
  isDefault: flag,
  badge: v.picklist(['oauth', 'password', 'cloud']),
  cloud: maybe,
  icon: maybe,
});

export const check = v.object({
  name: v.picklist([
    'created',
    'imap',
    'smtp',
    'jmap',
    'kept',
    'internet',
    'found',
    'signed-in',
    'active',
    'keychain',
  ]),
  state: v.picklist(['waiting', 'working', 'done', 'failed']),
  ms: v.nullable(number),
  fault: maybeFault,
});

/** The names of the fields a person copies into a mail app. */
export const fieldName = v.picklist([
  'your-name',
  'address',
  'account-type',
  'user-name',
  'password',
  'incoming-host',
  'incoming-port',
  'outgoing-host',
  'outgoing-port',
  'calendars',
  'contacts',
]);

export const settingsStep = v.object({
  message: text,
  fields: listOf(v.object({ name: fieldName, value: text, beside: maybe })),
});

export const card = v.object({
  id: text,
  description: text,
  mailApp: maybe,
  icon: maybe,
  madeHere: flag,
  createdAt: maybe,
  expiresAt: maybe,
  daysLeft: v.nullable(number),
  lastProof: v.nullable(v.object({ at: text, works: flag })),
  busy: v.nullable(v.picklist(['checking', 'revoking'])),
});

export const activity = v.object({
  at: text,
  kind: v.picklist(['signed-in', 'activated', 'created', 'checked', 'check-failed', 'revoked', 'signed-out']),
  subject: text,
});
