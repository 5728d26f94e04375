import { ehloAnswer } from './ehlo-answer.ts';
import type { LineSocket } from './line-socket.ts';
import type { LoginDesk } from './login-desk.ts';
import type { MailAuthority, StalwartVersion } from './mail-authority.ts';
import { readMailData } from './mail-data.ts';
import type { MailStore } from './mail-store.ts';
import { createSmtpAuth } from './smtp-auth.ts';

export interface SmtpSessionOptions {
  readonly version: StalwartVersion;
  /** What the server calls itself in the greeting. */
  readonly hostName: string;
  /** `reception` is port 25: no AUTH, local recipients only. */
  readonly role: 'submission' | 'reception';
  readonly authority: MailAuthority;
  readonly desk: LoginDesk;
  readonly store: MailStore;
}

/** Stalwart's default: refused recipients per connection. */
const allowedRecipientErrors = 5;
const largestMail = 104_857_600;

/** SMTP as Stalwart speaks it to one client, from the greeting to the end of the connection. */
export async function serveSmtp(socket: LineSocket, options: SmtpSessionOptions): Promise<void> {
  const { version, hostName, role, authority, desk, store } = options;
  const canStartTls = !socket.isSecure();
  let greeted = false;
  let sender: string | null = null;
  let recipients: readonly string[] = [];
  let addresses: readonly string[] | null = null;
  let recipientErrors = 0;
  let chunks: readonly Buffer[] = [];

  const logIn = createSmtpAuth({ socket, version, desk });
  const say = (line: string) => socket.write(`${line}\r\n`);
  function forgetMail(): void {
    sender = null;
    recipients = [];
    chunks = [];
  }

  await say(`220 ${hostName} Stalwart ESMTP at your service`);
  for (;;) {
    const line = await socket.readLine();
    if (line === null) return;
    if (!(await handle(line))) return;
  }

  /** @returns false when the connection is to be closed */
  async function handle(line: string): Promise<boolean> {
    const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        if (rest === '') await say('501 5.5.2 Syntax error, expected: EHLO hostname');
        else await greet(verb.toUpperCase() === 'EHLO');
        return true;
      case 'STARTTLS':
        if (socket.isSecure()) await say('504 5.7.4 Already in TLS mode.');
        else {
          await say('220 2.0.0 Ready to start TLS.');
          greeted = false;
          forgetMail();
          return socket.startTls();
        }
        return true;
      case 'AUTH':
        return auth(rest);
      case 'MAIL':
        await mail(rest);
        return true;
      case 'RCPT':
        return recipient(rest);
      case 'DATA':
        return data();
      case 'BDAT':
        return chunk(rest);
      case 'RSET':
        forgetMail();
        await say('250 2.0.0 OK');
        return true;
      case 'NOOP':
        await say('250 2.0.0 OK');
        return true;
      case 'HELP':
        await say('250 2.0.0 Help can be found at https://stalw.art');
        return true;
      case 'QUIT':
        await say('221 2.0.0 Bye.');
        return false;
      default:
        await say('500 5.5.1 Invalid command.');
        return true;
    }
  }

  async function greet(extended: boolean): Promise<void> {
    greeted = true;
    forgetMail();
    if (!extended) return say(`250 ${hostName} you had me at HELO`);
    const startTls = canStartTls && !socket.isSecure();
    return say(ehloAnswer({ hostName, role, secure: socket.isSecure(), startTls, largestMail }));
  }

  async function auth(rest: string): Promise<boolean> {
    if (role === 'reception') await say('503 5.5.1 AUTH not allowed.');
    else if (addresses !== null) await say('503 5.5.1 Already authenticated.');
    else {
      const result = await logIn(rest);
      if (result.kind === 'close') return false;
      if (result.kind === 'accepted') ({ addresses } = result);
    }
    return true;
  }

  async function mail(rest: string): Promise<void> {
    const from = /^FROM:\s*<([^<>]*)>/i.exec(rest)?.[1];
    if (from === undefined)
      return say('501 5.5.2 Syntax error, expected: MAIL FROM:<reverse-path>[<SP> <mail-parameters> ]');
    if (!greeted) return say('503 5.5.1 Polite people say EHLO first.');
    if (sender !== null) return say('503 5.5.1 Multiple MAIL commands not allowed.');
    if (role === 'submission' && addresses === null) return say('503 5.5.1 You must authenticate first.');
    if (addresses !== null && !addresses.some((own) => own.toLowerCase() === from.toLowerCase())) {
      return say('501 5.5.4 You are not allowed to send from this address.');
    }
    sender = from;
    return say('250 2.1.0 OK');
  }

  async function recipient(rest: string): Promise<boolean> {
    const to = /^TO:\s*<([^<>]+)>/i.exec(rest)?.[1];
    if (to === undefined)
      await say('501 5.5.2 Syntax error, expected: RCPT TO:<forward-path> [ <SP> <rcpt-parameters> ]');
    else if (sender === null) await say('503 5.5.1 MAIL is required first.');
    else {
      const answer = authority.checkRecipient(to);
      // Who has logged in may send to the whole world; this world has no other servers, so that mail ends here.
      if (answer === 'accepted' || (answer === 'relay-not-allowed' && addresses !== null)) {
        recipients = [...recipients, to];
        await say('250 2.1.5 OK');
        return true;
      }
      recipientErrors += 1;
      if (recipientErrors >= allowedRecipientErrors) {
        await say('451 4.3.0 Too many errors, disconnecting.');
        return false;
      }
      await say(
        answer === 'no-such-mailbox' ? '550 5.1.2 Mailbox does not exist.' : '550 5.1.2 Relay not allowed.',
      );
    }
    return true;
  }

  async function data(): Promise<boolean> {
    if (sender === null) await say('503 5.5.1 MAIL is required first.');
    else if (recipients.length === 0) await say('503 5.5.1 RCPT is required first.');
    else {
      await say('354 Start mail input; end with <CRLF>.<CRLF>');
      const raw = await readMailData(socket, largestMail);
      if (raw === null) return false;
      if (raw === 'too-big') await say('552 5.3.4 Message too big for system.');
      else await deliver(raw);
    }
    return true;
  }

  async function chunk(rest: string): Promise<boolean> {
    const [, size = '', last] = /^(\d{1,9})(\s+LAST)?$/i.exec(rest.trim()) ?? [];
    if (size === '') {
      await say('501 5.5.2 Syntax error, expected: BDAT chunk-size [SP LAST]');
      return true;
    }
    const bytes = Number(size) > largestMail ? null : await socket.readBytes(Number(size));
    if (bytes === null) return false;
    if (sender === null) await say('503 5.5.1 MAIL is required first.');
    else if (recipients.length === 0) await say('503 5.5.1 RCPT is required first.');
    else {
      chunks = [...chunks, bytes];
      if (last === undefined) await say('250 2.6.0 Chunk accepted.');
      else await deliver(Buffer.concat(chunks));
    }
    return true;
  }

  async function deliver(raw: Buffer): Promise<void> {
    for (const to of recipients) if (authority.checkRecipient(to) === 'accepted') store.deliver(to, raw);
    forgetMail();
    const queueId = Math.floor(Math.random() * 0xffffffff).toString(16);
    await say(`250 2.0.0 Message queued with id ${queueId}.`);
  }
}
