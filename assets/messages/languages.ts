/** The languages of Gatepass by their own names, and the locale each is formatted in when the system names none. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de', direction: 'ltr' },
  fr: { name: 'Français', locale: 'fr', direction: 'ltr' },
  es: { name: 'Español', locale: 'es', direction: 'ltr' },
  ja: { name: '日本語', locale: 'ja', direction: 'ltr' },
  ar: { name: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl' },
} as const;

export type LanguageTag = keyof typeof languages;

/** The language of ours that the system's list asks for first; English when it names none of them. */
export function chooseLanguage(systemLanguages: readonly string[]): LanguageTag {
  for (const tag of systemLanguages) {
    const language = tag.toLowerCase().split('-')[0] ?? '';
    if (Object.hasOwn(languages, language)) return language as LanguageTag;
  }
  return 'en';
}

/** The locale for dates and numbers: the system's region of that language where it has one. */
export function localeOf(language: LanguageTag, systemLanguages: readonly string[]): string {
  if (language === 'ar') return languages.ar.locale;
  return (
    systemLanguages.find((tag) => tag.split('-')[0] === language && tag.includes('-')) ??
    languages[language].locale
  );
}
