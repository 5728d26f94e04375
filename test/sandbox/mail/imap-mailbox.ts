import { flatTexts, type ImapToken, imapQuoted } from './imap-command.ts';
import { imapFolderList } from './imap-folder-list.ts';
import { handleMails } from './imap-mails.ts';
import { statusLine } from './imap-status.ts';
import type { LineSocket } from './line-socket.ts';
import type { StalwartVersion } from './mail-authority.ts';
import type { Mailbox, MailFolder } from './mail-store.ts';

/** The commands of a client that has logged in. */
export interface ImapMailbox {
  /** The whole answer to one command. */
  handle(tag: string, name: string, args: readonly ImapToken[]): string | Buffer;
  /** Speaks IDLE (RFC 2177) until DONE. @returns false when the connection ended */
  idle(tag: string, socket: LineSocket): Promise<boolean>;
}

interface Selected {
  readonly folder: MailFolder;
  readonly writable: boolean;
  /** How many mails the client knows of. */
  exists: number;
}

export function createImapMailbox(version: StalwartVersion, mailbox: Mailbox): ImapMailbox {
  let selected: Selected | null = null;
  /** Answers in the manner of IMAP4rev2 once the client has asked for it (RFC 9051 section 6.3.1). */
  let rev2 = false;

  function news(): string {
    if (selected === null) return '';
    const count = selected.folder.mails().length;
    if (count === selected.exists) return '';
    selected.exists = count;
    return `* ${count} EXISTS\r\n`;
  }

  function select(tag: string, name: string, args: readonly ImapToken[]): string {
    const folder = mailbox.folder(flatTexts(args)[0] ?? '');
    selected = null;
    if (folder === undefined) return `${tag} NO [NONEXISTENT] Mailbox does not exist.\r\n`;
    const writable = name === 'SELECT';
    selected = { folder, writable, exists: folder.mails().length };
    const condStore = flatTexts(args.slice(1)).some((word) => /^(CONDSTORE|QRESYNC)$/i.test(word));
    const lines = [
      `* ${folder.mails().length} EXISTS`,
      '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)',
      rev2 ? `* LIST () "/" ${imapQuoted(folder.name)}` : '* 0 RECENT',
      '* OK [PERMANENTFLAGS (\\Deleted \\Seen \\Answered \\Flagged \\Draft \\*)] All allowed',
      `* OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid`,
      `* OK [UIDNEXT ${folder.uidNext()}] Next predicted UID`,
      ...(condStore ? [`* OK [HIGHESTMODSEQ ${folder.highestModSeq()}] Highest Modseq`] : []),
      // 0.16.18 tells object identifiers only to clients that enabled OBJECTID+.
      ...(version === '0.16.18' ? [] : [`* OK [MAILBOXID (${mailboxId(folder.use)})] Unique Mailbox ID`]),
      `${tag} OK [${writable ? 'READ-WRITE' : 'READ-ONLY'}] ${name} completed`,
    ];
    return `${lines.join('\r\n')}\r\n`;
  }

  function status(tag: string, args: readonly ImapToken[]): string {
    const [name = '', ...items] = flatTexts(args);
    const folder = mailbox.folder(name);
    if (folder === undefined) return `${tag} NO [NONEXISTENT] Mailbox does not exist.\r\n`;
    return `${statusLine(folder, items)}${tag} OK STATUS completed\r\n`;
  }

  function append(tag: string, args: readonly ImapToken[]): string {
    const folder = mailbox.folder(flatTexts(args)[0] ?? '');
    const message = args.at(-1);
    if (folder === undefined) return `${tag} NO [TRYCREATE] Mailbox does not exist.\r\n`;
    if (args.length < 2 || message?.kind !== 'text') return `${tag} BAD [PARSE] Missing arguments.\r\n`;
    const [, flags] = args;
    const { uid } = folder.append(message.bytes, flags?.kind === 'list' ? flatTexts(flags.items) : []);
    return `${news()}${tag} OK [APPENDUID ${folder.uidValidity} ${uid}] APPEND completed\r\n`;
  }

  function handle(tag: string, name: string, args: readonly ImapToken[]): string | Buffer {
    const completed = `${tag} OK ${name} completed\r\n`;
    switch (name) {
      case 'NOOP':
        return `${news()}${completed}`;
      case 'ENABLE': {
        const enabled = flatTexts(args).filter((word) =>
          /^(IMAP4REV2|CONDSTORE|QRESYNC|UTF8=ACCEPT)$/i.test(word),
        );
        rev2 ||= enabled.some((word) => /^IMAP4REV2$/i.test(word));
        return `* ENABLED${enabled.map((word) => ` ${word}`).join('')}\r\n${tag} OK ENABLE successful.\r\n`;
      }
      case 'NAMESPACE':
        return `* NAMESPACE (("" "/")) NIL NIL\r\n${completed}`;
      case 'LIST':
      case 'LSUB':
        return `${imapFolderList(mailbox, name, args)}${completed}`;
      case 'SELECT':
      case 'EXAMINE':
        return select(tag, name, args);
      case 'STATUS':
        return status(tag, args);
      case 'APPEND':
        return append(tag, args);
      case 'SUBSCRIBE':
      case 'UNSUBSCRIBE':
        return completed;
    }
    const byUid = name === 'UID';
    const [verb] = args;
    const action = byUid ? (verb?.kind === 'text' ? verb.text.toUpperCase() : '') : name;
    const rest = byUid ? args.slice(1) : args;
    if (!['CHECK', 'CLOSE', 'UNSELECT', 'FETCH', 'STORE', 'SEARCH', 'EXPUNGE'].includes(action)) {
      return `${tag} BAD [PARSE] Unrecognized command '${action}'.\r\n`;
    }
    if (selected === null) return `${tag} BAD No mailbox is selected.\r\n`;
    if (action === 'CHECK') return `${news()}${completed}`;
    if (action === 'CLOSE' || action === 'UNSELECT') {
      const { folder, writable } = selected;
      selected = null;
      if (action === 'CLOSE' && writable)
        for (const mail of folder.mails()) if (mail.flags.has('\\Deleted')) folder.remove(mail.uid);
      return completed;
    }
    const { folder, writable } = selected;
    const answer = handleMails({ tag, name: action, args: rest, byUid, folder, writable, rev2 });
    if (action === 'EXPUNGE') selected.exists = folder.mails().length;
    return answer;
  }

  return {
    handle,
    async idle(tag, socket) {
      await socket.write("+ Idling, send 'DONE' to stop.\r\n");
      const unsubscribe = selected?.folder.onChange(() => {
        const line = news();
        if (line !== '') void socket.write(line);
      });
      try {
        for (;;) {
          const line = await socket.readLine();
          if (line === null) return false;
          if (line.trim().toUpperCase() !== 'DONE') continue;
          await socket.write(`${tag} OK IDLE completed\r\n`);
          return true;
        }
      } finally {
        unsubscribe?.();
      }
    },
  };
}

/** INBOX as recorded on 0.15.5; the others by the same scheme. */
function mailboxId(use: string): string {
  const letters: Readonly<Record<string, string>> = {
    '': 'e',
    '\\Trash': 'f',
    '\\Junk': 'g',
    '\\Drafts': 'h',
    '\\Sent': 'i',
  };
  return `${letters[use] ?? 'j'}aaaaaa`;
}
