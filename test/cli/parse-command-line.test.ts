import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands, commonOptions } from '../../src-main/cli/commands.ts';
import { exitCode } from '../../src-main/cli/exit-code.ts';
import { commandHelp, overviewHelp } from '../../src-main/cli/help.ts';
import { parseCommandLine } from '../../src-main/cli/parse-command-line.ts';
import { Fault, faultCodes } from '../../src-main/fault.ts';

describe('the command line', () => {
  test('reads a command of two words, its options and its argument', () => {
    const line = parseCommandLine(['passwords', 'show', 'thunderbird-k7f2qd', '--json']);
    expect(line).toMatchObject({ kind: 'run', positionals: ['thunderbird-k7f2qd'], options: { json: true } });
  });

  test.each([
    [['nonsense']],
    [['passwords', 'nonsense']],
    [['sign-in']],
    [['sign-in', 'a@b.c', 'd@e.f']],
    [['sign-in', 'a@b.c', '--nonsense']],
    [['sign-in', 'a@b.c', '--server']],
    [['accounts', '--json=yes']],
  ])('%j is wrong usage', (words) => {
    expect(() => parseCommandLine(words)).toThrow(expect.objectContaining({ code: 'input.invalid' }));
    expect(exitCode('input.invalid')).toBe(2);
  });

  test.each([[[]], [['help']], [['--help']], [['passwords']], [['passwords', '--help']]])(
    '%j is the overview',
    (words) => {
      expect(parseCommandLine(words)).toEqual({ kind: 'help', command: null });
    },
  );

  test('any words end in a command line or in wrong usage, never in another error', () => {
    const known = commands.flatMap(({ path }) => path);
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(...known, '--json', '--help', '--server', '--', '-x', '--app='),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        try {
          parseCommandLine(words);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Fault);
          expect(thrown).toMatchObject({ code: 'input.invalid' });
        }
      }),
    );
  });
});

describe('the help', () => {
  test('names every command and every option', () => {
    for (const command of commands) {
      expect(overviewHelp()).toContain(command.path.join(' '));
      for (const option of [...command.options, ...commonOptions]) {
        expect(commandHelp(command)).toContain(`--${option.name}`);
      }
    }
  });

  test('shows only examples that parse', () => {
    for (const example of commands.flatMap(({ examples }) => examples)) {
      const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      );
      expect(words[0]).toBe('gatepass');
      expect(parseCommandLine(words.slice(1)).kind).toBe('run');
    }
  });
});

test('every fault has an exit code of the documented ones', () => {
  for (const code of faultCodes) expect([1, 2, 3, 4, 5]).toContain(exitCode(code));
});
