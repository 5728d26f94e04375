import { describe, expect, it } from 'vitest';
import { dangerousSwitchesOf, runsWithoutSandbox } from '../../src-main/electron/command-line-check.ts';

const commandLine = (...switches: string[]) => ({ hasSwitch: (name: string) => switches.includes(name) });

describe('the switches of a start', () => {
  it('are looked at for those that open the window to others', () => {
    expect(dangerousSwitchesOf(commandLine())).toEqual([]);
    expect(dangerousSwitchesOf(commandLine('no-sandbox', 'lang', 'ozone-platform'))).toEqual([]);
    expect(
      dangerousSwitchesOf(commandLine('remote-debugging-port', 'ssl-key-log-file', 'inspect-brk')),
    ).toEqual(['remote-debugging-port', 'inspect-brk', 'ssl-key-log-file']);
  });

  it('tell whether the pages run without a sandbox', () => {
    expect(runsWithoutSandbox(commandLine())).toBe(false);
    expect(runsWithoutSandbox(commandLine('no-sandbox'))).toBe(true);
  });
});
