import type { ListeningOn } from '../sandbox.ts';

/** A certificate with its key, both PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/** The ports of whoever speaks the mail protocols; the usual port of each in brackets. */
export interface MailServers {
  /** [993] */
  readonly imap: ListeningOn;
  /** [143] */
  readonly imapStartTls: ListeningOn;
  /** [465] */
  readonly smtp: ListeningOn;
  /** [587] */
  readonly submission: ListeningOn;
  /** [25] */
  readonly reception: ListeningOn;
  /** [995] */
  readonly pop3?: ListeningOn;
  /** [4190] */
  readonly sieve: ListeningOn;
  /** Ends every conversation, process and file of theirs; idempotent. */
  stop(): Promise<void>;
}
