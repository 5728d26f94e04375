import { Fault } from '../fault.ts';
import { appleMail } from './catalogue/apple-mail.ts';
import { other } from './catalogue/other.ts';
import { outlook } from './catalogue/outlook.ts';
import { outlookNew } from './catalogue/outlook-new.ts';
import { thunderbird } from './catalogue/thunderbird.ts';
import type { MailApp } from './mail-app.ts';

/** Every mail app Gatepass knows, in the order they are offered. */
export const catalogue: readonly MailApp[] = [thunderbird, appleMail, outlook, outlookNew, other];

/**
 * By id, alias or name, in any case.
 * @throws Fault input.unknown-mail-app (facts `app`, `known`)
 */
export function findMailApp(name: string): MailApp {
  const wanted = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const found = catalogue.find(
    ({ id, aliases, name: full }) =>
      id === wanted || aliases.includes(wanted) || full.toLowerCase() === name.trim().toLowerCase(),
  );
  if (found) return found;
  throw new Fault('input.unknown-mail-app', 'not in the catalogue', {
    facts: { app: name.slice(0, 60), known: catalogue.map(({ id }) => id).join(', ') },
  });
}
