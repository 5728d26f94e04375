import { IntlMessageFormat } from 'intl-messageformat';

/** ICU text, or the same parsed when the bundle was built, so that the window needs no parser. */
export type Message = string | ConstructorParameters<typeof IntlMessageFormat>[0];

export type Values = Readonly<Record<string, unknown>>;

/**
 * Fills messages of one language. Used by the main process with ICU text and by the window with parsed messages.
 *
 * @param locale BCP 47 tag that decides plurals, numbers and dates
 * @returns the text, or the list of its parts where a value or tag is not text
 */
export function createFormatter(locale: string): (message: Message, values?: Values) => unknown {
  const parsed = new Map<Message, IntlMessageFormat>();
  return (message, values = {}) => {
    // Most messages are plain text, which the build leaves as it is.
    if (typeof message === 'string' && !/[{<]/.test(message)) return message;
    const format =
      parsed.get(message) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: false });
    parsed.set(message, format);
    return format.format(values as Parameters<IntlMessageFormat['format']>[0]);
  };
}
