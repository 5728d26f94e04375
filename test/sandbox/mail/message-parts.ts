import { imapQuoted } from './imap-command.ts';

export interface MessageParts {
  /** With the empty line that ends it. */
  readonly header: Buffer;
  readonly body: Buffer;
  /** Unfolded values of one header field, first one first. */
  values(field: string): readonly string[];
}

/** Takes a message apart into header and body; MIME parts inside the body are left together. */
export function messageParts(raw: Buffer): MessageParts {
  const end = raw.indexOf('\r\n\r\n');
  const header = end < 0 ? raw : raw.subarray(0, end + 4);
  const body = end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4);
  const fields = header
    .toString('utf8')
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  return {
    header,
    body,
    values(field) {
      const prefix = `${field.toLowerCase()}:`;
      return fields
        .filter((line) => line.toLowerCase().startsWith(prefix))
        .map((line) => line.slice(prefix.length).trim());
    },
  };
}

/** ENVELOPE of RFC 9051 section 7.5.2. */
export function imapEnvelope(parts: MessageParts): string {
  const one = (field: string) => nullable(parts.values(field)[0]);
  const people = (field: string) => addressList(parts.values(field)[0] ?? '');
  const from = people('From');
  const or = (list: string) => (list === 'NIL' ? from : list);
  return `(${[
    one('Date'),
    one('Subject'),
    from,
    or(people('Sender')),
    or(people('Reply-To')),
    people('To'),
    people('Cc'),
    people('Bcc'),
    one('In-Reply-To'),
    one('Message-ID'),
  ].join(' ')})`;
}

/** BODYSTRUCTURE of a message served as one text part, whatever is inside it. */
export function imapBodyStructure(parts: MessageParts, extended: boolean): string {
  const lines = parts.body.toString('latin1').split('\n').length - 1;
  const basic = `"TEXT" "PLAIN" ("CHARSET" "UTF-8") NIL NIL "8BIT" ${parts.body.length} ${lines}`;
  return extended ? `(${basic} NIL NIL NIL NIL)` : `(${basic})`;
}

function addressList(value: string): string {
  const people = value.split(',').flatMap((each) => {
    const found = /^\s*(?:"?([^"<]*?)"?\s*<)?([^<>@\s]+)@([^<>@\s]+?)>?\s*$/.exec(each);
    return found
      ? [`(${nullable(found[1] || undefined)} NIL ${nullable(found[2])} ${nullable(found[3])})`]
      : [];
  });
  return people.length === 0 ? 'NIL' : `(${people.join('')})`;
}

function nullable(value: string | undefined): string {
  return value === undefined ? 'NIL' : imapQuoted(value);
}
