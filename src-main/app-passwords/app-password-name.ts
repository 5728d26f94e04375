import { type Random, randomText } from './random-text.ts';

export interface AppPasswordName {
  /** `<mail app>-<tag>`: the keychain item and the argument of `gatepass passwords show`. */
  readonly id: string;
  /** What the server lists: `<label> on <host> (<tag>)`, or `<name> (<tag>)` where a person named it. */
  readonly description: string;
}

export interface NameParts {
  /** Id of the mail app in the catalogue, `[a-z0-9-]`. */
  readonly mailApp: string;
  /** Its name for people. */
  readonly mailAppName: string;
  /** Name of this computer. */
  readonly host: string;
  /** What the person wants to call it, instead of mail app and computer. */
  readonly name?: string | null;
}

const tagLength = 6;
const longestPart = 60;
const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z2-7]{6}$/;
const tagPattern = /\(([a-z2-7]{6})\)$/;

/**
 * Names a new app password. The tag makes the description unique, so that one whose answer was lost is found again,
 * and joins what the server lists with the keychain item. Pure but for `random`.
 */
export function nameAppPassword(parts: NameParts, random: Random): AppPasswordName {
  const tag = randomText(random, tagLength);
  const label =
    tidy(parts.name ?? '') || `${tidy(parts.mailAppName)} on ${tidy(parts.host) || 'this computer'}`;
  return { id: `${parts.mailApp}-${tag}`, description: `${label} (${tag})` };
}

/** Whether `text` can be the id of an app password made by Gatepass. */
export function isAppPasswordId(text: string): boolean {
  return text.length <= 80 && idPattern.test(text);
}

/** The tag in a description or id made by `nameAppPassword`, else null. */
export function tagOf(text: string): string | null {
  return tagPattern.exec(text)?.[1] ?? (isAppPasswordId(text) ? text.slice(-tagLength) : null);
}

/** The description without its tag: what people call it. */
export function labelOf(description: string): string {
  return description.replace(tagPattern, '').trimEnd() || description;
}

/** One line without control or formatting characters (a reversed description would lie), and not too long. */
function tidy(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, longestPart).join('').trim();
}
