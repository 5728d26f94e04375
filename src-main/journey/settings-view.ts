import type { SettingsField, SettingsStep } from '../ipc/view.ts';
import { findMailApp } from '../mail-apps/catalogue.ts';
import type { MailApp, MailAppField, MailAppStep, Placeholder } from '../mail-apps/mail-app.ts';
import { settingsFor } from '../mail-apps/settings.ts';
import type { Account } from '../mailbox/account.ts';

type FieldName = SettingsField['name'];

/** The field a placeholder of the catalogue stands for; null where it is said beside another one. */
const names: Readonly<Record<Placeholder, FieldName | null>> = {
  address: 'address',
  userName: 'user-name',
  password: 'password',
  incomingHost: 'incoming-host',
  incomingPort: 'incoming-port',
  incomingSecurity: null,
  outgoingHost: 'outgoing-host',
  outgoingPort: 'outgoing-port',
  outgoingSecurity: null,
  calendars: 'calendars',
  contacts: 'contacts',
  webHost: 'web-host',
};

/**
 * The steps of one mail app, as message keys (`thunderbird.2`) and the values to copy: the window has the words.
 * Fields nobody can fill in for the person (their own name) are left out. Pure; holds no secret.
 */
export function settingsSteps(
  mailAppId: string,
  account: Account,
  description: string,
): readonly SettingsStep[] {
  const mailApp = findMailApp(mailAppId);
  const values = valuesOf(mailApp, account, description);
  return mailApp.steps.map((step, index) => ({
    message: `${mailApp.id}.${index + 1}`,
    fields: fieldsOf(step, values),
  }));
}

function fieldsOf({ text, fields = [] }: MailAppStep, values: Values): readonly SettingsField[] {
  const found = fields.flatMap((field) => {
    const view = fieldOf(field, values);
    return view === null ? [] : [view];
  });
  // Said in the sentence only: it can be copied all the same.
  const unsaid = text.includes('{password}') && !found.some(({ name }) => name === 'password');
  const all = unsaid ? [...found, { name: 'password', value: '', beside: null } as const] : found;
  return all.map((field) => ({ ...field, beside: field.beside ?? securityOf(field.name, fields, values) }));
}

function fieldOf({ label, value }: MailAppField, values: Values): SettingsField | null {
  if (value === 'IMAP') return { name: 'account-type', value, beside: null };
  if (/^authentication/i.test(label)) return { name: 'authentication', value, beside: null };
  const placeholder = placeholderIn(value);
  const name = placeholder === null ? null : names[placeholder];
  if (placeholder === null || name === null) return null;
  return { name, value: values[placeholder], beside: null };
}

/** The mail app's own word for the encryption, where this step asks for it. */
function securityOf(name: FieldName, fields: readonly MailAppField[], values: Values): string | null {
  const wanted =
    name === 'incoming-port' ? 'incomingSecurity' : name === 'outgoing-port' ? 'outgoingSecurity' : null;
  if (wanted === null || !fields.some(({ value }) => value.includes(`{${wanted}}`))) return null;
  return values[wanted];
}

function placeholderIn(value: string): Placeholder | null {
  const name = /\{(\w+)\}/.exec(value)?.[1];
  return name !== undefined && Object.hasOwn(names, name) ? (name as Placeholder) : null;
}

type Values = Readonly<Record<Placeholder, string>>;

function valuesOf(mailApp: MailApp, account: Account, description: string): Values {
  const { address, userName, incoming, outgoing } = settingsFor(mailApp, account, description);
  const { service, login } = account;
  const dav = (kind: 'cal' | 'card') =>
    new URL(`dav/${kind}/${encodeURIComponent(login)}/`, service.server).href;
  return {
    address,
    userName,
    password: '',
    incomingHost: incoming.host,
    incomingPort: String(incoming.port),
    incomingSecurity: incoming.security,
    outgoingHost: outgoing.host,
    outgoingPort: String(outgoing.port),
    outgoingSecurity: outgoing.security,
    calendars: dav('cal'),
    contacts: dav('card'),
    webHost: new URL(service.server).host,
  };
}
