import type { ImapToken } from './imap-command.ts';
import { flatTexts } from './imap-command.ts';
import type { StoredMail } from './mail-store.ts';
import { imapBodyStructure, imapEnvelope, type MessageParts, messageParts } from './message-parts.ts';

export interface FetchAnswer {
  /** Everything after `* `, with its line end. */
  readonly line: Buffer;
  /** Whether the client has read the text, so that `\Seen` must be set. */
  readonly seen: boolean;
}

const macros: Readonly<Record<string, readonly string[]>> = {
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

/** The items of a FETCH command, macros resolved. @returns null when one of them is not served here */
export function fetchItems(argument: ImapToken | undefined): readonly string[] | null {
  if (argument === undefined) return null;
  const items = flatTexts([argument]).flatMap((item) => macros[item.toUpperCase()] ?? [item]);
  return items.length > 0 && items.every((item) => known.test(item)) ? items : null;
}

const known =
  /^(?:FLAGS|UID|MODSEQ|INTERNALDATE|EMAILID|THREADID|ENVELOPE|BODY|BODYSTRUCTURE|RFC822(?:\.SIZE|\.HEADER|\.TEXT)?|BODY(?:\.PEEK)?\[[^\]]*\](?:<\d+\.\d+>)?)$/i;

/** One `* n FETCH (...)` line (RFC 9051 section 7.5.2). */
export function fetchAnswer(number: number, mail: StoredMail, items: readonly string[]): FetchAnswer {
  const parts = messageParts(mail.raw);
  const pieces: Buffer[] = [Buffer.from(`${number} FETCH (`)];
  let seen = false;
  for (const [index, item] of items.entries()) {
    if (index > 0) pieces.push(Buffer.from(' '));
    const upper = item.toUpperCase();
    const section = /^(BODY(?:\.PEEK)?)\[([^\]]*)\](?:<(\d+)\.(\d+)>)?$/i.exec(item);
    if (section) {
      const [, verb = '', name = '', from, count] = section;
      seen ||= verb.toUpperCase() === 'BODY';
      const whole = sectionBytes(mail.raw, parts, name);
      const start = Number(from ?? 0);
      const bytes = from === undefined ? whole : whole.subarray(start, start + Number(count));
      pieces.push(literal(`BODY[${name}]${from === undefined ? '' : `<${from}>`}`, bytes));
    } else if (upper === 'RFC822' || upper === 'RFC822.TEXT') {
      seen = true;
      pieces.push(literal(upper, upper === 'RFC822' ? mail.raw : parts.body));
    } else if (upper === 'RFC822.HEADER') pieces.push(literal(upper, parts.header));
    else pieces.push(Buffer.from(`${upper} ${attribute(upper, mail, parts)}`));
  }
  pieces.push(Buffer.from(')\r\n'));
  return { line: Buffer.concat(pieces), seen };
}

function attribute(name: string, mail: StoredMail, parts: MessageParts): string {
  switch (name) {
    case 'FLAGS':
      return `(${[...mail.flags].join(' ')})`;
    case 'UID':
      return String(mail.uid);
    case 'MODSEQ':
      return `(${mail.modSeq})`;
    case 'INTERNALDATE':
      return `"${internalDate(mail.received)}"`;
    case 'RFC822.SIZE':
      return String(mail.raw.length);
    case 'EMAILID':
      return `(m${mail.uid})`;
    case 'THREADID':
      return `(t${mail.uid})`;
    case 'ENVELOPE':
      return imapEnvelope(parts);
    default:
      return imapBodyStructure(parts, name === 'BODYSTRUCTURE');
  }
}

function sectionBytes(raw: Buffer, parts: MessageParts, section: string): Buffer {
  const upper = section.toUpperCase();
  if (upper === '') return raw;
  if (upper === 'HEADER' || upper === '1.MIME' || upper === 'MIME') return parts.header;
  if (upper === 'TEXT' || upper === '1') return parts.body;
  const fields = /^HEADER\.FIELDS(\.NOT)? \(([^)]*)\)$/.exec(upper);
  if (!fields) return Buffer.alloc(0);
  const wanted = new Set((fields[2] ?? '').split(/\s+/).map((name) => name.replace(/"/g, '')));
  const kept = (parts.header.toString('latin1').match(/^[^\r\n]+\r\n(?:[ \t][^\r\n]*\r\n)*/gm) ?? []).filter(
    (field) => wanted.has((field.split(':')[0] ?? '').toUpperCase()) === (fields[1] === undefined),
  );
  return Buffer.from(`${kept.join('')}\r\n`, 'latin1');
}

function literal(name: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${name} {${bytes.length}}\r\n`), bytes]);
}

/** date-time of RFC 9051 section 9, in UTC. */
function internalDate(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] =
    /^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/.exec(date.toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}
