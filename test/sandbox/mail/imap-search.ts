import type { ImapToken } from './imap-command.ts';
import type { StoredMail } from './mail-store.ts';
import { messageParts } from './message-parts.ts';
import { sequenceSet } from './sequence-set.ts';

type Test = (mail: StoredMail, number: number) => boolean;

/**
 * The search program of RFC 9051 section 6.4.4, as far as a proof by mail needs it: flags, numbers, header fields, text.
 * @returns null when it holds a key that is not served here
 */
export function searchTest(args: readonly ImapToken[], mails: readonly StoredMail[]): Test | null {
  const tests: Test[] = [];
  let at = 0;
  const next = (): ImapToken | undefined => args[at++];
  const word = (): string | null => {
    const token = next();
    return token?.kind === 'text' ? token.text : null;
  };
  function key(): Test | null {
    const token = next();
    if (token === undefined) return null;
    if (token.kind === 'list') return searchTest(token.items, mails);
    const numbers = sequenceSet(token.text, mails.length);
    if (numbers) return (_mail, number) => numbers(number);
    switch (token.text.toUpperCase()) {
      case 'ALL':
        return () => true;
      case 'SEEN':
        return (mail) => mail.flags.has('\\Seen');
      case 'UNSEEN':
        return (mail) => !mail.flags.has('\\Seen');
      case 'DELETED':
        return (mail) => mail.flags.has('\\Deleted');
      case 'UNDELETED':
        return (mail) => !mail.flags.has('\\Deleted');
      case 'NOT': {
        const inner = key();
        return inner && ((mail, number) => !inner(mail, number));
      }
      case 'UID': {
        const uids = sequenceSet(word() ?? '', mails.at(-1)?.uid ?? 0);
        return uids && ((mail) => uids(mail.uid));
      }
      case 'SUBJECT':
      case 'FROM':
      case 'TO':
        return field(token.text, word());
      case 'HEADER':
        return field(word() ?? '', word());
      case 'TEXT':
      case 'BODY': {
        const wanted = word()?.toLowerCase();
        return wanted === undefined
          ? null
          : (mail) => mail.raw.toString('utf8').toLowerCase().includes(wanted);
      }
      default:
        return null;
    }
  }
  while (at < args.length) {
    const test = key();
    if (test === null) return null;
    tests.push(test);
  }
  return tests.length === 0 ? null : (mail, number) => tests.every((test) => test(mail, number));
}

function field(name: string, value: string | null): Test | null {
  if (name === '' || value === null) return null;
  const wanted = value.toLowerCase();
  return (mail) =>
    messageParts(mail.raw)
      .values(name)
      .some((each) => each.toLowerCase().includes(wanted));
}
