import type { Appearance, Language } from '../ipc/view.ts';

/** What a person has chosen for the window; `language` null follows the system. */
export interface Preferences {
  readonly language: Language | null;
  readonly appearance: Appearance;
  /** Stay in the notification area when the window is closed. */
  readonly closeToTray: boolean;
}

export const usualPreferences: Preferences = { language: null, appearance: 'system', closeToTray: false };

export const languages: readonly Language[] = ['en', 'de', 'fr', 'es', 'ja', 'ar'];

/** The language of ours for a system locale like `de-AT`; English where we have none. Pure. */
export function languageOf(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_.]/)[0];
  return languages.find((language) => language === wanted) ?? 'en';
}
