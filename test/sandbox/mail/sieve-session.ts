import type { LineSocket } from './line-socket.ts';
import type { LoginDesk } from './login-desk.ts';
import { type Credentials, readSaslMessage, saslMechanism } from './sasl.ts';
import { createSieveScripts } from './sieve-scripts.ts';

export interface SieveSessionOptions {
  readonly desk: LoginDesk;
}

const allowedFailures = 3;
const largestScript = 1024 * 1024;
const extensions =
  'body comparator-elbonia comparator-i;ascii-casemap comparator-i;ascii-numeric comparator-i;octet convert copy date ' +
  'duplicate editheader enclose encoded-character enotify envelope envelope-deliverby envelope-dsn environment ereject ' +
  'extlists extracttext fcc fileinto foreverypart ihave imap4flags imapsieve include index mailbox mailboxid mboxmetadata ' +
  'mime redirect-deliverby redirect-dsn regex reject relational replace servermetadata spamtest spamtestplus special-use ' +
  'subaddress vacation vacation-seconds variables virustest';

/** ManageSieve (RFC 5804) as Stalwart speaks it to one client, from the greeting to the end of the connection. */
export async function serveSieve(socket: LineSocket, { desk }: SieveSessionOptions): Promise<void> {
  const canStartTls = !socket.isSecure();
  let loggedIn = false;
  let failures = 0;
  const scripts = createSieveScripts();

  function greeting(words: string): string {
    const secure = socket.isSecure();
    const lines = [
      '"IMPLEMENTATION" "Stalwart ManageSieve"',
      '"VERSION" "1.0"',
      ...(canStartTls && !secure ? ['"STARTTLS"'] : []),
      `"SASL" "${secure ? 'PLAIN ' : ''}OAUTHBEARER XOAUTH2"`,
      `"SIEVE" "${extensions}"`,
      '"NOTIFY" "mailto"',
      '"MAXREDIRECTS" "1"',
      words === '' ? 'OK' : `OK "${words}"`,
    ];
    return `${lines.join('\r\n')}\r\n`;
  }
  const no = (text: string) => socket.write(`NO "${text.replace(/["\\]/g, '\\$&')}"\r\n`);

  await socket.write(greeting('Stalwart ManageSieve at your service.'));
  for (;;) {
    const args = await readArguments();
    if (args === null) return;
    if (args === 'malformed') await no('Invalid arguments.');
    else if (!(await handle(args))) return;
  }

  /** A command with its strings; literals are `{n+}` here, and `{n}` is taken too (RFC 5804 section 1.2). */
  async function readArguments(): Promise<readonly string[] | 'malformed' | null> {
    const args: string[] = [];
    for (;;) {
      const line = await socket.readLine();
      if (line === null) return null;
      const literal = /\{(\d{1,9})\+?\}$/.exec(line);
      const words = (literal === null ? line : line.slice(0, literal.index)).matchAll(
        /\s+|"((?:[^"\\]|\\.)*)"|([^\s"]+)|(.)/g,
      );
      for (const [, quoted, atom, other] of words) {
        if (other !== undefined) return 'malformed';
        const word = quoted?.replace(/\\(.)/g, '$1') ?? atom;
        if (word !== undefined) args.push(word);
      }
      if (literal === null) return args;
      if (Number(literal[1]) > largestScript) return null;
      const bytes = await socket.readBytes(Number(literal[1]));
      if (bytes === null) return null;
      args.push(bytes.toString('utf8'));
    }
  }

  /** @returns false when the connection is to be closed */
  async function handle([verb = '', ...args]: readonly string[]): Promise<boolean> {
    const name = verb.toUpperCase();
    switch (name) {
      case 'CAPABILITY':
        await socket.write(greeting(''));
        return true;
      case 'NOOP':
        await socket.write(
          args[0] === undefined
            ? 'OK "Done"\r\n'
            : `OK (TAG {${Buffer.byteLength(args[0])}}\r\n${args[0]}) "Done"\r\n`,
        );
        return true;
      case 'LOGOUT':
        await socket.write('OK "Stalwart ManageSieve bids you farewell."\r\n');
        return false;
      case 'STARTTLS':
        if (socket.isSecure()) {
          await no('Already in TLS mode.');
          return true;
        }
        await socket.write('OK "Begin TLS negotiation now"\r\n');
        if (!(await socket.startTls())) return false;
        // The capabilities again, now with PLAIN (RFC 5804 section 2.2).
        await socket.write(greeting('Stalwart ManageSieve at your service.'));
        return true;
      case 'AUTHENTICATE':
        if (loggedIn) await no('Already authenticated.');
        // Recorded before STARTTLS: OAUTHBEARER is offered, and refused like the others (managesieve/src/core/client.rs).
        else if (!socket.isSecure())
          await socket.write('NO (ENCRYPT-NEEDED) "Cannot authenticate over plain-text."\r\n');
        else return authenticate(args);
        return true;
    }
    const answer = scripts.handle(name, args);
    if (answer === null) await no(`Unrecognized command '${name}'.`);
    else if (!loggedIn) await no('Not authenticated.');
    else await socket.write(answer);
    return true;
  }

  async function authenticate([name = '', initial]: readonly string[]): Promise<boolean> {
    const mechanism = saslMechanism(name);
    if (mechanism === null) {
      await no('Authentication mechanism not supported.');
      return true;
    }
    let message = initial;
    if (message === undefined) {
      await socket.write('{0}\r\n');
      const answer = await readArguments();
      if (answer === null) return false;
      message = answer === 'malformed' ? '*' : (answer[0] ?? '');
    }
    const credentials = readSaslMessage(mechanism, message);
    if (credentials !== null) return logIn(credentials);
    await no('Failed to decode challenge.');
    return true;
  }

  async function logIn(credentials: Credentials): Promise<boolean> {
    const verdict = await desk.check(credentials, socket, 'sieve');
    if (verdict.kind === 'accepted') {
      loggedIn = true;
      await socket.write('OK "Authentication successful"\r\n');
      return true;
    }
    const { event, text } = verdict.refusal;
    if (event === 'failed' && failures >= allowedFailures) {
      await no('Too many authentication attempts');
      return false;
    }
    if (event === 'failed') failures += 1;
    await no(text);
    // Unlike IMAP and POP3, ManageSieve says why before it closes.
    return event !== 'forbidden-address' && event !== 'forbidden-protocol';
  }
}
