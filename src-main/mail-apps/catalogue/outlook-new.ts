import type { MailApp } from '../mail-app.ts';

/** New Outlook, and Outlook on phones: IMAP accounts are synchronised through the Microsoft Cloud. */
export const outlookNew: MailApp = {
  id: 'outlook-new',
  aliases: ['new-outlook', 'outlook-mobile'],
  name: 'New Outlook',
  platforms: ['windows', 'macos', 'ios', 'android'],
  protocols: ['imap', 'smtp'],
  logins: ['password'],
  badge: 'Your password goes to Microsoft’s cloud, which keeps a copy of your mail.',
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS' },
  steps: [
    {
      text: 'Add an account with your address, and choose “IMAP” by hand, or the advanced set-up: Outlook looks for Microsoft servers otherwise.',
      fields: [{ label: 'E-mail address', value: '{address}' }],
    },
    {
      text: 'Fill in the incoming server.',
      fields: [
        { label: 'IMAP server', value: '{incomingHost}' },
        { label: 'Port', value: '{incomingPort}' },
        { label: 'Security', value: '{incomingSecurity}' },
        { label: 'User name', value: '{userName}' },
        { label: 'Password', value: '{password}' },
      ],
    },
    {
      text: 'Then the outgoing server, with the same user name and password.',
      fields: [
        { label: 'SMTP server', value: '{outgoingHost}' },
        { label: 'Port', value: '{outgoingPort}' },
        { label: 'Security', value: '{outgoingSecurity}' },
      ],
    },
    { text: 'Agree to the copy at Microsoft, or stop here and use classic Outlook or another mail app.' },
  ],
};
