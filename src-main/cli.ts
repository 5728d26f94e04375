#!/usr/bin/env node
import process from 'node:process';
import type { CommandCall } from './cli/command.ts';
import { exitCode } from './cli/exit-code.ts';
import { createOutput, type Output } from './cli/output.ts';
import { type CommandLine, parseCommandLine } from './cli/parse-command-line.ts';
import { Fault, toFault } from './fault.ts';

// Composition root of the terminal. What a command does not need is not loaded: `passwords show` is asked at every
// login of some mail apps.

const interrupted = 130;

async function main(words: readonly string[]): Promise<number> {
  const out = createOutput(process, words.includes('--json'));
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort(new Error('interrupted')));
  process.once('SIGTERM', () => interrupt.abort(new Error('terminated')));
  try {
    const line = parseCommandLine(words);
    if (line.kind === 'run') await runCommand(line, out, interrupt.signal);
    else await showHelp(line, out);
    return 0;
  } catch (thrown) {
    if (interrupt.signal.aborted) return interrupted;
    const fault = await noted(toFault(thrown));
    out.fault(fault);
    if (fault.code === 'vault.timeout') await leaveStuck(fault);
    return exitCode(fault.code);
  }
}

async function runCommand(
  line: Extract<CommandLine, { kind: 'run' }>,
  out: Output,
  signal: AbortSignal,
): Promise<void> {
  const vault = async () => (await import('./vault/keytar-vault.ts')).createKeytarVault();
  const call: CommandCall = {
    positionals: line.positionals,
    text: (option) => {
      const value = line.options[option];
      return typeof value === 'string' ? value : null;
    },
    on: (option) => line.options[option] === true,
    vault,
    app: async () => (await import('./node-app.ts')).createNodeApp({ vault: await vault() }),
    out,
    signal,
  };
  const { run } = await line.command.load();
  await run(call);
}

async function showHelp(
  line: Extract<CommandLine, { kind: 'help' | 'version' }>,
  out: Output,
): Promise<void> {
  const { commandHelp, overviewHelp, version } = await import('./cli/help.ts');
  if (line.kind === 'version') out.result({ version }, version);
  else {
    const help = line.command ? commandHelp(line.command) : overviewHelp();
    out.result({ help }, help);
  }
}

/** A bug is the only fault whose cause people cannot see: it goes to the log, and its words say where that is. */
async function noted(fault: Fault): Promise<Fault> {
  if (fault.code !== 'bug') return fault;
  const { createNodeLog, nodeLogPath } = await import('./node-app.ts');
  const cause = fault.cause instanceof Error ? fault.cause : null;
  createNodeLog().warn('bug', { name: cause?.name ?? 'unknown', where: firstFrame(cause?.stack) });
  return new Fault('bug', fault.message, { cause: fault.cause, facts: { log: nodeLogPath() } });
}

/** The keychain's own thread still waits, and node would wait for it however long that takes. */
async function leaveStuck(fault: Fault): Promise<void> {
  const { endProcess } = await import('./platform/end-process.ts');
  await endProcess(exitCode(fault.code), { stuck: true });
}

function firstFrame(stack: string | undefined): string {
  return (
    stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? 'unknown'
  );
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
