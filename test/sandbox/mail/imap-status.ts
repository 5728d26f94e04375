import { imapQuoted } from './imap-command.ts';
import type { MailFolder } from './mail-store.ts';

/** One STATUS line; unknown items are left out. */
export function statusLine(folder: MailFolder, items: readonly string[]): string {
  const mails = folder.mails();
  const values: Readonly<Record<string, number>> = {
    MESSAGES: mails.length,
    RECENT: 0,
    UIDNEXT: folder.uidNext(),
    UIDVALIDITY: folder.uidValidity,
    UNSEEN: mails.filter((mail) => !mail.flags.has('\\Seen')).length,
    DELETED: mails.filter((mail) => mail.flags.has('\\Deleted')).length,
    SIZE: mails.reduce((sum, mail) => sum + mail.raw.length, 0),
    HIGHESTMODSEQ: folder.highestModSeq(),
  };
  const told = items.flatMap((item) => {
    const value = values[item.toUpperCase()];
    return value === undefined ? [] : [`${item.toUpperCase()} ${value}`];
  });
  return `* STATUS ${imapQuoted(folder.name)} (${told.join(' ')})\r\n`;
}
