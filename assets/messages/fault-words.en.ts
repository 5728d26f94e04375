import type { FaultCode } from '../../src-main/fault.ts';

export interface FaultWords {
  /** What happened, and whose side it is on. `{name}` is filled from the fault's facts. */
  readonly happened: string;
  /** What to do now. */
  readonly now: string;
}

/** The words of each fault in English. A code without words does not compile. */
export const faultWordsEn: Readonly<Record<FaultCode, FaultWords>> = {
  'input.invalid': {
    happened: 'That is not something Gatepass understands: {what}.',
    now: 'Look at the examples with gatepass --help.',
  },
  'input.address': {
    happened: '“{address}” is not an e-mail address.',
    now: 'Type the whole address, like mara@fernwood.example.',
  },
  'input.server-needed': {
    happened: 'Gatepass does not know the mail server of {address} yet.',
    now: 'Add it: --server https://mail.example.org. Your mail admin knows the name.',
  },
  'input.unknown-mail-app': {
    happened: 'Gatepass has no mail app called “{app}”.',
    now: 'Known ones: {known}. For any other mail app take “other”.',
  },
  'input.insecure-url': {
    happened: '“{url}” is not a secure address (https).',
    now: 'Use the https address of the server. Passwords never travel over http.',
  },
  'signin.cancelled': {
    happened: 'The sign-in was cancelled. Nothing has been made or changed.',
    now: 'Start again whenever you like.',
  },
  'signin.timeout': {
    happened: 'The sign-in was not finished within {seconds} seconds. Nothing has been made or changed.',
    now: 'Start again and finish the sign-in in the browser.',
  },
  'signin.denied': {
    happened:
      'The sign-in was refused at {issuer}: somebody pressed Cancel, or you are not allowed to use this app.',
    now: 'Start again. If it is refused again, ask the people who run your sign-in.',
  },
  'signin.mismatch': {
    happened:
      'The answer from {issuer} does not belong to this sign-in ({check}). Gatepass stopped here to be safe.',
    now: 'Start again. If it happens again, tell your admin this line.',
  },
  'signin.provider-refused': {
    happened: '{issuer} did not finish the sign-in: “{error}”.',
    now: 'Start again. If it stays so, tell your admin this line.',
  },
  'signin.provider-broken': {
    happened: '{issuer} gave an answer that makes no sense ({check}).',
    now: 'Try again in a few minutes. If it stays so, tell your admin this line.',
  },
  'signin.client-unknown': {
    happened: '{issuer} does not know Gatepass by the name “{clientId}”.',
    now: 'Ask your admin to register a public native client with the redirect address http://127.0.0.1/callback, and use its id with --client-id.',
  },
  'signin.redirect-refused': {
    happened: '{issuer} does not let Gatepass come back to this computer.',
    now: 'Ask your admin to allow the redirect address http://127.0.0.1/callback on any port for “{clientId}”.',
  },
  'signin.no-device-code': {
    happened: '{issuer} does not let “{clientId}” sign people in with a code.',
    now: 'Start again without --device, or ask your admin to allow the device flow for “{clientId}”.',
  },
  'signin.wrong-person': {
    happened:
      'You asked for {address}, but the mail server says the person who signed in is {login}. Gatepass stopped here to be safe. No app password has been made.',
    now: 'Sign out of {issuer} in your browser and sign in again as {address}, or take the other mailbox with --accept {login}.',
  },
  'signin.first': {
    happened: 'Nobody has signed in on this computer yet.',
    now: 'Begin with gatepass sign-in ADDRESS --server URL.',
  },
  'signin.needed': {
    happened: 'You have to sign in for {address}: {reason}.',
    now: 'Run gatepass sign-in with your e-mail address. Your app passwords go on working meanwhile.',
  },
  'signin.port-taken': {
    happened: 'Gatepass could not listen on this computer for the browser to come back (port {port}).',
    now: 'Close the program that uses it, or start again without a fixed port.',
  },
  'issuer.unreachable': {
    happened: 'The sign-in service {issuer} cannot be reached ({reason}).',
    now: 'Check your connection and try again. If others cannot sign in either, it is down.',
  },
  'issuer.invalid': {
    happened: 'The sign-in service {issuer} describes itself in a way Gatepass does not trust ({check}).',
    now: 'Check the spelling of --issuer, or tell your admin this line.',
  },
  'issuer.unknown': {
    happened: 'The mail server {server} is older than 0.16 and does not say where people sign in.',
    now: 'Add it: --issuer https://login.example.org. Your mail admin knows the name.',
  },
  'network.offline': {
    happened: 'This computer is offline.',
    now: 'Connect to the internet and try again.',
  },
  'network.unknown-host': {
    happened: 'There is no computer called {host}, or your network cannot find it.',
    now: 'Check the spelling. If it is right, try another network.',
  },
  'network.refused': {
    happened: '{host} does not answer on port {port}.',
    now: 'Try again in a few minutes. If it stays so, your network or the server blocks it.',
  },
  'network.reset': {
    happened: 'The connection to {host} broke.',
    now: 'Try again.',
  },
  'network.timeout': {
    happened: '{host} did not answer within {seconds} seconds.',
    now: 'Try again in a few minutes.',
  },
  'network.tls': {
    happened: 'The connection to {host} is not safe: {reason}. Nothing was sent.',
    now: 'Do not go on if you are on a foreign network. Tell your admin this line; a private certificate authority is added with NODE_EXTRA_CA_CERTS.',
  },
  'network.redirected': {
    happened: '{host} sends Gatepass to another address, which it does not follow to be safe.',
    now: 'Tell your admin this line.',
  },
  'server.not-stalwart': {
    happened: '{server} does not answer like a Stalwart mail server.',
    now: 'Check --server. If it is right, a proxy in front of it may not pass /api on.',
  },
  'server.rejected-token': {
    happened: 'The mail server {server} does not accept the sign-in. {finding}',
    now: '{change}',
  },
  'server.forbidden': {
    happened: 'The mail server does not let you do this: {what}.',
    now: 'Ask your mail admin for the right to manage your own app passwords.',
  },
  'server.limited': {
    happened: 'The mail server asks Gatepass to slow down.',
    now: 'Try again in {seconds} seconds.',
  },
  'server.banned': {
    happened: 'The mail server has blocked this network address after too many failed logins.',
    now: 'Stop mail apps that still use an old password, then ask your mail admin to lift the block.',
  },
  'server.broken': {
    happened: 'The mail server {server} gave an answer that makes no sense ({what}).',
    now: 'Try again in a few minutes. If it stays so, tell your admin this line.',
  },
  'server.too-old': {
    happened:
      'The mail server is too old: before Stalwart 0.13.2 people who sign in at {issuer} cannot have app passwords.',
    now: 'Ask your mail admin to update the server. Nothing has been made or changed.',
  },
  'server.wipes-app-passwords': {
    happened:
      'The mail server runs Stalwart {version}, which deletes every app password at the next sign-in. Gatepass makes none there.',
    now: 'Ask your mail admin to update to 0.14.1 or later.',
  },
  'server.bootstrap': {
    happened: 'The mail server is still being set up.',
    now: 'Ask your mail admin to finish its set-up, then try again.',
  },
  'server.quota': {
    happened: 'The mail server allows {quota} app passwords, and you have that many. Expired ones count.',
    now: 'Revoke one you no longer need: gatepass passwords list, then gatepass passwords revoke ID.',
  },
  'server.refused': {
    happened: 'The mail server did not do it: {what}.',
    now: 'Tell your mail admin this line. Nothing has been made or changed.',
  },
  'password.not-found': {
    happened: 'There is no app password “{id}” here.',
    now: 'gatepass passwords list shows the ones there are.',
  },
  'password.proof-refused': {
    happened: 'The new app password was tried and refused: {what}. It has been {afterwards}.',
    now: '{change}',
  },
  'password.lost-answer': {
    happened: 'The connection broke while the app password was being made. {afterwards}',
    now: 'Try again.',
  },
  'account.not-found': {
    happened: 'Gatepass knows no mailbox “{account}”.',
    now: 'gatepass accounts shows the ones it knows; gatepass sign-in ADDRESS adds one.',
  },
  'vault.missing': {
    happened:
      'This computer has no keychain that Gatepass can use ({reason}). No password is kept anywhere else.',
    now: 'On Linux install and start gnome-keyring, KWallet or KeePassXC, then try again.',
  },
  'vault.locked': {
    happened: 'Your keychain is locked.',
    now: 'Unlock it and try again. Nothing is lost.',
  },
  'vault.timeout': {
    happened:
      'Your keychain did not answer within {seconds} seconds. It may be waiting for you to unlock it.',
    now: 'Look for its window, unlock it and try again. Nothing is lost.',
  },
  'vault.refused': {
    happened: 'Your keychain did not keep or give the password ({reason}).',
    now: 'Unlock it or restart it and try again. Nothing is lost.',
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
    now: 'Try again. If it happens again, report it with the log in {log}.',
  },
};
