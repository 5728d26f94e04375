import { imapCapabilities } from './imap-capabilities.ts';
import { flatTexts, type ImapCommand, type ImapToken, readImapCommand } from './imap-command.ts';
import { createImapMailbox, type ImapMailbox } from './imap-mailbox.ts';
import type { LineSocket } from './line-socket.ts';
import type { LoginDesk } from './login-desk.ts';
import type { StalwartVersion } from './mail-authority.ts';
import type { MailStore } from './mail-store.ts';
import { type Credentials, readSaslMessage, saslMechanism } from './sasl.ts';

export interface ImapSessionOptions {
  readonly version: StalwartVersion;
  readonly desk: LoginDesk;
  readonly store: MailStore;
}

/** Failed attempts one connection may make; the next one ends it (Stalwart's default). */
const allowedFailures = 3;
const withoutLogin = new Set(['CAPABILITY', 'NOOP', 'LOGOUT', 'ID', 'STARTTLS', 'LOGIN', 'AUTHENTICATE']);

/** IMAP as Stalwart speaks it to one client, from the greeting to the end of the connection. */
export async function serveImap(
  socket: LineSocket,
  { version, desk, store }: ImapSessionOptions,
): Promise<void> {
  let mailbox: ImapMailbox | null = null;
  let failures = 0;
  const offersStartTls = !socket.isSecure();
  const capabilities = () =>
    imapCapabilities(version, mailbox !== null, offersStartTls && !socket.isSecure());

  await socket.write(`* OK [CAPABILITY ${capabilities()}] Stalwart IMAP4rev2 at your service.\r\n`);
  for (;;) {
    const command = await readImapCommand(socket);
    if (command === null) return;
    if (command.kind === 'malformed')
      await socket.write(`${command.tag || '*'} BAD [PARSE] ${command.why}\r\n`);
    else if (!(await handle(command))) return;
  }

  /** @returns false when the connection is to be closed */
  async function handle({
    tag,
    name,
    args,
  }: Extract<ImapCommand, { readonly kind: 'command' }>): Promise<boolean> {
    const no = (text: string) => socket.write(`${tag} NO ${text}\r\n`);
    const completed = () => socket.write(`${tag} OK ${name} completed\r\n`);
    if (mailbox === null && !withoutLogin.has(name)) {
      const known = [
        'SELECT',
        'EXAMINE',
        'LIST',
        'LSUB',
        'STATUS',
        'FETCH',
        'SEARCH',
        'STORE',
        'UID',
        'APPEND',
        'IDLE',
        'ENABLE',
        'NAMESPACE',
        'CLOSE',
        'EXPUNGE',
      ];
      await (known.includes(name)
        ? no('Not authenticated.')
        : socket.write(`${tag} BAD [PARSE] Unrecognized command '${name}'.\r\n`));
      return true;
    }
    switch (name) {
      case 'CAPABILITY':
        await socket.write(`* CAPABILITY ${capabilities()}\r\n${tag} OK CAPABILITY completed\r\n`);
        return true;
      case 'ID':
        await socket.write(
          '* ID ("name" "Stalwart" "version" "1.0.0" "vendor" "Stalwart Labs LLC" "support-url" "https://stalw.art")\r\n' +
            `${tag} OK ID completed\r\n`,
        );
        return true;
      case 'LOGOUT':
        await socket.write(`* BYE Stalwart IMAP4rev2 bids you farewell.\r\n${tag} OK LOGOUT completed\r\n`);
        return false;
      case 'STARTTLS':
        if (socket.isSecure()) await no('Already in TLS mode.');
        else {
          await socket.write(`${tag} OK Begin TLS negotiation now\r\n`);
          return socket.startTls();
        }
        return true;
      case 'LOGIN': {
        const [user = '', secret = ''] = flatTexts(args);
        if (mailbox !== null) await no('Already authenticated.');
        else if (!socket.isSecure()) await no('LOGIN is disabled on the clear-text port.');
        else if (user === '' || secret === '')
          await socket.write(`${tag} BAD [PARSE] Missing arguments.\r\n`);
        else return logIn(tag, { kind: 'password', user, secret });
        return true;
      }
      case 'AUTHENTICATE':
        if (mailbox !== null) await no('Already authenticated.');
        else return authenticate(tag, args);
        return true;
      case 'NOOP':
        if (mailbox === null) await completed();
        else await socket.write(mailbox.handle(tag, 'NOOP', []));
        return true;
      case 'IDLE':
        return mailbox === null ? true : mailbox.idle(tag, socket);
      default:
        if (mailbox !== null) await socket.write(mailbox.handle(tag, name, args));
        return true;
    }
  }

  async function authenticate(tag: string, args: readonly ImapToken[]): Promise<boolean> {
    const [name = '', initial] = flatTexts(args);
    const mechanism = saslMechanism(name);
    if (mechanism === null) {
      await socket.write(`${tag} NO [CANNOT] Authentication mechanism not supported.\r\n`);
      return true;
    }
    let message = initial;
    if (message === undefined) {
      await socket.write('+ \r\n');
      const line = await socket.readLine();
      if (line === null) return false;
      if (line === '*') {
        await socket.write(`${tag} BAD [PARSE] Authentication cancelled.\r\n`);
        return true;
      }
      message = line.trim();
    }
    const credentials = readSaslMessage(mechanism, message);
    if (credentials !== null) return logIn(tag, credentials);
    await socket.write(`${tag} NO [AUTHENTICATIONFAILED] Invalid SASL challenge.\r\n`);
    return true;
  }

  async function logIn(tag: string, credentials: Credentials): Promise<boolean> {
    const verdict = await desk.check(credentials, socket, 'imap');
    if (verdict.kind === 'accepted') {
      mailbox = createImapMailbox(version, store.open(verdict.login, verdict.addresses));
      await socket.write(`${tag} OK [CAPABILITY ${capabilities()}] Authentication successful\r\n`);
      return true;
    }
    const { event, text, tagged } = verdict.refusal;
    // Security events are never written and end the connection (trc should_write_err, must_disconnect).
    if (event === 'forbidden-address' || event === 'forbidden-protocol') return false;
    if (event === 'failed') {
      if (failures >= allowedFailures) {
        await socket.write('* NO [AUTHENTICATIONFAILED] Too many authentication attempts\r\n');
        return false;
      }
      failures += 1;
    }
    await socket.write(`${tagged ? tag : '*'} NO [AUTHENTICATIONFAILED] ${text}\r\n`);
    return true;
  }
}
