import { flatTexts, type ImapToken, imapQuoted } from './imap-command.ts';
import { fetchAnswer, fetchItems } from './imap-fetch.ts';
import { searchTest } from './imap-search.ts';
import type { MailFolder, StoredMail } from './mail-store.ts';
import { sequenceSet } from './sequence-set.ts';

export interface MailsRequest {
  readonly tag: string;
  /** FETCH, STORE, SEARCH or EXPUNGE. */
  readonly name: string;
  readonly args: readonly ImapToken[];
  /** The UID form of the command. */
  readonly byUid: boolean;
  readonly folder: MailFolder;
  readonly writable: boolean;
  readonly rev2: boolean;
}

interface Numbered {
  readonly mail: StoredMail;
  readonly number: number;
}

/** The whole answer to a command about the mails of the selected folder. */
export function handleMails(request: MailsRequest): string | Buffer {
  const { tag, name, args, byUid, folder, writable } = request;
  const bad = `${tag} BAD [PARSE] Invalid arguments.\r\n`;
  const done = `${tag} OK ${byUid ? 'UID ' : ''}${name} completed\r\n`;
  if (name === 'SEARCH') return search(request, done) ?? bad;
  if (name !== 'FETCH' && !writable) return `${tag} NO Not permitted in EXAMINE state.\r\n`;
  const mails = folder.mails();
  const numbered: readonly Numbered[] = mails.map((mail, index) => ({ mail, number: index + 1 }));
  const [set, ...rest] = args;
  const wanted = sequenceSet(
    set?.kind === 'text' ? set.text : '',
    byUid ? (mails.at(-1)?.uid ?? 0) : mails.length,
  );
  if (name === 'EXPUNGE') {
    const gone = numbered.filter(
      ({ mail }) => mail.flags.has('\\Deleted') && (!byUid || (wanted?.(mail.uid) ?? false)),
    );
    for (const { mail } of gone) folder.remove(mail.uid);
    // From the end, so that each number is still right when it is said.
    return `${gone
      .toReversed()
      .map(({ number }) => `* ${number} EXPUNGE\r\n`)
      .join('')}${done}`;
  }
  if (wanted === null) return bad;
  const chosen = numbered.filter(({ mail, number }) => wanted(byUid ? mail.uid : number));
  return (name === 'STORE' ? store(request, chosen, rest, done) : fetch(request, chosen, rest, done)) ?? bad;
}

function fetch(
  { byUid, folder, writable }: MailsRequest,
  chosen: readonly Numbered[],
  rest: readonly ImapToken[],
  done: string,
): Buffer | null {
  const items = fetchItems(rest[0]);
  if (items === null) return null;
  const all = byUid && !items.some((item) => item.toUpperCase() === 'UID') ? ['UID', ...items] : items;
  const since = changedSince(rest[1]);
  const answers = chosen
    .filter(({ mail }) => mail.modSeq > since)
    .map(({ mail, number }) => {
      const answer = fetchAnswer(number, mail, all);
      if (answer.seen && writable && !mail.flags.has('\\Seen'))
        folder.setFlags(mail.uid, [...mail.flags, '\\Seen']);
      return Buffer.concat([Buffer.from('* '), answer.line]);
    });
  return Buffer.concat([...answers, Buffer.from(done)]);
}

function store(
  { byUid, folder }: MailsRequest,
  chosen: readonly Numbered[],
  rest: readonly ImapToken[],
  done: string,
): string | null {
  const [how = '', ...flags] = flatTexts(rest);
  const change = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(how);
  if (!change) return null;
  const [, sign = '', silent] = change;
  const lines = chosen.map(({ mail, number }) => {
    const after = changedFlags(mail.flags, sign, flags);
    folder.setFlags(mail.uid, after);
    return `* ${number} FETCH (${byUid ? `UID ${mail.uid} ` : ''}FLAGS (${[...after].join(' ')}))\r\n`;
  });
  return `${silent === undefined ? lines.join('') : ''}${done}`;
}

function search({ tag, args, byUid, folder, rev2 }: MailsRequest, done: string): string | null {
  const mails = folder.mails();
  const test = searchTest(/^CHARSET$/i.test(flatTexts(args)[0] ?? '') ? args.slice(2) : args, mails);
  if (test === null) return null;
  const found = mails.flatMap((mail, index) => (test(mail, index + 1) ? [byUid ? mail.uid : index + 1] : []));
  if (!rev2) return `* SEARCH${found.map((number) => ` ${number}`).join('')}\r\n${done}`;
  const all = found.length > 0 ? ` ALL ${found.join(',')}` : '';
  return `* ESEARCH (TAG ${imapQuoted(tag)})${byUid ? ' UID' : ''}${all}\r\n${done}`;
}

function changedFlags(
  before: ReadonlySet<string>,
  sign: string,
  flags: readonly string[],
): ReadonlySet<string> {
  if (sign === '+') return new Set([...before, ...flags]);
  return new Set(sign === '-' ? [...before].filter((flag) => !flags.includes(flag)) : flags);
}

function changedSince(modifier: ImapToken | undefined): number {
  const [name = '', value = ''] = modifier?.kind === 'list' ? flatTexts(modifier.items) : [];
  return /^CHANGEDSINCE$/i.test(name) ? Number(value) || 0 : 0;
}
