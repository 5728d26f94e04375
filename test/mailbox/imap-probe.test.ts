import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TransportSecurity } from '../../src-main/discovery/mail-service.ts';
import { createImapProbe } from '../../src-main/mailbox/imap-probe.ts';
import type { LineProbeOptions } from '../../src-main/mailbox/line-probe.ts';
import { Secret } from '../../src-main/secret.ts';
import type { Certificates } from '../sandbox/certificates.ts';
import { type Client, type LineServer, startLineServer } from './line-server.ts';
import { playBack, recordedLines } from './playback-lines.ts';
import { testCertificates } from './test-certificates.ts';

let certificates: Certificates;
let servers: LineServer[] = [];
const login = { user: 'alice@example.org', secret: new Secret('app_canary-secret') };
const plain = Buffer.from('\0alice@example.org\0app_canary-secret').toString('base64');

beforeAll(async () => {
  certificates = await testCertificates();
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
});

async function serve(
  converse: (client: Client) => Promise<void> | void,
  security: TransportSecurity = 'tls',
): Promise<LineServer> {
  const server = await startLineServer({ certificate: certificates.server, security, converse });
  servers.push(server);
  return server;
}
function probeOf(server: LineServer, options: LineProbeOptions = {}) {
  return createImapProbe(server.endpoint, { ca: [certificates.ca.cert], ...options });
}

describe('recorded answers of real servers', () => {
  test.each([
    ['0.16.18', 'imap over TLS: login with the app password', { kind: 'accepted' }],
    ['0.16.18', 'imap: AUTHENTICATE PLAIN', { kind: 'accepted' }],
    ['0.16.18', 'imap: wrong password, three times', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'imap: destroyed one', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'imap: destroyed one, AUTHENTICATE PLAIN', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'imap: expired app password', { kind: 'refused', reason: 'expired' }],
    ['0.16.18', 'imap: address not allowed', { kind: 'refused', reason: 'address-not-allowed' }],
    ['0.15.5', 'imap over TLS: login with the app password', { kind: 'accepted' }],
    ['0.15.5', 'imap: wrong password', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.15.5', 'imap: removed one', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.15.5', 'imap: bob by address', { kind: 'refused', reason: 'wrong-or-revoked' }],
  ] as const)('%s %s', async (version, name, expected) => {
    const playback = playBack(recordedLines(version, name));
    const server = await serve(playback.converse);
    const probe = probeOf(server);
    await probe.open();
    expect(playback.heard).toEqual([]);
    expect(await probe.prove(login)).toEqual({ ...expected, ms: expect.any(Number) });
    await server.clients[0]?.gone;
    expect(playback.unknown).toEqual([]);
    expect(playback.heard[0]).toBe(`g4 AUTHENTICATE PLAIN ${plain}`);
    expect(playback.heard.filter((line) => line.startsWith('g4'))).toHaveLength(1);
  });

  test.each(['0.16.18', '0.15.5'] as const)('%s disables LOGIN on the clear-text port', async (version) => {
    const name =
      version === '0.16.18'
        ? 'imap without TLS'
        : 'imap greeting, capabilities, plain login refused without TLS';
    // Over TLS here, since the probe never logs in without: the words are what matters.
    const playback = playBack(recordedLines(version, name));
    const probe = probeOf(await serve(playback.converse));
    expect(await probe.prove(login)).toMatchObject({ kind: 'refused', reason: 'tls-required' });
  });

  test('any cutting into pieces gives the same result', async () => {
    const names = [
      'imap: AUTHENTICATE PLAIN',
      'imap: expired app password',
      'imap: wrong password, three times',
    ] as const;
    const kinds: Record<(typeof names)[number], object> = {
      'imap: AUTHENTICATE PLAIN': { kind: 'accepted' },
      'imap: expired app password': { kind: 'refused', reason: 'expired' },
      'imap: wrong password, three times': { kind: 'refused', reason: 'wrong-or-revoked' },
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async (name, chunks) => {
          const server = await serve(playBack(recordedLines('0.16.18', name), chunks).converse);
          expect(await probeOf(server).prove(login)).toMatchObject(kinds[name]);
          await server.stop();
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** Greets with `capabilities` and answers commands by `answer`. */
function talk(capabilities: string | null, answer: (line: string, client: Client) => void | Promise<void>) {
  return async (client: Client) => {
    client.write(capabilities === null ? '* OK hello\r\n' : `* OK [CAPABILITY ${capabilities}] hello\r\n`);
    for (let line = await client.line(); line !== null; line = await client.line())
      await answer(line, client);
  };
}

describe('other servers', () => {
  test('without SASL-IR: LOGIN with quoted strings', async () => {
    const heard: string[] = [];
    const server = await serve(
      talk('IMAP4rev1 AUTH=PLAIN', (line, client) => {
        heard.push(line);
        client.write('g4 OK in\r\n');
      }),
    );
    const odd = { user: 'alice', secret: new Secret('a"b\\c d') };
    expect(await probeOf(server).prove(odd)).toMatchObject({ kind: 'accepted' });
    expect(heard[0]).toBe('g4 LOGIN "alice" "a\\"b\\\\c d"');
  });

  test('without SASL-IR and LOGIN: the challenge is answered', async () => {
    const heard: string[] = [];
    const server = await serve(
      talk('IMAP4rev1 AUTH=PLAIN LOGINDISABLED', (line, client) => {
        heard.push(line);
        client.write(heard.length === 1 ? '+ \r\n' : 'g4 OK in\r\n');
      }),
    );
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'accepted' });
    expect(heard.slice(0, 2)).toEqual(['g4 AUTHENTICATE PLAIN', plain]);
  });

  test('letters beyond ASCII without any SASL travel as literals', async () => {
    const heard: string[] = [];
    const server = await serve(
      talk('IMAP4rev1', (line, client) => {
        heard.push(Buffer.from(line, 'latin1').toString());
        client.write(heard.length < 3 ? '+ go on\r\n' : 'g4 OK in\r\n');
      }),
    );
    const umlaut = { user: 'jürgen', secret: new Secret('ß') };
    expect(await probeOf(server).prove(umlaut)).toMatchObject({ kind: 'accepted' });
    expect(heard.slice(0, 3)).toEqual(['g4 LOGIN {7}', 'jürgen {2}', 'ß']);
  });

  test('capabilities that are not in the greeting are asked for early', async () => {
    const heard: string[] = [];
    const server = await serve(
      talk(null, (line, client) => {
        heard.push(line);
        if (line === 'g1 CAPABILITY')
          client.write('* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\ng1 OK done\r\n');
        else client.write('g4 OK in\r\n');
      }),
    );
    const probe = probeOf(server);
    await probe.open();
    expect(heard).toEqual(['g1 CAPABILITY']);
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted' });
  });

  test.each([
    ['g4 NO [AUTHORIZATIONFAILED] imapAuthenticate', { kind: 'refused', reason: 'protocol-not-allowed' }],
    ['g4 NO [EXPIRED] gone', { kind: 'refused', reason: 'expired' }],
    ['g4 NO [PRIVACYREQUIRED] no', { kind: 'refused', reason: 'tls-required' }],
    ['g4 NO no reason', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['g4 BAD what', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['g4 NO [UNAVAILABLE] Temporary authentication failure', { kind: 'unreachable', code: 'server.broken' }],
    ['* NO the disk is nearly full\r\n* OK well\r\ng4 OK in', { kind: 'accepted' }],
    ['* BYE idle for too long', { kind: 'unreachable', code: 'network.reset' }],
    ['+ what else', { kind: 'unreachable', code: 'server.broken' }],
    ['a9 OK in', { kind: 'unreachable', code: 'server.broken' }],
  ])('%s', async (answer, expected) => {
    const server = await serve(talk('SASL-IR AUTH=PLAIN', (_, client) => client.write(`${answer}\r\n`)));
    expect(await probeOf(server).prove(login)).toMatchObject(expected);
  });

  test('closed after a word that decides nothing is no refusal', async () => {
    const server = await serve(talk('SASL-IR AUTH=PLAIN', (_, client) => client.end('* OK one moment\r\n')));
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.reset' });
  });

  test('LOGINDISABLED without SASL needs no attempt to be refused', async () => {
    const heard: string[] = [];
    const server = await serve(talk('LOGINDISABLED', (line) => void heard.push(line)));
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'refused', reason: 'tls-required' });
    expect(heard.filter((line) => line.startsWith('g4'))).toEqual([]);
  });

  test('a greeting of BYE is a server that turns everybody away', async () => {
    const server = await serve((client) => client.write('* BYE too many connections\r\n'));
    await expect(probeOf(server).open()).rejects.toMatchObject({ code: 'network.refused' });
    expect(await probeOf(server).prove(login)).toMatchObject({
      kind: 'unreachable',
      code: 'network.refused',
    });
  });
});

describe('STARTTLS', () => {
  const upgrade = (after: string) => async (client: Client) => {
    client.write('* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] hello\r\n');
    expect(await client.line()).toBe('g2 STARTTLS');
    client.write('g2 OK begin\r\n');
    await client.startTls();
    expect(await client.line()).toBe('g3 CAPABILITY');
    client.write(`* CAPABILITY ${after}\r\ng3 OK done\r\n`);
    await client.line();
    client.write('g4 OK in\r\n');
  };

  test('is done early, and only what is said after it counts', async () => {
    const server = await serve(upgrade('IMAP4rev1 SASL-IR AUTH=PLAIN'), 'starttls');
    const probe = probeOf(server);
    await probe.open();
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted' });
  });
});
