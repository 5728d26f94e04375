import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { ar } from '../../assets/messages/ar.ts';
import { createFormatter } from '../../assets/messages/create-formatter.ts';
import { de } from '../../assets/messages/de.ts';
import { en } from '../../assets/messages/en.ts';
import { es } from '../../assets/messages/es.ts';
import { faultsAr } from '../../assets/messages/faults.ar.ts';
import { faultsDe } from '../../assets/messages/faults.de.ts';
import { faultsEn } from '../../assets/messages/faults.en.ts';
import { faultsEs } from '../../assets/messages/faults.es.ts';
import { faultsFr } from '../../assets/messages/faults.fr.ts';
import { faultsJa } from '../../assets/messages/faults.ja.ts';
import { fr } from '../../assets/messages/fr.ts';
import { ja } from '../../assets/messages/ja.ts';
import { chooseLanguage, languages, localeOf } from '../../assets/messages/languages.ts';

type Texts = Readonly<Record<string, string>>;

const source = flat(en, faultsEn);
const translations: Readonly<Record<string, Texts>> = {
  de: flat(de, faultsDe),
  fr: flat(fr, faultsFr),
  es: flat(es, faultsEs),
  ja: flat(ja, faultsJa),
  ar: flat(ar, faultsAr),
};

function flat(words: Texts, faults: Readonly<Record<string, { happened: string; now: string }>>): Texts {
  const entries = Object.entries(faults).flatMap(([code, { happened, now }]) => [
    [`fault ${code} happened`, happened],
    [`fault ${code} now`, now],
  ]);
  return { ...words, ...Object.fromEntries(entries) };
}

/** Names of the arguments and tags of a message, in every branch. */
function placeholders(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural)
        for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return found;
}

describe('The words in every language', () => {
  test.each(Object.entries(translations))('%s has every message and no other', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(source).sort());
  });

  test.each(Object.entries(translations))('%s has the same arguments and tags', (_, texts) => {
    const differing = Object.keys(source).filter(
      (id) =>
        [...placeholders(texts[id] ?? '')].sort().join() !==
        [...placeholders(source[id] ?? '')].sort().join(),
    );
    expect(differing).toEqual([]);
  });

  test.each(Object.entries(translations))('%s leaves no English behind', (language, texts) => {
    // Names, units and words that happen to be the same.
    const same = Object.keys(source).filter(
      (id) => texts[id] === source[id] && /[a-z]{3}/i.test(source[id] ?? ''),
    );
    const known: Readonly<Record<string, readonly string[]>> = {
      '*': ['common.title', 'pick.platform', 'home.toolOf', 'common.at', 'common.seconds'],
      de: [
        'name.name',
        'nav.diagnosis',
        'diagnosis.title',
        'common.copyWhat',
        'found.organisation',
        'home.about',
      ],
      fr: ['found.organisation', 'home.about', 'common.dayTime', 'field.contacts'],
      es: ['home.about', 'common.dayTime'],
    };
    const allowed = [...(known['*'] ?? []), ...(known[language] ?? [])];
    expect(
      same.filter((id) => !allowed.includes(id) && !/^\{\w+\}[^a-z]*\{\w+\}$/.test(source[id] ?? '')),
    ).toEqual([]);
  });

  test.each(Object.entries({ en: source, ...translations }))(
    '%s covers every plural form of its language',
    (language, texts) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const incomplete = Object.entries(texts).filter(([, text]) => {
        let missing = false;
        const walk = (elements: readonly MessageFormatElement[]): void => {
          for (const element of elements) {
            if (element.type === TYPE.plural) {
              const options = Object.keys(element.options);
              if (!options.includes('other')) missing = true;
              // "one" may be left to "other" only where the number itself is shown in the same way.
              if (
                forms.includes('one') &&
                !options.some((option) => option === 'one' || option.startsWith('='))
              )
                missing = true;
            }
            if (element.type === TYPE.select || element.type === TYPE.plural)
              for (const option of Object.values(element.options)) walk(option.value);
            if (element.type === TYPE.tag) walk(element.children);
          }
        };
        walk(parse(text));
        return missing;
      });
      expect(incomplete.map(([id]) => id)).toEqual([]);
    },
  );

  test('no message says please, sorry, or shouts', () => {
    const wrong = Object.entries(source).filter(([, text]) => /please|sorry|!(?=\s|$)|\boops\b/i.test(text));
    expect(wrong).toEqual([]);
  });

  test('"app password" comes with "not the password you sign in with" where one is made, shown or typed', () => {
    for (const id of ['welcome.two', 'name.lead', 'common.notYours', 'pick.passwordMeans'])
      expect(source[id]).toMatch(/not the password you sign in with/i);
  });

  test('a formatter counts and chooses as its language does', () => {
    expect(createFormatter('ar')(ar['home.daysLeft'], { days: 3 })).toBe('بقيت 3 أيام');
    expect(createFormatter('de')(de['home.daysLeft'], { days: 1 })).toBe('Noch 1 Tag');
    expect(createFormatter('ja')(ja['home.daysLeft'], { days: 0 })).toBe('今日まで');
  });
});

describe('Which language is shown', () => {
  test('the first of the system’s languages that there are words in, else English', () => {
    expect(chooseLanguage(['pt-BR', 'fr-CA', 'de'])).toBe('fr');
    expect(chooseLanguage(['nl-NL'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
    expect(chooseLanguage(['constructor'])).toBe('en');
  });

  test('dates follow the system’s region of that language', () => {
    expect(localeOf('en', ['en-US', 'de'])).toBe('en-US');
    expect(localeOf('en', ['de'])).toBe(languages.en.locale);
  });
});

describe('The code asks for messages that exist, with the arguments they have', () => {
  const calls = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => callsIn(join('src-renderer', file)));

  test('there are calls to look at', () => {
    expect(calls.length).toBeGreaterThan(200);
  });

  test('every literal call has exactly the arguments of its message', () => {
    const wrong = calls.flatMap(({ where, id, given }) => {
      const text = source[id];
      if (text === undefined) return [`${where}: no message ${id}`];
      const wanted = [...placeholders(text)]
        .map((name) => name.replace(/^<(\w+)>$/, '$1'))
        .filter((name) => !['b', 'q', 'menu'].includes(name));
      const same = wanted.sort().join() === [...given].sort().join();
      return same ? [] : [`${where}: ${id} wants (${wanted.join()}), gets (${given.join()})`];
    });
    expect(wrong).toEqual([]);
  });
});

interface Call {
  readonly where: string;
  readonly id: string;
  readonly given: readonly string[];
}

/** Calls of `t` and `rich` whose message is written out, and whose arguments are too. */
function callsIn(file: string): readonly Call[] {
  const tree = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    if (node.expression.text !== 't' && node.expression.text !== 'rich') return;
    const [first, second] = node.arguments;
    if (first === undefined || (second !== undefined && !ts.isObjectLiteralExpression(second))) return;
    const given = (second?.properties ?? []).map((property) => property.name?.getText() ?? '');
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const id of literals(first)) calls.push({ where: `${file}:${line}`, id, given });
  };
  visit(tree);
  return calls;
}

/** The texts an argument can be: itself, or either side of a condition. */
function literals(node: ts.Node): readonly string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  return [];
}
