import type { MailAppView } from '../ipc/view.ts';
import { catalogue, findMailApp } from '../mail-apps/catalogue.ts';
import type { MailApp } from '../mail-apps/mail-app.ts';
import type { InstalledMailApp } from './journey-state.ts';

/** Who keeps the password and a copy of the mail, by mail app: the catalogue has it as a sentence only. */
const clouds: Readonly<Record<string, string>> = { 'outlook-new': 'Microsoft' };

/** One mail app as the window shows it. Pure. @throws Fault input.unknown-mail-app */
export function mailAppView(id: string, installed: readonly InstalledMailApp[]): MailAppView {
  return viewOf(findMailApp(id), installed);
}

/** All of them: installed ones first, the system's own choice in front. Pure. */
export function mailAppViews(installed: readonly InstalledMailApp[]): readonly MailAppView[] {
  const rank = ({ isDefault, installed: here }: MailAppView) => (isDefault ? 0 : here ? 1 : 2);
  return catalogue
    .map((mailApp) => viewOf(mailApp, installed))
    .toSorted((one, other) => rank(one) - rank(other));
}

function viewOf(
  { id, name, protocols, platforms, logins, badge }: MailApp,
  installed: readonly InstalledMailApp[],
): MailAppView {
  const here = installed.find((one) => one.id === id);
  return {
    id,
    name,
    calendars: protocols.includes('caldav'),
    contacts: protocols.includes('carddav'),
    platforms: platforms.map((platform) => (platform === 'macos' ? 'mac' : platform)),
    installed: here !== undefined,
    isDefault: here?.isDefault ?? false,
    // Gatepass makes an app password for it wherever it takes one; only without that it is left to OAuth.
    badge: badge !== null ? 'cloud' : logins.includes('password') ? 'password' : 'oauth',
    cloud: clouds[id] ?? null,
    icon: here?.icon ?? null,
  };
}
