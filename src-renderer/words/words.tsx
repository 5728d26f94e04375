import { createContext, createElement, Fragment, isValidElement, type ReactNode, use } from 'react';
import { createFormatter } from '../../assets/messages/create-formatter.ts';
import type { WordId } from '../../assets/messages/en.ts';
import type { FaultView } from '../../src-main/ipc/view.ts';
import { createDates, type Dates } from './dates.ts';
import type { LoadedWords } from './load-words.ts';

export type Facts = Readonly<Record<string, string | number>>;
type Chunks = (chunks: readonly ReactNode[]) => ReactNode;

export interface WordsValue extends Dates {
  readonly language: LoadedWords['language'];
  readonly direction: LoadedWords['direction'];
  /** Plain text, for labels, titles and announcements. */
  t(id: WordId, facts?: Facts): string;
  /** Text with its tags and isolated values, for the page. */
  rich(id: WordId, facts?: Readonly<Record<string, string | number | ReactNode | Chunks>>): ReactNode;
  /** "today at 09:12", "on 2 September" */
  at(iso: string): string;
  has(id: string): id is WordId;
  fault(fault: FaultView): { readonly happened: string; readonly now: string };
}

const WordsContext = createContext<WordsValue | null>(null);
export const WordsProvider = WordsContext.Provider;

export function useWords(): WordsValue {
  const words = use(WordsContext);
  if (words === null) throw new Error('no words: a screen outside of the app');
  return words;
}

const spread = (chunks: readonly ReactNode[]): ReactNode => createElement(Fragment, null, ...chunks);

const isolated = (fact: string): ReactNode => <bdi className="latin">{fact}</bdi>;

/** The tags every message may use. */
const tags = {
  b: (chunks: readonly ReactNode[]) => <strong>{spread(chunks)}</strong>,
  q: (chunks: readonly ReactNode[]) => <span className="muted">{spread(chunks)}</span>,
  menu: (chunks: readonly ReactNode[]) => <span className="menu">{spread(chunks)}</span>,
};

/** First-strong isolate and its end: keeps a Latin name in one piece inside a sentence that runs right to left. */
const isolate = (text: string): string => `\u2068${text}\u2069`;

export function createWords(loaded: LoadedWords): WordsValue {
  const format = createFormatter(loaded.locale);
  const dates = createDates(loaded.locale, Date.now);
  const rtl = loaded.direction === 'rtl';
  const plain = (facts: Facts): Facts =>
    rtl
      ? Object.fromEntries(
          Object.entries(facts).map(([name, fact]) => [
            name,
            typeof fact === 'string' && fact !== '' ? isolateFact(name, fact) : fact,
          ]),
        )
      : facts;
  const t: WordsValue['t'] = (id, facts = {}) => String(format(loaded.words[id], plain(facts)));
  return {
    ...dates,
    language: loaded.language,
    direction: loaded.direction,
    t,
    rich(id, facts = {}) {
      const values = Object.fromEntries(
        Object.entries(facts).map(([name, fact]) => [
          name,
          typeof fact === 'string' && !selectors.has(name) ? isolated(fact) : tagOrValue(fact),
        ]),
      );
      const result = format(loaded.words[id], { ...tags, ...values });
      return Array.isArray(result) ? spread(result as ReactNode[]) : (result as ReactNode);
    },
    at: (iso) => t('common.at', { near: dates.nearness(iso), time: dates.time(iso), date: dates.day(iso) }),
    has: (id): id is WordId => Object.hasOwn(loaded.words, id),
    fault(fault) {
      // A fact that main did not give reads as "?": a hole in a sentence is better than no sentence.
      const facts = new Proxy(plain(fault.facts), {
        has: () => true,
        get: (given, name: string) => (Object.hasOwn(given, name) ? given[name] : '?'),
      });
      const words = loaded.faults[fault.code];
      return { happened: String(format(words.happened, facts)), now: String(format(words.now, facts)) };
    },
  };
}

/** Values that choose between texts (ICU select) and are not shown themselves. */
const selectors: ReadonlySet<string> = new Set(['near', 'state', 'system', 'platform', 'generation', 'look']);

function isolateFact(name: string, fact: string): string {
  return selectors.has(name) ? fact : isolate(fact);
}

function tagOrValue(fact: unknown): unknown {
  if (typeof fact !== 'function') return fact;
  const wrap = fact as Chunks;
  return (chunks: readonly ReactNode[]) => {
    const made = wrap(chunks);
    return isValidElement(made) ? made : spread([made]);
  };
}
