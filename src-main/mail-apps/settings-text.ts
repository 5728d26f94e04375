import type { Settings, SettingsStep } from './settings.ts';

/** Characters a line may have; the mockups' text column. */
const lineWidth = 76;
const indent = '     ';

/** The settings as a person reads them in a terminal: numbered steps, values in aligned columns. Pure. */
export function settingsText(settings: Settings): string {
  const blocks = [
    `Set up ${settings.mailApp.name} for ${printable(settings.address)}`,
    ...(settings.badge === null ? [] : [wrap(`Note: ${settings.badge}`, '  ', '  ')]),
    ...settings.steps.map((step, index) => stepText(step, index + 1)),
    ...(settings.appPassword === null
      ? [
          // The command stays on one line, to be copied.
          `  There is no app password for it yet. Make one:\n  gatepass passwords create --app ${settings.mailApp.id}`,
        ]
      : []),
  ];
  return blocks.join('\n\n');
}

function stepText({ text, fields }: SettingsStep, number: number): string {
  const width = Math.max(0, ...fields.map(({ label }) => label.length));
  const lines = fields.map(({ label, value }) => `${indent}${label.padEnd(width)}   ${printable(value)}`);
  return [wrap(text, `${String(number).padStart(3)}. `, indent), ...lines].join('\n');
}

/** Breaks between words; a word that is longer than a line stays whole, so that it can be copied. */
function wrap(text: string, first: string, next: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of printable(text).split(' ')) {
    if (!empty && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = next;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Names come from servers: none may steer the terminal, or turn the reading direction around. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
