import { signInByForm } from '../../sandbox/provider/person-at-a-form.ts';
import { signInInChromium } from '../../sandbox/provider/person-in-chromium.ts';
import type { CommandEnd, Terminal } from '../terminal.ts';
import type { LiveOptions } from './live-options.ts';

const deadlineMs = 80_000;

/**
 * `gatepass sign-in` with a person at whatever form the provider shows.
 * @throws what the person could not get past, or with the words of the command
 */
export async function liveSignIn(
  terminal: Terminal,
  options: LiveOptions,
  address: string,
): Promise<CommandEnd> {
  return expectDone(await signInAs(terminal, options, address));
}

/**
 * The address to type when nobody said it: the server names the person who signed in to an address that is not theirs,
 * and that attempt leaves nothing behind.
 */
export async function learnAddress(terminal: Terminal, options: LiveOptions): Promise<string> {
  const guess = `${options.login}@${new URL(options.server).hostname}`;
  const { json } = await signInAs(terminal, options, guess);
  const told: unknown = json?.error?.facts?.login;
  if (typeof told !== 'string') return guess;
  if (!told.includes('@')) throw new Error(`the server says ${told}: give the address with --address`);
  return told;
}

async function signInAs(terminal: Terminal, options: LiveOptions, address: string): Promise<CommandEnd> {
  const { login, password } = options;
  const command = terminal.start('sign-in', address, ...serverWords(options), '--no-browser', '--json');
  const link = await command.link().catch(async () => {
    throw new Error((await command.ended).stderr.trim());
  });
  const person = { login, password, deadlineMs };
  try {
    if (options.httpForm) await signInByForm(link, person);
    else await signInInChromium(link, { ...person, acceptAnyCertificate: options.ca !== null });
  } catch (thrown) {
    command.signal('SIGINT');
    await command.ended;
    throw thrown;
  }
  return command.ended;
}

/** @throws Error with the words of the command when it failed */
export function expectDone(end: CommandEnd): CommandEnd {
  if (end.code !== 0) throw new Error(`exit code ${end.code}\n${end.stderr.trim()}`);
  return end;
}

function serverWords(options: LiveOptions): string[] {
  const { server, issuer, clientId, imap, smtp } = options;
  const given = { server, issuer, 'client-id': clientId, imap, smtp };
  return Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [`--${name}`, value]));
}
