import type { Command, CommandOption } from './command.ts';

const account: CommandOption = {
  name: 'account',
  value: 'ADDRESS',
  summary: 'which mailbox, where there are several',
};

/** Every command of `gatepass`, in the order of the help. */
export const commands: readonly Command[] = [
  {
    path: ['sign-in'],
    summary: 'Sign in with your browser and activate the mailbox',
    arguments: [{ name: 'ADDRESS', summary: 'your e-mail address', required: true }],
    options: [
      { name: 'server', value: 'URL', summary: 'the Stalwart mail server, e.g. https://mail.example.org' },
      {
        name: 'issuer',
        value: 'URL',
        summary: 'where you sign in; asked from the mail server when it is 0.16 or later',
      },
      {
        name: 'client-id',
        value: 'ID',
        summary: 'the name Gatepass is registered by there (default gatepass)',
      },
      {
        name: 'scope',
        value: 'SCOPES',
        summary: 'scopes to ask for (default "openid email profile offline_access")',
      },
      {
        name: 'audience',
        value: 'NAME',
        summary: 'audience the provider must put into the token, where it wants to be asked',
      },
      { name: 'imap', value: 'HOST:PORT', summary: 'incoming mail, where the server names it wrongly' },
      { name: 'smtp', value: 'HOST:PORT', summary: 'outgoing mail, where the server names it wrongly' },
      {
        name: 'sieve',
        value: 'HOST:PORT',
        summary: 'filters (ManageSieve), where the server names it wrongly',
      },
      {
        name: 'accept',
        value: 'LOGIN',
        summary: 'take this mailbox when the server names another person than ADDRESS',
      },
      {
        name: 'port',
        value: 'PORT',
        summary: 'fixed port for the browser to come back to (default: any free one)',
      },
      { name: 'no-browser', summary: 'print the link instead of opening a browser' },
      { name: 'device', summary: 'sign in by a code on any device, where the sign-in service offers it' },
      {
        name: 'timeout',
        value: 'SECONDS',
        summary: 'how long to wait for you (default 180, with --device 900)',
      },
    ],
    examples: [
      'gatepass sign-in mara@fernwood.example --server https://mail.fernwood.example',
      'gatepass sign-in mara@fernwood.example --server https://mail.fernwood.example --issuer https://login.fernwood.example --client-id stalwart',
    ],
    load: () => import('./commands/sign-in.ts'),
  },
  {
    path: ['accounts'],
    summary: 'List the mailboxes Gatepass knows',
    arguments: [],
    options: [],
    examples: ['gatepass accounts --json'],
    load: () => import('./commands/accounts.ts'),
  },
  {
    path: ['activate'],
    summary: 'Make the mail server know the mailbox, and say who it says you are',
    arguments: [],
    options: [account],
    examples: ['gatepass activate'],
    load: () => import('./commands/activate.ts'),
  },
  {
    path: ['passwords', 'list'],
    summary: 'List the app passwords of a mailbox, those made elsewhere too',
    arguments: [],
    options: [account],
    examples: ['gatepass passwords list'],
    load: () => import('./commands/passwords-list.ts'),
  },
  {
    path: ['passwords', 'create'],
    summary: 'Make an app password, try it, keep it in the keychain, show the settings',
    arguments: [],
    options: [
      {
        name: 'app',
        value: 'ID',
        summary: 'the mail app: thunderbird, apple-mail, outlook, outlook-new, other',
      },
      { name: 'name', value: 'TEXT', summary: 'what to call it (default: the mail app on this computer)' },
      { name: 'expires', value: 'WHEN', summary: '90d, 12w, 6m, 1y, a date, or never (default 1y)' },
      account,
    ],
    examples: [
      'gatepass passwords create --app thunderbird',
      'gatepass passwords create --app outlook --name "Outlook at work" --expires 90d',
    ],
    load: () => import('./commands/passwords-create.ts'),
  },
  {
    path: ['passwords', 'show'],
    summary: 'Print one app password, alone, for a mail app or a script',
    arguments: [{ name: 'ID', summary: 'as listed', required: true }],
    options: [],
    examples: ['gatepass passwords show thunderbird-k7f2qd'],
    load: () => import('./commands/passwords-show.ts'),
  },
  {
    path: ['passwords', 'revoke'],
    summary: 'Destroy one app password: that mail app stops at once',
    arguments: [{ name: 'ID', summary: 'as listed', required: true }],
    options: [account],
    examples: ['gatepass passwords revoke thunderbird-k7f2qd'],
    load: () => import('./commands/passwords-revoke.ts'),
  },
  {
    path: ['settings'],
    summary: 'Show what a mail app must be told',
    arguments: [],
    options: [
      {
        name: 'app',
        value: 'ID',
        summary: 'the mail app: thunderbird, apple-mail, outlook, outlook-new, other',
      },
      account,
    ],
    examples: ['gatepass settings --app apple-mail'],
    load: () => import('./commands/settings.ts'),
  },
  {
    path: ['sign-out'],
    summary: 'End the sign-in and forget every secret of the mailbox on this computer',
    arguments: [],
    options: [
      account,
      { name: 'revoke-passwords', summary: 'destroy the app passwords made here, too' },
      { name: 'no-browser', summary: 'do not open the sign-out page of the provider' },
    ],
    examples: ['gatepass sign-out', 'gatepass sign-out --account mara@fernwood.example --revoke-passwords'],
    load: () => import('./commands/sign-out.ts'),
  },
];

/** Options every command takes. */
export const commonOptions: readonly CommandOption[] = [
  { name: 'json', summary: 'one line of JSON on stdout' },
  { name: 'help', summary: 'this text' },
];
