import type { StalwartVersion } from './mail-authority.ts';
import { isJmapGeneration } from './refusal.ts';

const base = 'IMAP4rev2 IMAP4rev1 ENABLE SASL-IR LITERAL+ ID UTF8=ACCEPT';
const mechanisms = 'AUTH=PLAIN AUTH=OAUTHBEARER AUTH=XOAUTH2';
const extensions =
  'IDLE NAMESPACE CHILDREN MULTIAPPEND BINARY UNSELECT ACL UIDPLUS ESEARCH WITHIN SEARCHRES SORT THREAD=REFERENCES ' +
  'LIST-EXTENDED LIST-STATUS ESORT SORT=DISPLAY SPECIAL-USE CREATE-SPECIAL-USE MOVE CONDSTORE QRESYNC UNAUTHENTICATE ' +
  'STATUS=SIZE';

/**
 * What the server says it can, recorded on 0.16.18, 0.15.5 and 0.14.0; 0.16.1 and 0.13.1 from their sources
 * (imap-proto/src/protocol/capability.rs). It is said word for word: the sandbox serves less than it lists.
 */
export function imapCapabilities(
  version: StalwartVersion,
  loggedIn: boolean,
  offerStartTls: boolean,
): string {
  const newest = version === '0.16.18';
  const words = [base];
  // Up to 0.16.1 JMAPACCESS is listed to strangers too.
  if (!newest || loggedIn) words.push('JMAPACCESS');
  words.push(loggedIn ? `${extensions} ${tail(version)}` : mechanisms);
  if (offerStartTls) words.push('STARTTLS');
  return words.join(' ');
}

function tail(version: StalwartVersion): string {
  if (version === '0.16.18') {
    return 'OBJECTID+ PREVIEW RIGHTS=texk QUOTA QUOTA=RES-STORAGE UIDONLY UIDBATCHES MESSAGELIMIT=1000000 SAVELIMIT=1000000';
  }
  return isJmapGeneration(version)
    ? 'OBJECTID PREVIEW RIGHTS=texk QUOTA QUOTA=RES-STORAGE'
    : 'OBJECTID PREVIEW QUOTA QUOTA=RES-STORAGE';
}
