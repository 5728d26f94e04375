import type { Endpoint } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';
import type { LineConnection } from './line-connection.ts';
import { createLineProbe, type LineDialogue, type LineProbeOptions } from './line-probe.ts';
import type { MailProbe } from './mail-probe.ts';
import { saslPlain } from './sasl.ts';
import { readSmtpReply, smtpRefusal } from './smtp-reply.ts';

/** What EHLO offered, upper case: keyword -> its words. */
type Extensions = ReadonlyMap<string, readonly string[]>;

/** Proves a login over message submission (RFC 6409, RFC 4954): one AUTH PLAIN, no mail. */
export function createSmtpProbe(endpoint: Endpoint, options: LineProbeOptions = {}): MailProbe {
  return createLineProbe(endpoint, smtpDialogue, options);
}

const smtpDialogue: LineDialogue<Extensions> = {
  async greet(connection, endpoint) {
    const greeting = await readSmtpReply(connection);
    if (greeting === null) throw connection.faults.cut();
    if (greeting.code !== 220) throw connection.faults.turnedAway();
    const extensions = await sayHello(connection);
    if (endpoint.security === 'tls') return extensions;
    if (!extensions.has('STARTTLS')) throw connection.faults.noEncryption();
    connection.write('STARTTLS\r\n');
    const answer = await readSmtpReply(connection);
    if (answer === null) throw connection.faults.cut();
    if (answer.code !== 220) throw connection.faults.noEncryption();
    await connection.startTls();
    // What was said in the clear is worth nothing now (RFC 3207 section 4.2).
    return sayHello(connection);
  },

  async login(connection, extensions, login) {
    const plain = saslPlain(login);
    if (plain === null) throw new Fault('input.invalid', 'NUL in a login');
    if (!extensions.get('AUTH')?.includes('PLAIN'))
      throw connection.faults.broken('it offers no login with a password');
    connection.write(`AUTH PLAIN ${plain}\r\n`);
    const reply = await readSmtpReply(connection);
    // 0.16, an address outside `allowedIps`: closed without a word (transcripts finding 3).
    if (reply === null) return { kind: 'refused', reason: 'address-not-allowed' };
    if (reply.code === 235) return { kind: 'accepted' };
    if (reply.code === 421) throw connection.faults.cut();
    const reason = smtpRefusal(reply);
    if (reason === null) throw connection.faults.broken('it does not take the login');
    return { kind: 'refused', reason };
  },

  goodbye: 'QUIT\r\n',
};

async function sayHello(connection: LineConnection): Promise<Extensions> {
  // An address literal (RFC 5321 section 4.1.4): the name of this computer is nobody's business.
  connection.write('EHLO [127.0.0.1]\r\n');
  const reply = await readSmtpReply(connection);
  if (reply === null) throw connection.faults.cut();
  if (reply.code !== 250) throw connection.faults.broken('it does not take EHLO');
  return new Map(
    reply.lines.slice(1).map((line) => {
      const [keyword = '', ...words] = line.toUpperCase().split(/ +/);
      return [keyword, words];
    }),
  );
}
