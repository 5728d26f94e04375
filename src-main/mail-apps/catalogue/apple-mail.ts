import type { MailApp } from '../mail-app.ts';

/**
 * Apple Mail on a Mac, by hand. It tries to find the servers first and shows their fields when it cannot. Its fields
 * have no STARTTLS of their own; it is part of the same switch.
 */
export const appleMail: MailApp = {
  id: 'apple-mail',
  aliases: ['apple', 'mac-mail', 'mail'],
  name: 'Apple Mail',
  platforms: ['macos', 'ios'],
  protocols: ['imap', 'smtp', 'caldav', 'carddav'],
  logins: ['password'],
  badge: null,
  security: { tls: 'SSL on', starttls: 'SSL on (STARTTLS)' },
  steps: [
    {
      text: 'In Mail choose “Add Account”, then “Other Mail Account”, and fill in.',
      fields: [
        { label: 'Name', value: 'as others shall see it' },
        { label: 'Email Address', value: '{address}' },
        { label: 'Password', value: '{password}' },
      ],
    },
    {
      text: 'Mail says that it needs more, or fills in servers by itself. Make them read like this.',
      fields: [
        { label: 'User Name', value: '{userName}' },
        { label: 'Account Type', value: 'IMAP' },
        { label: 'Incoming Mail Server', value: '{incomingHost}' },
        { label: 'Outgoing Mail Server', value: '{outgoingHost}' },
      ],
    },
    {
      text: 'If it asks for them, the ports and their security. The outgoing server takes the same user name and password.',
      fields: [
        { label: 'Incoming port', value: '{incomingPort}, {incomingSecurity}' },
        { label: 'Outgoing port', value: '{outgoingPort}, {outgoingSecurity}' },
        { label: 'Authentication', value: 'Password' },
      ],
    },
    {
      text: 'Calendars and contacts are two more accounts, CalDAV and CardDAV, with the same user name and password.',
      fields: [
        { label: 'Server address', value: '{webHost}' },
        { label: 'Calendars (CalDAV)', value: '{calendars}' },
        { label: 'Contacts (CardDAV)', value: '{contacts}' },
      ],
    },
  ],
};
