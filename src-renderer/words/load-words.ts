import type { Words } from '../../assets/messages/en.ts';
import type { Faults } from '../../assets/messages/faults.en.ts';
import { type LanguageTag, languages, localeOf } from '../../assets/messages/languages.ts';

export interface LoadedWords {
  readonly language: LanguageTag;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
  readonly faults: Faults;
}

type Files = readonly [words: Words, faults: Faults];

/** Each language is a file of its own, read when it is needed. */
const files: Readonly<Record<LanguageTag, () => Promise<Files>>> = {
  en: async () => {
    const [{ en }, { faultsEn }] = await Promise.all([
      import('../../assets/messages/en.ts'),
      import('../../assets/messages/faults.en.ts'),
    ]);
    return [en, faultsEn];
  },
  de: async () => {
    const [{ de }, { faultsDe }] = await Promise.all([
      import('../../assets/messages/de.ts'),
      import('../../assets/messages/faults.de.ts'),
    ]);
    return [de, faultsDe];
  },
  fr: async () => {
    const [{ fr }, { faultsFr }] = await Promise.all([
      import('../../assets/messages/fr.ts'),
      import('../../assets/messages/faults.fr.ts'),
    ]);
    return [fr, faultsFr];
  },
  es: async () => {
    const [{ es }, { faultsEs }] = await Promise.all([
      import('../../assets/messages/es.ts'),
      import('../../assets/messages/faults.es.ts'),
    ]);
    return [es, faultsEs];
  },
  ja: async () => {
    const [{ ja }, { faultsJa }] = await Promise.all([
      import('../../assets/messages/ja.ts'),
      import('../../assets/messages/faults.ja.ts'),
    ]);
    return [ja, faultsJa];
  },
  ar: async () => {
    const [{ ar }, { faultsAr }] = await Promise.all([
      import('../../assets/messages/ar.ts'),
      import('../../assets/messages/faults.ar.ts'),
    ]);
    return [ar, faultsAr];
  },
};

export async function loadWords(language: LanguageTag): Promise<LoadedWords> {
  const [words, faults] = await files[language]();
  return {
    language,
    locale: localeOf(language, navigator.languages),
    direction: languages[language].direction,
    words,
    faults,
  };
}
