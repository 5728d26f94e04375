import type { LineSocket } from './line-socket.ts';

/** A word, string or literal (`text`), or a parenthesised list. */
export type ImapToken =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Buffer }
  | { readonly kind: 'list'; readonly items: readonly ImapToken[] };

export type ImapCommand =
  | {
      readonly kind: 'command';
      readonly tag: string;
      readonly name: string;
      readonly args: readonly ImapToken[];
    }
  | { readonly kind: 'malformed'; readonly tag: string; readonly why: string };

/** Stalwart's default for one request. */
const largestLiteral = 52_428_800;
const deepestList = 20;

/**
 * Reads one command with its literals (RFC 9051 section 4.3), inviting those that wait for it.
 * @returns null when the connection is over
 */
export async function readImapCommand(socket: LineSocket): Promise<ImapCommand | null> {
  const parts: (string | Buffer)[] = [];
  for (;;) {
    const line = await socket.readLine();
    if (line === null) return null;
    const literal = /\{(\d{1,15})(\+?)\}$/.exec(line);
    if (literal === null) {
      parts.push(line);
      return parse(parts);
    }
    const size = Number(literal[1]);
    if (size > largestLiteral) {
      const tag = String(parts[0] ?? line).split(' ')[0] ?? '';
      return {
        kind: 'malformed',
        tag,
        why: `Literal exceeds the maximum request size of ${largestLiteral} bytes.`,
      };
    }
    if (literal[2] === '') await socket.write(`+ Ready for ${size} bytes.\r\n`);
    const bytes = await socket.readBytes(size);
    if (bytes === null) return null;
    parts.push(line.slice(0, literal.index), bytes);
  }
}

function parse(parts: readonly (string | Buffer)[]): ImapCommand {
  const [first = ''] = parts;
  const head = /^(\S+)(?: +(\S+)(?: +(.*))?)?$/.exec(String(first).trimEnd());
  const tag = head?.[1] ?? '';
  const name = (head?.[2] ?? '').toUpperCase();
  if (name === '')
    return { kind: 'malformed', tag, why: `Missing command after tag "${tag}", found CRLF instead.` };
  const args = tokenize([head?.[3] ?? '', ...parts.slice(1)]);
  if (args === null) return { kind: 'malformed', tag, why: 'Invalid arguments.' };
  return { kind: 'command', tag, name, args };
}

/** Null for unbalanced quotes or parentheses. */
function tokenize(parts: readonly (string | Buffer)[]): readonly ImapToken[] | null {
  const stack: ImapToken[][] = [[]];
  const add = (token: ImapToken) => void stack.at(-1)?.push(token);
  for (const part of parts) {
    if (typeof part !== 'string') {
      add(text(part));
      continue;
    }
    // An atom may carry a section in brackets with spaces and parentheses of its own: BODY.PEEK[HEADER.FIELDS (DATE)]<0.9>
    const pattern = /\s+|(\()|(\))|"((?:[^"\\]|\\.)*)"|((?:\[[^\]]*\]|[^\s()"[\]])+\]?)|(.)/gy;
    for (const [, open, close, quoted, atom, other] of part.matchAll(pattern)) {
      if (open !== undefined) {
        if (stack.length > deepestList) return null;
        stack.push([]);
      } else if (close !== undefined) {
        const items = stack.pop();
        if (items === undefined || stack.length === 0) return null;
        add({ kind: 'list', items });
      } else if (quoted !== undefined) add(text(Buffer.from(quoted.replace(/\\(.)/g, '$1'))));
      else if (atom !== undefined) add(text(Buffer.from(atom)));
      else if (other !== undefined) return null;
    }
  }
  const [args] = stack;
  return stack.length === 1 && args !== undefined ? args : null;
}

function text(bytes: Buffer): ImapToken {
  return { kind: 'text', text: bytes.toString('utf8'), bytes };
}

/** The texts among `tokens`, with those of nested lists. */
export function flatTexts(tokens: readonly ImapToken[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'text' ? [token.text] : flatTexts(token.items)));
}

/** A string as IMAP writes it (RFC 9051 section 4.3). */
export function imapQuoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/[\r\n\0]/g, ' ')}"`;
}
