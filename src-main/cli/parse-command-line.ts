import { parseArgs } from 'node:util';
import { Fault } from '../fault.ts';
import type { Command } from './command.ts';
import { commands, commonOptions } from './commands.ts';

export type CommandLine =
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly positionals: readonly string[];
      readonly options: Readonly<Record<string, string | boolean | undefined>>;
    };

/**
 * Reads the words after `gatepass`.
 * @throws Fault input.invalid for an unknown command or option, a missing or superfluous argument
 */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const first = words[0];
  if (first === undefined || first === 'help' || first === '--help') return { kind: 'help', command: null };
  if (first === '--version') return { kind: 'version' };
  const command = commands.find((candidate) => candidate.path.every((word, index) => words[index] === word));
  if (!command) {
    const group = commands.some((candidate) => candidate.path[0] === first);
    if (group && (words[1] === undefined || words[1] === '--help')) return { kind: 'help', command: null };
    throw invalid(`there is no command “${words.slice(0, group ? 2 : 1).join(' ')}”`);
  }
  const { values, positionals } = parseOptions(command, words.slice(command.path.length));
  if (values['help'] === true) return { kind: 'help', command };
  checkArguments(command, positionals);
  return { kind: 'run', command, positionals, options: values };
}

function parseOptions(command: Command, words: readonly string[]) {
  const options = Object.fromEntries(
    [...command.options, ...commonOptions].map((option) => [
      option.name,
      { type: option.value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw invalid(cause instanceof Error ? firstSentence(cause.message) : 'the options', cause);
  }
}

function checkArguments(command: Command, positionals: readonly string[]): void {
  const missing = command.arguments.filter((argument) => argument.required)[positionals.length];
  if (missing)
    throw invalid(`${missing.name} (${missing.summary}) is missing after “${command.path.join(' ')}”`);
  const superfluous = positionals[command.arguments.length];
  if (superfluous !== undefined) throw invalid(`“${superfluous}” is one word too many`);
}

function firstSentence(text: string): string {
  return (text.split(/[.\n]/)[0] ?? text).trim();
}

function invalid(what: string, cause?: unknown): Fault {
  return new Fault('input.invalid', 'bad command line', { facts: { what }, cause });
}
