/** One line of an IMAP server (RFC 9051 section 7). */
export type ImapAnswer =
  | { readonly kind: 'continue' }
  | {
      readonly kind: 'untagged' | 'tagged';
      /** Empty when untagged. */
      readonly tag: string;
      /** Upper case: OK, NO, BAD, BYE, PREAUTH, CAPABILITY ... */
      readonly word: string;
      /** The response code's name, upper case, without the brackets. */
      readonly code: string | null;
      /** Of a CAPABILITY answer or response code; upper case. */
      readonly capabilities: ReadonlySet<string> | null;
      /** May hold anything, a token too (0.16.1): look at it, never pass it on. */
      readonly text: string;
    };

/** Pure. @returns null for a line that is not IMAP */
export function parseImapAnswer(line: string): ImapAnswer | null {
  if (/^\+( |$)/.test(line)) return { kind: 'continue' };
  const match = /^(\*|[A-Za-z0-9]{1,32}) ([A-Za-z0-9]{1,32})(?: (.*))?$/.exec(line);
  if (!match) return null;
  const [, tag = '', word = '', rest = ''] = match;
  const upper = word.toUpperCase();
  const code = statusWords.has(upper) ? /^\[([!-Z\\^-~]+)(?: ([^\]]*))?\] ?/.exec(rest) : null;
  const list =
    upper === 'CAPABILITY' ? rest : code?.[1]?.toUpperCase() === 'CAPABILITY' ? (code[2] ?? '') : null;
  return {
    kind: tag === '*' ? 'untagged' : 'tagged',
    tag: tag === '*' ? '' : tag,
    word: upper,
    code: code?.[1]?.toUpperCase() ?? null,
    capabilities: list === null ? null : new Set(list.toUpperCase().split(' ').filter(Boolean)),
    text: code ? rest.slice(code[0].length) : rest,
  };
}

const statusWords: ReadonlySet<string> = new Set(['OK', 'NO', 'BAD', 'BYE', 'PREAUTH']);
