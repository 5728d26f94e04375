import type { CommandLine } from 'electron';

/**
 * Switches with which another program of the same person could read or drive the window, or listen to its
 * connections. No fuse covers those of Chromium, so the release looks for them itself and does not start.
 */
const dangerousSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ssl-key-log-file',
  'log-net-log',
] as const;

/** The switches on the command line that a release must not be started with; empty when there are none. */
export function dangerousSwitchesOf(commandLine: Pick<CommandLine, 'hasSwitch'>): readonly string[] {
  return dangerousSwitches.filter((name) => commandLine.hasSwitch(name));
}

/**
 * Whether pages run without Chromium's sandbox. Not refused: an AppImage on a system without user namespaces has no
 * other way to run (electron issue 42510); the window says so and recommends the package of the system.
 */
export function runsWithoutSandbox(commandLine: Pick<CommandLine, 'hasSwitch'>): boolean {
  return commandLine.hasSwitch('no-sandbox');
}
