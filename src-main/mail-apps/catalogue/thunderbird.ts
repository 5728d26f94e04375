import type { MailApp } from '../mail-app.ts';

/** Words of its Account Hub (comm-central mail/locales/en-US/messenger/accountcreation/accountHub.ftl). */
export const thunderbird: MailApp = {
  id: 'thunderbird',
  aliases: ['tb'],
  name: 'Thunderbird',
  platforms: ['windows', 'macos', 'linux'],
  protocols: ['imap', 'smtp', 'caldav', 'carddav'],
  // OAuth with a provider of one's own needs an add-on (`oauth_provider`, Thunderbird 140).
  logins: ['password', 'xoauth2'],
  badge: null,
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS' },
  steps: [
    {
      text: 'Open Thunderbird and add an e-mail account. On the first start it asks by itself; later it is in the menu, under “Account Settings”.',
      fields: [
        { label: 'Full name', value: 'as others shall see it' },
        { label: 'Email address', value: '{address}' },
      ],
    },
    {
      text: 'Choose “Configure Manually”, even if Thunderbird has found something. Fill in the incoming server.',
      fields: [
        { label: 'Protocol', value: 'IMAP' },
        { label: 'Hostname', value: '{incomingHost}' },
        { label: 'Port', value: '{incomingPort}' },
        { label: 'Connection security', value: '{incomingSecurity}' },
        { label: 'Authentication method', value: 'Normal password' },
        { label: 'Username', value: '{userName}' },
      ],
    },
    {
      text: 'Then the outgoing server.',
      fields: [
        { label: 'Hostname', value: '{outgoingHost}' },
        { label: 'Port', value: '{outgoingPort}' },
        { label: 'Connection security', value: '{outgoingSecurity}' },
        { label: 'Authentication method', value: 'Normal password' },
        { label: 'Username', value: '{userName}' },
      ],
    },
    { text: 'When it asks for the password, paste {password}.' },
    {
      text: 'Calendars and contacts: Thunderbird offers what it finds. If it finds nothing, add them by their addresses, with the same user name and password.',
      fields: [
        { label: 'Calendars', value: '{calendars}' },
        { label: 'Contacts', value: '{contacts}' },
      ],
    },
  ],
};
