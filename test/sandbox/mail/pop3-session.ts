import type { LineSocket } from './line-socket.ts';
import type { LoginDesk } from './login-desk.ts';
import type { MailFolder, MailStore, StoredMail } from './mail-store.ts';
import { type Credentials, readSaslMessage, saslMechanism } from './sasl.ts';

export interface Pop3SessionOptions {
  readonly desk: LoginDesk;
  readonly store: MailStore;
}

const allowedFailures = 3;
/** How many arguments each command takes at least and at most. */
const argumentCounts: Readonly<Record<string, readonly [number, number]>> = {
  CAPA: [0, 0],
  NOOP: [0, 0],
  QUIT: [0, 0],
  STAT: [0, 0],
  RSET: [0, 0],
  USER: [1, 1],
  PASS: [1, 1],
  AUTH: [1, 2],
  LIST: [0, 1],
  UIDL: [0, 1],
  RETR: [1, 1],
  DELE: [1, 1],
  TOP: [2, 2],
};
const capabilities =
  '+OK Capability list follows\r\nUSER\r\nSASL PLAIN OAUTHBEARER XOAUTH2\r\nTOP\r\nRESP-CODES\r\nPIPELINING\r\n' +
  'EXPIRE NEVER\r\nUIDL\r\nUTF8\r\nIMPLEMENTATION Stalwart Server\r\n.\r\n';

/** POP3 over TLS as Stalwart speaks it to one client. */
export async function servePop3(socket: LineSocket, { desk, store }: Pop3SessionOptions): Promise<void> {
  let user: string | null = null;
  let inbox: { readonly folder: MailFolder; readonly mails: readonly StoredMail[] } | null = null;
  let deleted: ReadonlySet<number> = new Set();
  let failures = 0;
  const ok = (text: string) => socket.write(`+OK ${text}\r\n`);
  const err = (text: string) => socket.write(`-ERR ${text}\r\n`);

  await ok('Stalwart POP3 at your service.');
  for (;;) {
    const line = await socket.readLine();
    if (line === null) return;
    const [verb = '', ...args] = line.trim().split(/\s+/);
    const name = verb.toUpperCase();
    const [least, most] = argumentCounts[name] ?? [0, -1];
    if (most < 0) await err('Invalid command');
    // A secret with a space in it ends here (finding of 0.15 and 0.16.1).
    else if (args.length > most) await err('Too many arguments');
    else if (args.length < least) await err('Missing arguments');
    else if (!(await handle(name, args))) return;
  }

  /** @returns false when the connection is to be closed */
  async function handle(name: string, args: readonly string[]): Promise<boolean> {
    const [first = '', second = ''] = args;
    switch (name) {
      case 'CAPA':
        await socket.write(capabilities);
        return true;
      case 'NOOP':
        await ok('NOOP');
        return true;
      case 'QUIT':
        await quit();
        return false;
      case 'USER':
        if (inbox !== null) await err('Already authenticated.');
        else {
          user = first;
          await ok(`${first} is a valid mailbox`);
        }
        return true;
      case 'PASS': {
        const named = user;
        user = null;
        if (inbox !== null) await err('Already authenticated.');
        else if (named === null) await err('Username was not provided.');
        else return logIn({ kind: 'password', user: named, secret: first });
        return true;
      }
      case 'AUTH':
        if (inbox !== null) await err('Already authenticated.');
        else return auth(first, second);
        return true;
    }
    if (inbox === null) await err('Not authenticated.');
    else await onMails(name, first, second, inbox.mails);
    return true;
  }

  async function auth(name: string, initial: string): Promise<boolean> {
    const mechanism = saslMechanism(name);
    if (mechanism === null) {
      await err('Authentication mechanism not supported.');
      return true;
    }
    let message = initial;
    if (message === '') {
      await socket.write('+\r\n');
      const line = await socket.readLine();
      if (line === null) return false;
      message = line.trim();
    }
    const credentials = readSaslMessage(mechanism, message);
    if (credentials !== null) return logIn(credentials);
    await err('Invalid SASL challenge');
    return true;
  }

  async function logIn(credentials: Credentials): Promise<boolean> {
    const verdict = await desk.check(credentials, socket, 'pop3');
    if (verdict.kind === 'accepted') {
      const folder = store.open(verdict.login, verdict.addresses).folder('INBOX');
      if (folder === undefined) throw new Error('a mailbox without INBOX');
      inbox = { folder, mails: folder.mails() };
      await ok('Authentication successful');
      return true;
    }
    const { event, text } = verdict.refusal;
    if (event === 'forbidden-address' || event === 'forbidden-protocol') return false;
    if (event === 'failed' && failures >= allowedFailures) {
      await err('Too many authentication attempts');
      return false;
    }
    if (event === 'failed') failures += 1;
    await err(text);
    return true;
  }

  async function onMails(
    name: string,
    first: string,
    second: string,
    mails: readonly StoredMail[],
  ): Promise<void> {
    const kept = mails
      .map((mail, index) => ({ mail, number: index + 1 }))
      .filter(({ mail }) => !deleted.has(mail.uid));
    if (name === 'STAT')
      return ok(`${kept.length} ${kept.reduce((sum, { mail }) => sum + mail.raw.length, 0)}`);
    if (name === 'RSET') {
      deleted = new Set();
      return ok(`${mails.length} messages undeleted`);
    }
    const value = (mail: StoredMail) => (name === 'UIDL' ? `u${mail.uid}` : String(mail.raw.length));
    if (first === '') {
      const lines = kept.map(({ mail, number }) => `${number} ${value(mail)}\r\n`).join('');
      return socket.write(`+OK ${kept.length} messages\r\n${lines}.\r\n`);
    }
    const mail = kept.find(({ number }) => String(number) === first)?.mail;
    if (mail === undefined) return err('No such message.');
    if (name === 'DELE') {
      deleted = new Set([...deleted, mail.uid]);
      return ok(`message ${first} deleted`);
    }
    if (name === 'LIST' || name === 'UIDL') return ok(`${first} ${value(mail)}`);
    await socket.write(messageAnswer(mail.raw, name === 'TOP' ? Number(second) || 0 : null));
  }

  async function quit(): Promise<void> {
    if (inbox === null) return ok('Stalwart POP3 bids you farewell.');
    for (const uid of deleted) inbox.folder.remove(uid);
    const told = deleted.size === 0 ? 'no messages deleted' : `${deleted.size} messages deleted`;
    return ok(`Stalwart POP3 bids you farewell (${told}).`);
  }
}

/** A mail, or its header and first lines, with its dots doubled (RFC 1939 section 3). */
function messageAnswer(raw: Buffer, bodyLines: number | null): string {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const shown =
    bodyLines === null || end < 0
      ? text
      : `${text.slice(0, end + 4)}${text
          .slice(end + 4)
          .split('\r\n')
          .slice(0, bodyLines)
          .join('\r\n')}`;
  const dotted = shown.replace(/^\./gm, '..');
  return `+OK ${raw.length} octets\r\n${dotted.endsWith('\r\n') ? dotted : `${dotted}\r\n`}.\r\n`;
}
