import type { MenuWords } from '../../src-main/electron/menu.ts';
import type { TrayOptions } from '../../src-main/electron/tray.ts';
import type { Language } from '../../src-main/ipc/view.ts';
import type { ReceiverTexts } from '../../src-main/sign-in/receiver-page.ts';
import { shellAr } from './shell.ar.ts';
import { shellDe } from './shell.de.ts';
import { shellEn } from './shell.en.ts';
import { shellEs } from './shell.es.ts';
import { shellFr } from './shell.fr.ts';
import { shellJa } from './shell.ja.ts';

/** What the main process says itself, outside the window. */
export interface ShellWords {
  readonly menu: MenuWords;
  readonly tray: TrayOptions['words'];
  /** The notice after a sign-in, for a person who is still in the browser. */
  readonly signedIn: { readonly title: string; readonly body: string };
  /** The page the browser ends on after a sign-in. */
  readonly browserPage: ReceiverTexts;
}

export const shellWords: Readonly<Record<Language, ShellWords>> = {
  en: shellEn,
  de: shellDe,
  fr: shellFr,
  es: shellEs,
  ja: shellJa,
  ar: shellAr,
};
