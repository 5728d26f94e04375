import { flatTexts, type ImapToken, imapQuoted } from './imap-command.ts';
import { statusLine } from './imap-status.ts';
import type { Mailbox } from './mail-store.ts';

/** The untagged lines of LIST and LSUB, with the STATUS lines a client may ask for beside them (RFC 5819). */
export function imapFolderList(mailbox: Mailbox, name: 'LIST' | 'LSUB', args: readonly ImapToken[]): string {
  // LIST (SPECIAL-USE) "" "*" RETURN (...): selection options come first (RFC 5258).
  const selection = args[0]?.kind === 'list' ? flatTexts([args[0]]) : [];
  const [reference, pattern, ...options] = args[0]?.kind === 'list' ? args.slice(1) : args;
  const patterns = pattern === undefined ? [] : flatTexts([pattern]);
  const prefix = reference?.kind === 'text' ? reference.text : '';
  // The empty pattern asks for the separator only (RFC 9051 section 6.3.9).
  if (patterns.length === 1 && patterns[0] === '' && name === 'LIST') return '* LIST (\\NoSelect) "/" ""\r\n';
  const returned = options.at(-1);
  const statusAt =
    returned?.kind === 'list'
      ? returned.items.findIndex((item) => item.kind === 'text' && /^STATUS$/i.test(item.text))
      : -1;
  const statusItems = returned?.kind === 'list' && statusAt >= 0 ? returned.items[statusAt + 1] : undefined;
  const onlySpecial = selection.some((word) => /^SPECIAL-USE$/i.test(word));
  const lines = mailbox.folders
    .filter((folder) => !onlySpecial || folder.use !== '')
    .filter((folder) => patterns.some((each) => matches(`${prefix}${each}`, folder.name)))
    .map((folder) => {
      const list = `* ${name} (${folder.use}) "/" ${imapQuoted(folder.name)}\r\n`;
      return statusItems ? `${list}${statusLine(folder, flatTexts([statusItems]))}` : list;
    });
  return lines.join('');
}

/** `*` is any text, `%` any text within one level; there is only one level here. */
function matches(pattern: string, name: string): boolean {
  const pieces = pattern.split(/[*%]+/);
  if (pieces.length === 1) return pattern === name || (pattern.toUpperCase() === 'INBOX' && name === 'INBOX');
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  let at = first.length;
  if (!name.startsWith(first)) return false;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
