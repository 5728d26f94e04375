import type { Endpoint } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';
import { type ImapAnswer, parseImapAnswer } from './imap-answer.ts';
import { imapRefusal } from './imap-refusal.ts';
import type { LineConnection } from './line-connection.ts';
import { createLineProbe, type LineDialogue, type LineProbeOptions, type LoginAnswer } from './line-probe.ts';
import type { MailProbe } from './mail-probe.ts';
import { saslPlain } from './sasl.ts';

type Capabilities = ReadonlySet<string>;

/** Proves a login over IMAP (RFC 9051, RFC 3501): one AUTHENTICATE PLAIN, or one LOGIN where there is no SASL-IR. */
export function createImapProbe(endpoint: Endpoint, options: LineProbeOptions = {}): MailProbe {
  return createLineProbe(endpoint, imapDialogue, options);
}

const imapDialogue: LineDialogue<Capabilities> = {
  async greet(connection, endpoint) {
    const greeting = await read(connection);
    if (greeting?.kind === 'untagged' && greeting.word === 'BYE') throw connection.faults.turnedAway();
    // PREAUTH, before anybody said who they are, is another person's session or an attack on STARTTLS.
    if (greeting?.kind !== 'untagged' || greeting.word !== 'OK')
      throw connection.faults.broken('it is not IMAP');
    const capabilities = greeting.capabilities ?? (await askCapabilities(connection, 'g1'));
    if (endpoint.security === 'tls') return capabilities;
    if (!capabilities.has('STARTTLS')) throw connection.faults.noEncryption();
    connection.write('g2 STARTTLS\r\n');
    if ((await completion(connection, 'g2')).word !== 'OK') throw connection.faults.noEncryption();
    await connection.startTls();
    // What was said in the clear is worth nothing now (RFC 9051 section 6.2.1).
    return askCapabilities(connection, 'g3');
  },

  async login(connection, capabilities, login) {
    const plain = saslPlain(login);
    if (plain === null) throw new Fault('input.invalid', 'NUL in a login');
    const authenticate = capabilities.has('AUTH=PLAIN');
    if (authenticate && capabilities.has('SASL-IR')) {
      connection.write(`g4 AUTHENTICATE PLAIN ${plain}\r\n`);
      return loginAnswer(connection, []);
    }
    const loginAllowed = !capabilities.has('LOGINDISABLED');
    const { user } = login;
    const secret = login.secret.reveal();
    if (loginAllowed && isQuotable(user) && isQuotable(secret)) {
      connection.write(`g4 LOGIN ${quoted(user)} ${quoted(secret)}\r\n`);
      return loginAnswer(connection, []);
    }
    if (authenticate) {
      connection.write('g4 AUTHENTICATE PLAIN\r\n');
      return loginAnswer(connection, [`${plain}\r\n`]);
    }
    if (!loginAllowed) return { kind: 'refused', reason: 'tls-required' };
    connection.write(`g4 LOGIN ${literalSize(user)}\r\n`);
    return loginAnswer(connection, [`${user} ${literalSize(secret)}\r\n`, `${secret}\r\n`]);
  },

  goodbye: 'g5 LOGOUT\r\n',
};

/** @param parts what each `+` of the server is answered with, in order */
async function loginAnswer(connection: LineConnection, parts: readonly string[]): Promise<LoginAnswer> {
  const waiting = [...parts];
  let silent = true;
  for (;;) {
    const answer = await read(connection);
    if (answer === null) {
      // 0.16, an address outside `allowedIps`: closed without a word (transcripts finding 3).
      if (silent) return { kind: 'refused', reason: 'address-not-allowed' };
      throw connection.faults.cut();
    }
    if (answer.kind === 'continue') {
      const part = waiting.shift();
      if (part === undefined) throw connection.faults.broken('it asks for more than a login');
      connection.write(part);
      continue;
    }
    silent = false;
    if (answer.word === 'BYE') throw connection.faults.cut();
    const verdict = judge(connection, answer);
    if (verdict) return verdict;
  }
}

/**
 * 0.16 answers a destroyed or expired app password with an untagged NO, and no tagged answer ever comes
 * (transcripts finding 1): that one decides too.
 */
function judge(
  connection: LineConnection,
  answer: Exclude<ImapAnswer, { kind: 'continue' }>,
): LoginAnswer | null {
  const tagged = answer.kind === 'tagged';
  if (tagged && answer.tag !== 'g4') throw connection.faults.broken('it answers another question');
  if (tagged && answer.word === 'OK') return { kind: 'accepted' };
  if (answer.word !== 'NO' && !tagged) return null;
  if (answer.word !== 'NO' && answer.word !== 'BAD') throw connection.faults.broken('it is not IMAP');
  const reason = imapRefusal(answer.code, answer.text, tagged);
  if (reason !== null) return { kind: 'refused', reason };
  if (tagged) throw connection.faults.broken('it cannot tell at the moment');
  return null;
}

async function read(connection: LineConnection): Promise<ImapAnswer | null> {
  const line = await connection.readLine();
  if (line === null) return null;
  const answer = parseImapAnswer(line);
  if (answer === null) throw connection.faults.broken('it is not IMAP');
  return answer;
}

async function askCapabilities(connection: LineConnection, tag: string): Promise<Capabilities> {
  connection.write(`${tag} CAPABILITY\r\n`);
  const { word, capabilities } = await completion(connection, tag);
  if (word !== 'OK' || capabilities === null) throw connection.faults.broken('it does not say what it can');
  return capabilities;
}

/** Reads to the end of a command, with the capabilities that were told on the way. */
async function completion(
  connection: LineConnection,
  tag: string,
): Promise<{ readonly word: string; readonly capabilities: Capabilities | null }> {
  let capabilities: Capabilities | null = null;
  for (;;) {
    const answer = await read(connection);
    if (answer === null) throw connection.faults.cut();
    if (answer.kind === 'continue') throw connection.faults.broken('it asks for more than a command');
    if (answer.word === 'BYE') throw connection.faults.cut();
    capabilities = answer.capabilities ?? capabilities;
    if (answer.kind === 'untagged') continue;
    if (answer.tag !== tag) throw connection.faults.broken('it answers another question');
    return { word: answer.word, capabilities };
  }
}

/** Quoted strings hold printable ASCII only (RFC 9051 section 9, QUOTED-CHAR before UTF8=ACCEPT). */
function isQuotable(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function literalSize(text: string): string {
  return `{${Buffer.byteLength(text, 'utf8')}}`;
}
