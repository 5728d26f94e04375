import type { FaultCode } from '../../src-main/fault.ts';
import type { FaultWords } from './fault-words.en.ts';

export type Faults = Readonly<Record<FaultCode, FaultWords>>;

/**
 * The words of each fault in the window, in English: what happened and whose side it is on, then what to do now. The
 * command line has its own (fault-words.en.ts), which speak of its options. A code without words does not compile.
 */
export const faultsEn: Faults = {
  'input.invalid': {
    happened: 'Gatepass does not understand this: {what}.',
    now: 'Go back and type it again.',
  },
  'input.address': {
    happened: '“{address}” is not an e-mail address.',
    now: 'Type the whole address, like mara@fernwood.example.',
  },
  'input.server-needed': {
    happened: 'Gatepass could not find the mail server of {address}.',
    now: 'Type its address below. Whoever looks after your mail knows it.',
  },
  'input.unknown-mail-app': {
    happened: 'Gatepass does not know the mail app “{app}”.',
    now: 'Choose another one, or enter the settings by hand.',
  },
  'input.insecure-url': {
    happened: '“{url}” is not a secure address.',
    now: 'Use the address that begins with https://. Passwords never travel over http.',
  },
  'signin.cancelled': {
    happened: 'The sign-in was cancelled. Nothing has been made or changed.',
    now: 'Start again whenever you like.',
  },
  'signin.timeout': {
    happened: 'Your browser did not come back in time. Nothing has been made or changed.',
    now: 'Start again and finish the sign-in in the page that opens.',
  },
  'signin.denied': {
    happened:
      'The sign-in was refused at {issuer}: somebody pressed Cancel there, or you may not use Gatepass. Nothing has been made or changed.',
    now: 'Start again. If it is refused again, ask the people who run your sign-in.',
  },
  'signin.mismatch': {
    happened:
      'The answer from {issuer} does not belong to this sign-in ({check}). Gatepass stopped here to be safe.',
    now: 'Start again. If it happens again, show this to whoever looks after your mail.',
  },
  'signin.provider-refused': {
    happened: '{issuer} did not finish the sign-in: “{error}”.',
    now: 'Start again. If it stays so, show this to whoever looks after your mail.',
  },
  'signin.provider-broken': {
    happened: '{issuer} gave an answer that makes no sense ({check}).',
    now: 'Try again in a few minutes. If it stays so, show this to whoever looks after your mail.',
  },
  'signin.client-unknown': {
    happened: '{issuer} does not know Gatepass by the name “{clientId}”.',
    now: 'Whoever runs your sign-in can add it: a public native client with the redirect address http://127.0.0.1/callback.',
  },
  'signin.redirect-refused': {
    happened: '{issuer} does not let Gatepass come back to this computer.',
    now: 'Whoever runs your sign-in can allow it: the redirect address http://127.0.0.1/callback on any port for “{clientId}”.',
  },
  'signin.wrong-person': {
    happened:
      'You asked for {address}, but the mail server says that {login} signed in. No app password has been made.',
    now: 'Sign in again as {address}.',
  },
  'signin.no-device-code': {
    happened: '{issuer} does not let “{clientId}” sign people in with a code.',
    now: 'Sign in with your browser instead.',
  },
  'signin.first': {
    happened: 'Nobody has signed in on this computer yet.',
    now: 'Begin with your e-mail address.',
  },
  'signin.needed': {
    happened: 'The sign-in for {address} has run out ({reason}).',
    now: 'Sign in again. Your mail apps go on working meanwhile.',
  },
  'signin.port-taken': {
    happened:
      'Another program on this computer uses the door through which your browser comes back (port {port}).',
    now: 'Close that program and try again.',
  },
  'issuer.unreachable': {
    happened: 'The sign-in page {issuer} cannot be reached ({reason}).',
    now: 'Check your connection and try again. If others cannot sign in either, it is down.',
  },
  'issuer.invalid': {
    happened: 'The sign-in page {issuer} describes itself in a way Gatepass does not trust ({check}).',
    now: 'Check its address, or show this to whoever looks after your mail.',
  },
  'issuer.unknown': {
    happened: 'The mail server {server} does not say where people sign in.',
    now: 'Type the address of that page below. Whoever looks after your mail knows it.',
  },
  'network.offline': { happened: 'This computer is offline.', now: 'Connect to the internet and try again.' },
  'network.unknown-host': {
    happened: 'There is no computer called {host}, or your network cannot find it.',
    now: 'Check the spelling. If it is right, try another network.',
  },
  'network.refused': {
    happened: '{host} does not answer on port {port}. Your network or the server blocks it.',
    now: 'Use another network, for instance your phone’s hotspot, and try again.',
  },
  'network.reset': { happened: 'The connection to {host} broke.', now: 'Try again.' },
  'network.timeout': {
    happened: '{host} did not answer in time.',
    now: 'Try again in a few minutes, or use another network.',
  },
  'network.tls': {
    happened: 'The connection to {host} is not safe: {reason}. Nothing was sent.',
    now: 'Do not go on in a network you do not know. Show this to whoever looks after your mail.',
  },
  'network.redirected': {
    happened: '{host} sends Gatepass to another address, which it does not follow, to be safe.',
    now: 'Show this to whoever looks after your mail.',
  },
  'server.not-stalwart': {
    happened: '{server} does not answer like a Stalwart mail server.',
    now: 'Check the address. If it is right, show this to whoever looks after your mail.',
  },
  'server.rejected-token': {
    happened: 'You signed in, but the mail server {server} does not accept the sign-in. {finding}',
    now: 'Show this to whoever looks after your mail. {change}',
  },
  'server.forbidden': {
    happened: 'The mail server does not let you do this: {what}.',
    now: 'Ask whoever looks after your mail for the right to manage your own app passwords.',
  },
  'server.limited': {
    happened: 'The mail server asks Gatepass to slow down.',
    now: '{seconds, plural, one {Try again in 1 second.} other {Try again in # seconds.}}',
  },
  'server.banned': {
    happened: 'The mail server has blocked this network after too many failed logins.',
    now: 'Close mail apps that still have an old password, then ask whoever looks after your mail to lift the block.',
  },
  'server.broken': {
    happened: 'The mail server {server} gave an answer that makes no sense ({what}).',
    now: 'Try again in a few minutes. If it stays so, show this to whoever looks after your mail.',
  },
  'server.too-old': {
    happened:
      'The mail server is too old: before Stalwart 0.13.2 people who sign in at {issuer} cannot have app passwords.',
    now: 'Ask whoever looks after your mail to update it. Nothing has been made or changed.',
  },
  'server.wipes-app-passwords': {
    happened:
      'The mail server runs Stalwart {version}, which deletes every app password at the next sign-in. Gatepass makes none there.',
    now: 'Ask whoever looks after your mail to update it to 0.14.1 or later.',
  },
  'server.bootstrap': {
    happened: 'The mail server is still being set up.',
    now: 'Try again when whoever looks after your mail has finished.',
  },
  'server.quota': {
    happened:
      '{quota, plural, one {The mail server allows 1 app password, and you have one.} other {The mail server allows # app passwords, and you have that many. Those that have run out count too.}}',
    now: 'Revoke one you no longer need.',
  },
  'server.refused': {
    happened: 'The mail server did not do it: {what}. Nothing has been made or changed.',
    now: 'Show this to whoever looks after your mail.',
  },
  'password.not-found': {
    happened: 'This app password is no longer there.',
    now: 'Look on the page “Mail apps” which ones there are.',
  },
  'password.proof-refused': {
    happened: 'The new app password was tried and refused: {what}. Gatepass does not hand it over.',
    now: 'Show this to whoever looks after your mail. {change}',
  },
  'password.lost-answer': {
    happened: 'The connection broke while the app password was being made.',
    now: 'Try again. If an unknown app password shows up under “Mail apps”, revoke it.',
  },
  'account.not-found': {
    happened: 'Gatepass does not know the mailbox “{account}”.',
    now: 'Sign in with it first.',
  },
  'vault.missing': {
    happened:
      'This computer has no keychain that Gatepass can use ({reason}). Passwords are kept nowhere else.',
    now: 'On Linux, install and start GNOME Keyring, KWallet or KeePassXC, then try again.',
  },
  'vault.locked': { happened: 'Your keychain is locked.', now: 'Unlock it and try again. Nothing is lost.' },
  'vault.timeout': {
    happened: 'Your keychain did not answer in time. It may be waiting for you to unlock it.',
    now: 'Look for its window, unlock it and try again. Nothing is lost.',
  },
  'vault.refused': {
    happened: 'Your keychain did not keep or give the password ({reason}).',
    now: 'Unlock it or restart it, and try again. Nothing is lost.',
  },
  'state.corrupt': {
    happened: 'A file of Gatepass was damaged and has been set aside as {aside}.',
    now: 'Sign in again. Your app passwords are safe in the keychain and on the server.',
  },
  'state.unwritable': {
    happened: 'Gatepass cannot write to {path}.',
    now: 'Free some space or correct the rights of that folder, then try again.',
  },
  bug: {
    happened: 'Something went wrong inside Gatepass.',
    now: 'Try again. If it happens again, report it. The log is in {log}.',
  },
};
