import type { MadeAppPassword } from '../../src-main/app.ts';
import { overviewOf } from '../../src-main/app-passwords/overview.ts';
import { findMailApp } from '../../src-main/mail-apps/catalogue.ts';
import { settingsFor } from '../../src-main/mail-apps/settings.ts';
import { appPassword, mara } from './journey-world.ts';

/** What the use case gives for a fresh app password, and how it is listed afterwards. */
export const made: MadeAppPassword = {
  appPassword: appPassword('outlook-bbbbbb'),
  proved: { imap: true, smtp: true, jmap: true },
  settings: settingsFor(findMailApp('outlook'), mara, 'Outlook on fern (bbbbbb)'),
  vault: 'the keychain',
  note: null,
};
export const ours = overviewOf(made.appPassword, [made.appPassword]);
