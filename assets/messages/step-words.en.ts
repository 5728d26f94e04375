import type { StepName } from '../../src-main/steps.ts';

export interface StepWords {
  readonly running: string;
  readonly done: string;
  readonly failed: string;
}

/** The lines of the checklist in English. */
export const stepWords: Readonly<Record<StepName, StepWords>> = {
  found: {
    running: 'Looking for your mail service',
    done: 'Found your mail service',
    failed: 'No mail service found',
  },
  'signed-in': { running: 'Waiting for your browser', done: 'Signed in as', failed: 'Not signed in' },
  active: { running: 'Activating the mailbox', done: 'Mailbox is active:', failed: 'Mailbox is not active' },
  created: { running: 'Making the app password', done: 'Created', failed: 'Not created' },
  imap: {
    running: 'Checking incoming mail',
    done: 'Incoming mail works',
    failed: 'Incoming mail does not work',
  },
  smtp: {
    running: 'Checking outgoing mail',
    done: 'Outgoing mail works',
    failed: 'Outgoing mail does not work',
  },
  jmap: {
    running: 'Checking the web services',
    done: 'Web services work',
    failed: 'Web services do not work',
  },
  kept: { running: 'Saving it in the keychain', done: 'Saved in', failed: 'Not saved' },
  revoked: { running: 'Revoking the app password', done: 'Revoked', failed: 'Not revoked' },
  'signed-out': { running: 'Signing out', done: 'Signed out', failed: 'Not signed out' },
};
