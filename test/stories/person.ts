import type { Person } from '../sandbox/people.ts';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import type { OpenSandbox } from '../sandbox/start-sandbox.ts';
import type { CommandEnd, Terminal } from './terminal.ts';

export interface SignInHabits {
  /** Whose address is typed; the address of who signs in when absent. */
  readonly as?: string;
  /** Presses "Cancel" at the provider. */
  readonly cancel?: boolean;
  /** Further options of the command. */
  readonly options?: readonly string[];
}

/** Somebody of the sandbox. @throws Error for nobody */
export function personOf(sandbox: OpenSandbox, login: string): Person {
  const found = sandbox.people.find((person) => person.login === login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
}

/** What a person must tell Gatepass of this sandbox: its ports are not the usual ones. */
export function sandboxOptions(sandbox: OpenSandbox): string[] {
  const at = ({ host, port }: { host: string; port: number }) => `${host}:${port}`;
  return [
    ...['--server', sandbox.server],
    ...['--imap', at(sandbox.imap), '--smtp', at(sandbox.smtp), '--sieve', at(sandbox.sieve)],
    // From 0.16 on the server says where people sign in.
    ...(sandbox.version.startsWith('0.16') ? [] : ['--issuer', sandbox.issuer]),
  ];
}

/** `gatepass sign-in` with a person who fills in the provider's form. */
export async function signIn(
  terminal: Terminal,
  sandbox: OpenSandbox,
  login: string,
  habits: SignInHabits = {},
): Promise<CommandEnd> {
  const person = personOf(sandbox, login);
  const command = terminal.start(
    'sign-in',
    habits.as ?? person.address,
    ...sandboxOptions(sandbox),
    '--no-browser',
    '--json',
    ...(habits.options ?? []),
  );
  const page = command.link().then((link) =>
    signInByForm(link, {
      login: person.login,
      password: person.password,
      ...(habits.cancel === undefined ? {} : { cancel: habits.cancel }),
    }),
  );
  const [end] = await Promise.all([command.ended, page]);
  return end;
}
