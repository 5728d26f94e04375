import { version } from '../../package.json';
import type { Command, CommandOption } from './command.ts';
import { commands, commonOptions } from './commands.ts';

export { version };

/** The overview of all commands. */
export function overviewHelp(): string {
  const rows = commands.map((command) => [usage(command), command.summary] as const);
  return [
    'Gatepass: a working mail app for your mailbox on a Stalwart server.',
    '',
    ...columns(rows),
    '',
    'Every command: --json for one line of JSON on stdout, --help for its options.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 you must sign in, 4 not found, 5 keychain not available.',
    'GATEPASS_HOME moves everything Gatepass keeps; NODE_EXTRA_CA_CERTS adds a certificate authority.',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const options = [...command.options, ...commonOptions];
  return [
    `gatepass ${usage(command)}`,
    command.summary,
    '',
    ...columns(command.arguments.map((argument) => [argument.name, argument.summary] as const)),
    ...columns(options.map((option) => [optionWord(option), option.summary] as const)),
    '',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n');
}

function usage(command: Command): string {
  const required = command.arguments.map((argument) => argument.name);
  return [...command.path, ...required].join(' ');
}

function optionWord(option: CommandOption): string {
  return option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
