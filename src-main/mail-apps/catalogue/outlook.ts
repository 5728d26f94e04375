import type { MailApp } from '../mail-app.ts';

/** Classic Outlook on Windows. No CalDAV or CardDAV; its simplified set-up takes no IMAP settings from anybody. */
export const outlook: MailApp = {
  id: 'outlook',
  aliases: ['outlook-classic', 'classic-outlook'],
  name: 'Classic Outlook',
  platforms: ['windows'],
  protocols: ['imap', 'smtp'],
  logins: ['password'],
  badge: null,
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS' },
  steps: [
    { text: 'Open “Control Panel”, then “Mail”, and choose your profile.' },
    { text: 'Choose “E-mail Accounts”, set up manually, and pick “POP or IMAP”.' },
    {
      text: 'Fill in these fields.',
      fields: [
        { label: 'Your Name', value: 'as others shall see it' },
        { label: 'Email Address', value: '{address}' },
        { label: 'Account Type', value: 'IMAP' },
        { label: 'Incoming mail server', value: '{incomingHost}' },
        { label: 'Outgoing mail server (SMTP)', value: '{outgoingHost}' },
        { label: 'User Name', value: '{userName}' },
        { label: 'Password', value: '{password}' },
      ],
    },
    {
      text: 'Set the outgoing server to require authentication, with the same settings as incoming. Then the ports.',
      fields: [
        { label: 'Incoming server', value: '{incomingPort} with {incomingSecurity}' },
        { label: 'Outgoing server', value: '{outgoingPort} with {outgoingSecurity}' },
      ],
    },
    { text: 'Finish. Outlook fetches your mail; the first time can take a while.' },
  ],
};
