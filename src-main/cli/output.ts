import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { type Fault, toFault } from '../fault.ts';
import { faultWords } from '../fault-words.ts';

export type Style = 'bold' | 'dim' | 'green' | 'red' | 'cyan' | 'underline';

/** Where a command speaks: its result on stdout, everything else on stderr. */
export interface Output {
  readonly json: boolean;
  /** True when stderr is a terminal whose lines may be redrawn. */
  readonly live: boolean;
  /** The result: `value` as one line of JSON with --json, else `text`. */
  result(value: unknown, text: string): void;
  /** Words beside the result; on stderr. */
  say(text: string): void;
  /** Raw characters on stderr, for lines that are redrawn. */
  draw(text: string): void;
  style(style: Style, text: string): string;
  fault(fault: Fault): void;
}

export interface OutputStreams {
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Sixteen-colour styles only, so that the terminal's own colours apply; none with NO_COLOR or without a terminal. */
export function createOutput(streams: OutputStreams, json: boolean): Output {
  const live = streams.stderr.isTTY === true && streams.env['TERM'] !== 'dumb';
  const coloured = live && !streams.env['NO_COLOR'];
  const style = (name: Style, text: string) =>
    coloured ? styleText(name, text, { validateStream: false }) : text;
  const say = (text: string) => void streams.stderr.write(`${text}\n`);
  return {
    json,
    live: live && !json,
    result: (value, text) => void streams.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`),
    say,
    draw: (text) => void streams.stderr.write(text),
    style,
    fault: (fault) => {
      const words = faultWords(toFault(fault));
      if (json) streams.stdout.write(`${JSON.stringify(faultJson(fault))}\n`);
      say(`${style('red', '✗')} ${words.happened}`);
      if (words.now !== '') say(`  ${words.now}`);
    },
  };
}

function faultJson(fault: Fault): unknown {
  const words = faultWords(fault);
  return {
    error: {
      code: fault.code,
      message: words.happened,
      next: words.now,
      retryable: fault.retryable,
      facts: fault.facts,
    },
  };
}
