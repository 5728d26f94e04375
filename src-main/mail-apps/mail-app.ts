import type { TransportSecurity } from '../discovery/mail-service.ts';

/** What a step or a field is filled with: `{address}` becomes the address, and so on. */
export const placeholders = [
  'address',
  'userName',
  'password',
  'incomingHost',
  'incomingPort',
  'incomingSecurity',
  'outgoingHost',
  'outgoingPort',
  'outgoingSecurity',
  'calendars',
  'contacts',
  'webHost',
] as const;

export type Placeholder = (typeof placeholders)[number];

/** One value to type, under the name its field has in that app. */
export interface MailAppField {
  readonly label: string;
  /** May hold placeholders. */
  readonly value: string;
}

export interface MailAppStep {
  /** May hold placeholders. Menu words are in “quotation marks”. */
  readonly text: string;
  readonly fields?: readonly MailAppField[];
}

/** An entry of the catalogue: what is known of one mail app, in its own words. */
export interface MailApp {
  /** Lower case, hyphens; argument of --app. */
  readonly id: string;
  /** Other names people type for it. */
  readonly aliases: readonly string[];
  readonly name: string;
  readonly platforms: readonly ('windows' | 'macos' | 'linux' | 'ios' | 'android')[];
  readonly protocols: readonly ('imap' | 'smtp' | 'caldav' | 'carddav')[];
  /** How it can log in to a server of one's own. */
  readonly logins: readonly ('password' | 'oauthbearer' | 'xoauth2')[];
  /** One sentence when the app password leaves the device, else null. */
  readonly badge: string | null;
  /** What it calls the two kinds of encryption. */
  readonly security: Readonly<Record<TransportSecurity, string>>;
  readonly steps: readonly MailAppStep[];
}
