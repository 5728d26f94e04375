import type { App } from '../app.ts';
import type { Vault } from '../vault/vault.ts';
import type { Output } from './output.ts';

export interface CommandArgument {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
}

export interface CommandOption {
  readonly name: string;
  /** Placeholder of its value in the help; absent for a switch. */
  readonly value?: string;
  readonly summary: string;
}

/** What a command is handed. `app` and `vault` are made on first use, so that a quick command loads little. */
export interface CommandCall {
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | null;
  readonly on: (option: string) => boolean;
  readonly app: () => Promise<App>;
  readonly vault: () => Promise<Vault>;
  readonly out: Output;
  readonly signal: AbortSignal;
}

export interface CommandModule {
  /** Does it; a Fault ends the process with its exit code. */
  readonly run: (call: CommandCall) => Promise<void>;
}

/** One command as data: parsing, help and (later) completions and the manual come from it. */
export interface Command {
  /** `['passwords', 'create']` */
  readonly path: readonly string[];
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  readonly load: () => Promise<CommandModule>;
}
