import type { SettingsField, SettingsStep } from '../ipc/view.ts';
import { findMailApp } from '../mail-apps/catalogue.ts';
import { settingsFor } from '../mail-apps/settings.ts';
import type { Account } from '../mailbox/account.ts';

type FieldName = SettingsField['name'];

/**
 * The fields of each step, by mail app. The words of the steps are the window's (`step.outlook.3`), in each language;
 * these are the values that stand below them, in the order that app asks for them.
 */
const steps: Readonly<Record<string, readonly (readonly FieldName[])[]>> = {
  thunderbird: [
    ['your-name', 'address'],
    ['incoming-host', 'incoming-port', 'user-name'],
    ['outgoing-host', 'outgoing-port', 'user-name'],
    ['password'],
    ['calendars', 'contacts'],
  ],
  'apple-mail': [
    ['your-name', 'address', 'password'],
    ['user-name', 'account-type', 'incoming-host', 'outgoing-host'],
    ['incoming-port', 'outgoing-port'],
    ['calendars', 'contacts', 'user-name', 'password'],
  ],
  outlook: [
    [],
    [],
    ['your-name', 'address', 'account-type', 'incoming-host', 'outgoing-host', 'user-name', 'password'],
    ['incoming-port', 'outgoing-port'],
    [],
  ],
  'outlook-new': [
    ['address'],
    ['incoming-host', 'incoming-port', 'user-name', 'password'],
    ['outgoing-host', 'outgoing-port'],
    [],
  ],
  other: [
    ['your-name', 'address', 'user-name', 'password', 'incoming-host', 'incoming-port'],
    ['outgoing-host', 'outgoing-port'],
    ['calendars', 'contacts'],
  ],
};

/** Its accounts for calendars and contacts ask for the host, and find the rest (RFC 6764). */
const hostOnly: readonly string[] = ['apple-mail'];

/**
 * The steps of one mail app as keys of the window's words, with the values to copy. A mail app without steps of its own
 * gets those for any mail app. Pure; holds no secret.
 * @param personName what others shall see; left out where it is not known
 */
export function settingsSteps(
  mailAppId: string,
  account: Account,
  personName: string | null,
): readonly SettingsStep[] {
  const own = Object.hasOwn(steps, mailAppId) ? mailAppId : 'other';
  const fields = fieldsOf(mailAppId, account, personName);
  return (steps[own] ?? []).map((names, index) => ({
    message: `${own}.${index + 1}`,
    fields: names.flatMap((name) => fields[name] ?? []),
  }));
}

function fieldsOf(
  mailAppId: string,
  account: Account,
  personName: string | null,
): Readonly<Record<FieldName, SettingsField | null>> {
  const mailApp = findMailApp(mailAppId);
  const { address, userName, incoming, outgoing, calendars, contacts } = settingsFor(mailApp, account, null);
  const { host } = new URL(account.service.server);
  const dav = (url: string | null) => (url !== null && hostOnly.includes(mailApp.id) ? host : url);
  const field = (name: FieldName, value: string | null, beside: string | null = null) =>
    value === null ? null : { name, value, beside };
  return {
    'your-name': field('your-name', personName),
    address: field('address', address),
    'account-type': field('account-type', 'IMAP'),
    'user-name': field('user-name', userName),
    password: field('password', ''),
    'incoming-host': field('incoming-host', incoming.host),
    'incoming-port': field('incoming-port', String(incoming.port), incoming.security),
    'outgoing-host': field('outgoing-host', outgoing.host),
    'outgoing-port': field('outgoing-port', String(outgoing.port), outgoing.security),
    calendars: field('calendars', dav(calendars)),
    contacts: field('contacts', dav(contacts)),
  };
}
