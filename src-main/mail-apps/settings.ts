import type { Endpoint } from '../discovery/mail-service.ts';
import type { Account } from '../mailbox/account.ts';
import type { MailApp, Placeholder } from './mail-app.ts';

export interface ServerSettings {
  readonly protocol: 'IMAP' | 'SMTP';
  readonly host: string;
  readonly port: number;
  /** In the mail app's own word, e.g. "SSL/TLS". */
  readonly security: string;
}

/** What one mail app must be told. Holds no secret: the password is described, not shown. */
export interface Settings {
  /** Id and name of the mail app. */
  readonly mailApp: { readonly id: string; readonly name: string };
  /** One sentence about where the password goes, or null. */
  readonly badge: string | null;
  readonly address: string;
  /** What the mail app logs in with: 0.16 the address, up to 0.15 the name of the principal. */
  readonly userName: string;
  readonly incoming: ServerSettings;
  readonly outgoing: ServerSettings;
  /** URL of the calendars, null where the mail app has none. */
  readonly calendars: string | null;
  readonly contacts: string | null;
  /** Description of the app password to use; null when none was made yet. */
  readonly appPassword: string | null;
  /** Which password, in words. */
  readonly password: string;
  readonly steps: readonly SettingsStep[];
}

export interface SettingsStep {
  readonly text: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
}

/**
 * The settings of one mailbox for one mail app, in that app's words. Pure.
 * @param appPassword the description of the app password, or null when there is none yet
 */
export function settingsFor(mailApp: MailApp, account: Account, appPassword: string | null): Settings {
  const { service, address, login } = account;
  const password =
    appPassword === null
      ? 'an app password, not the password you sign in with'
      : `the app password “${appPassword}”, not the password you sign in with`;
  const incoming = server('IMAP', service.imap, mailApp);
  const outgoing = server('SMTP', service.smtp, mailApp);
  const calendars = dav(service.server, 'cal', login);
  const contacts = dav(service.server, 'card', login);
  const values: Readonly<Record<Placeholder, string>> = {
    address,
    userName: login,
    password,
    incomingHost: incoming.host,
    incomingPort: String(incoming.port),
    incomingSecurity: incoming.security,
    outgoingHost: outgoing.host,
    outgoingPort: String(outgoing.port),
    outgoingSecurity: outgoing.security,
    calendars,
    contacts,
    webHost: new URL(service.server).host,
  };
  const steps = mailApp.steps.map(({ text, fields = [] }) => ({
    text: fill(text, values),
    fields: fields.map(({ label, value }) => ({ label, value: fill(value, values) })),
  }));
  return {
    mailApp: { id: mailApp.id, name: mailApp.name },
    badge: mailApp.badge,
    address,
    userName: login,
    incoming,
    outgoing,
    calendars: mailApp.protocols.includes('caldav') ? calendars : null,
    contacts: mailApp.protocols.includes('carddav') ? contacts : null,
    appPassword,
    password,
    steps,
  };
}

function server(protocol: 'IMAP' | 'SMTP', { host, port, security }: Endpoint, app: MailApp): ServerSettings {
  return { protocol, host, port, security: app.security[security] };
}

/** `/dav/cal/alice%40example.org/`: 0.16 wants the `@` encoded, 0.15.5 took both (recorded). */
function dav(base: string, kind: 'cal' | 'card', login: string): string {
  return new URL(`dav/${kind}/${encodeURIComponent(login)}/`, base).href;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
