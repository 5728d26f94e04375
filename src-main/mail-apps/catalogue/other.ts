import type { MailApp } from '../mail-app.ts';

/** Any mail app that is not in the catalogue: the plain values, under the names most apps use. */
export const other: MailApp = {
  id: 'other',
  aliases: ['by-hand', 'manual'],
  name: 'Another mail app',
  platforms: ['windows', 'macos', 'linux', 'ios', 'android'],
  protocols: ['imap', 'smtp', 'caldav', 'carddav'],
  logins: ['password'],
  badge: null,
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS' },
  steps: [
    {
      text: 'Add an account of the kind IMAP, by hand. Fill in the incoming mail server.',
      fields: [
        { label: 'E-mail address', value: '{address}' },
        { label: 'User name', value: '{userName}' },
        { label: 'Password', value: '{password}' },
        { label: 'Server (IMAP)', value: '{incomingHost}' },
        { label: 'Port', value: '{incomingPort}' },
        { label: 'Security', value: '{incomingSecurity}' },
      ],
    },
    {
      text: 'Then the outgoing mail server. It signs in too, with the same user name and password.',
      fields: [
        { label: 'Server (SMTP)', value: '{outgoingHost}' },
        { label: 'Port', value: '{outgoingPort}' },
        { label: 'Security', value: '{outgoingSecurity}' },
      ],
    },
    {
      text: 'Calendars and contacts, where the app has them.',
      fields: [
        { label: 'Calendars (CalDAV)', value: '{calendars}' },
        { label: 'Contacts (CardDAV)', value: '{contacts}' },
      ],
    },
  ],
};
