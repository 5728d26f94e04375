import type { Account } from './account.ts';
import { JmapError } from './jmap-error.ts';

/**
 * One member of the filter of `x:Account/query`: `name` is compared whole, `text` word by word with name, aliases and description (finding 21).
 * @throws JmapError `unsupportedFilter`
 */
export function accountFilter(name: string, value: unknown): (account: Account) => boolean {
  if (typeof value !== 'string') {
    throw new JmapError('unsupportedFilter', name);
  }
  switch (name) {
    case 'name':
      return ({ emails }) => emails[0]?.split('@')[0] === value;
    case 'text': {
      const wanted = wordsOf(value);
      return ({ emails, description }) => {
        const words = [...emails.map((email) => email.split('@')[0] ?? ''), description ?? ''].flatMap(
          wordsOf,
        );
        return wanted.every((word) => words.includes(word));
      };
    }
    default:
      throw new JmapError('unsupportedFilter', name);
  }
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
