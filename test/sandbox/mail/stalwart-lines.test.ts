import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type LinesPlayer, startLinesPlayer } from '../../contract/lines-player.ts';
import { type Certificates, createCertificates } from '../certificates.ts';
import { createFaultBook } from '../faults.ts';
import type { ListeningOn, SandboxFault } from '../sandbox.ts';
import type { StalwartVersion } from './mail-authority.ts';
import { type StalwartLines, startStalwartLines } from './stalwart-lines.ts';
import { createTryoutAuthority, type TryoutAuthority } from './tryout-authority.ts';

const alice = 'alice@example.org';
let directory = '';
let certificates: Certificates;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gp-lines-'));
  certificates = await createCertificates(directory);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Served {
  readonly lines: StalwartLines;
  readonly authority: TryoutAuthority;
  readonly setFault: (fault: SandboxFault | null) => void;
}

async function serve(version: StalwartVersion = '0.16.18'): Promise<Served> {
  const authority = createTryoutAuthority(version);
  authority.mint(alice, alice, 'app_good');
  const book = createFaultBook();
  const lines = await startStalwartLines({
    authority,
    tls: certificates.server,
    delays: { refusal: { min: 0, max: 2 }, smtpRefusal: 2 },
    faults: book,
  });
  onTestFinished(() => lines.stop());
  return {
    lines,
    authority,
    setFault(fault) {
      if (fault === null) book.clear();
      else book.set('imap', fault);
    },
  };
}

async function play(on: ListeningOn): Promise<LinesPlayer> {
  const player = await startLinesPlayer({
    port: on.port,
    secure: on.security === 'tls',
    ca: certificates.ca.cert,
  });
  onTestFinished(() => player.close());
  return player;
}

async function hearAll(player: LinesPlayer): Promise<readonly string[]> {
  const heard: string[] = [];
  while (heard.at(-1) !== '(connection closed)' && heard.length < 200) heard.push(await player.hear());
  return heard;
}

const plain = (secret: string) => Buffer.from(`\0${alice}\0${secret}`).toString('base64');

describe('what was not recorded', () => {
  test('IMAP takes a SASL answer after an empty challenge, and one over STARTTLS', async () => {
    const { lines } = await serve();
    const player = await play(lines.imapStartTls);
    await player.hear();
    player.send('a1 STARTTLS');
    expect(await player.hear()).toBe('a1 OK Begin TLS negotiation now');
    await player.startTls();
    player.send('a2 CAPABILITY');
    expect(await player.hear()).not.toContain('STARTTLS');
    expect(await player.hear()).toBe('a2 OK CAPABILITY completed');
    player.send('a3 AUTHENTICATE PLAIN');
    expect(await player.hear()).toBe('+ ');
    player.send(plain('app_good'));
    expect(await player.hear()).toMatch(/^a3 OK \[CAPABILITY .*\] Authentication successful$/);
  });

  test('what was sent before the handshake is not read after it', async () => {
    const { lines } = await serve();
    const player = await play(lines.imapStartTls);
    await player.hear();
    player.send('a1 STARTTLS\r\na2 CAPABILITY');
    expect(await player.hear()).toBe('a1 OK Begin TLS negotiation now');
    await player.startTls();
    player.send('a3 LOGOUT');
    expect(await hearAll(player)).toEqual([
      '* BYE Stalwart IMAP4rev2 bids you farewell.',
      'a3 OK LOGOUT completed',
      '(connection closed)',
    ]);
  });

  test('IMAP: the fourth failure that counts ends the connection', async () => {
    const { lines, authority } = await serve();
    authority.decide('app_gone', { kind: 'destroyed' });
    const player = await play(lines.imap);
    await player.hear();
    for (const tag of ['a1', 'a2', 'a3']) {
      player.send(`${tag} LOGIN ${alice} app_gone`);
      expect(await player.hear()).toBe('* NO [AUTHENTICATIONFAILED] Authentication failed');
    }
    player.send(`a4 LOGIN ${alice} app_gone`);
    expect(await hearAll(player)).toEqual([
      '* NO [AUTHENTICATIONFAILED] Too many authentication attempts',
      '(connection closed)',
    ]);
  });

  test('SMTP: the third 535 ends the connection, any number of 454 does not', async () => {
    const { lines, authority } = await serve();
    authority.decide('app_gone', { kind: 'destroyed' });
    const player = await play(lines.smtp);
    await player.hear();
    for (let attempt = 0; attempt < 4; attempt++) {
      player.send(`AUTH PLAIN ${plain('wrong')}`);
      expect(await player.hear()).toBe('454 4.7.0 Temporary authentication failure');
    }
    for (let attempt = 0; attempt < 3; attempt++) {
      player.send(`AUTH PLAIN ${plain('app_gone')}`);
      expect(await player.hear()).toBe('535 5.7.8 Authentication credentials invalid.');
    }
    expect(await hearAll(player)).toEqual([
      '455 4.3.0 Too many authentication errors, disconnecting.',
      '(connection closed)',
    ]);
  });

  test('SMTP AUTH LOGIN, and the empty challenge of each generation', async () => {
    for (const [version, challenge] of [
      ['0.16.18', '334 '],
      ['0.15.5', '334 Go ahead.'],
    ] as const) {
      const { lines } = await serve(version);
      const player = await play(lines.smtp);
      await player.hear();
      player.send('AUTH PLAIN');
      expect(await player.hear()).toBe(challenge);
      player.send('not base64!');
      expect(await player.hear()).toBe('500 5.5.6 Invalid challenge.');
      player.send('AUTH LOGIN');
      expect(await player.hear()).toBe('334 VXNlcm5hbWU6');
      player.send(Buffer.from(alice).toString('base64'));
      expect(await player.hear()).toBe('334 UGFzc3dvcmQ6');
      player.send(Buffer.from('app_good').toString('base64'));
      expect(await player.hear()).toBe('235 2.7.0 Authentication succeeded.');
    }
  });

  test('a protocol the app password may not use: closed without a word, 550, or the name of the permission', async () => {
    const { lines, authority } = await serve();
    authority.decide('app_narrow', { kind: 'protocol-not-allowed', permission: 'emailSend' });
    const imap = await play(lines.imap);
    await imap.hear();
    imap.send(`a1 LOGIN ${alice} app_narrow`);
    expect(await hearAll(imap)).toEqual(['(connection closed)']);
    const smtp = await play(lines.smtp);
    await smtp.hear();
    smtp.send(`AUTH PLAIN ${plain('app_narrow')}`);
    expect(await smtp.hear()).toBe('550 5.7.1 Your account is not authorized to use this service.');
    const sieve = await play(lines.sieve);
    while (!(await sieve.hear()).startsWith('OK'));
    sieve.send(`AUTHENTICATE "PLAIN" "${plain('app_narrow')}"`);
    expect(await sieve.hear()).toBe('NO (ENCRYPT-NEEDED) "Cannot authenticate over plain-text."');
  });

  test('ManageSieve keeps a script for the conversation', async () => {
    const { lines } = await serve();
    const player = await play(lines.sieve);
    const greeting = async () => {
      while (!(await player.hear()).startsWith('OK'));
    };
    await greeting();
    player.send('STARTTLS');
    expect(await player.hear()).toBe('OK "Begin TLS negotiation now"');
    await player.startTls();
    await greeting();
    player.send('LISTSCRIPTS');
    expect(await player.hear()).toBe('NO "Not authenticated."');
    player.send('AUTHENTICATE "PLAIN"');
    expect(await player.hear()).toBe('{0}');
    player.send(`"${plain('app_good')}"`);
    expect(await player.hear()).toBe('OK "Authentication successful"');
    player.send('PUTSCRIPT "mine" {7+}\r\nkeep;\r\n');
    expect(await player.hear()).toBe('OK "Success."');
    player.send('SETACTIVE "mine"');
    expect(await player.hear()).toBe('OK "Success"');
    player.send('LISTSCRIPTS');
    expect([await player.hear(), await player.hear()]).toEqual(['"mine" ACTIVE', 'OK']);
    player.send('GETSCRIPT "other"');
    expect(await player.hear()).toBe('NO (NONEXISTENT) "There is no script by that name"');
  });

  test('0.16.1 answers a garbage token with the token itself', async () => {
    const { lines } = await serve('0.16.1');
    const player = await play(lines.imap);
    await player.hear();
    player.send(
      `a1 AUTHENTICATE XOAUTH2 ${Buffer.from('user=a\u0001auth=Bearer garbage\u0001\u0001').toString('base64')}`,
    );
    expect(await player.hear()).toBe('a1 NO [AUTHENTICATIONFAILED] garbage');
  });

  test('IDLE tells of mail that port 25 took in the meantime, and FETCH reads it', async () => {
    const { lines } = await serve();
    const imap = await play(lines.imap);
    await imap.hear();
    imap.send(`a1 LOGIN ${alice} app_good`);
    await imap.hear();
    imap.send('a2 SELECT INBOX');
    while (!(await imap.hear()).startsWith('a2 '));
    imap.send('a3 IDLE');
    expect(await imap.hear()).toBe("+ Idling, send 'DONE' to stop.");
    const smtp = await play(lines.reception);
    for (const line of ['EHLO me.example', 'MAIL FROM:<x@sender.example>', `RCPT TO:<${alice}>`, 'DATA'])
      smtp.send(line);
    smtp.send('Subject: hello\r\n\r\n..dotted\r\n.\r\nQUIT');
    expect((await hearAll(smtp)).filter((line) => line.startsWith('250 2.0.0'))).toHaveLength(1);
    expect(await imap.hear()).toBe('* 1 EXISTS');
    imap.send('DONE');
    expect(await imap.hear()).toBe('a3 OK IDLE completed');
    imap.send('a4 FETCH 1 BODY.PEEK[TEXT]');
    expect([await imap.hear(), await imap.hear(), await imap.hear(), await imap.hear()]).toEqual([
      '* 1 FETCH (BODY[TEXT] {9}',
      '.dotted',
      ')',
      'a4 OK FETCH completed',
    ]);
  });
});

describe('faults', () => {
  test('refuse closes the port and opens it again under the same number', async () => {
    const { lines, setFault } = await serve();
    setFault({ kind: 'refuse' });
    await expect(play(lines.imap)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    setFault(null);
    await expect((await play(lines.imap)).hear()).resolves.toContain('at your service');
  });

  test('reset, truncate, garbage and hang change the next answer', async () => {
    const { lines, setFault } = await serve();
    for (const [fault, expected] of [
      [{ kind: 'reset' }, ['(connection closed)']],
      [{ kind: 'truncate' }, ['* CAPABILITY IMAP4rev2']],
      [{ kind: 'garbage' }, ['garbage']],
      [{ kind: 'lose-answer' }, ['(connection closed)']],
      [{ kind: 'huge', bytes: 200_000 }, ['xxxx']],
      [{ kind: 'latency', ms: 5 }, ['* CAPABILITY', 'a1 OK']],
    ] as const) {
      setFault(null);
      const player = await play(lines.imap);
      await player.hear();
      setFault(fault);
      player.send('a1 CAPABILITY');
      for (const line of expected) expect(await player.hear()).toContain(line);
      player.close();
    }
  });

  test('hang answers nothing until it is switched off', async () => {
    const { lines, setFault } = await serve();
    const player = await play(lines.imap);
    await player.hear();
    setFault({ kind: 'hang' });
    player.send('a1 NOOP');
    // The order of answers shows that the first one never came.
    const other = await play(lines.smtp);
    expect(await other.hear()).toContain('ESMTP');
    setFault(null);
    player.send('a2 NOOP');
    expect(await player.hear()).toBe('a2 OK NOOP completed');
  });
});

describe('hostile input', () => {
  const protocolWords = [
    'a1 LOGIN "x" {3}\r\n',
    'AUTH PLAIN\r\n',
    '{99999999999}\r\n',
    '((((',
    'A UID FETCH 1:* (',
    '"\\',
    '\0',
    '\r\n',
    'a AUTHENTICATE PLAIN\r\n',
    'DATA\r\n',
    'BDAT 99999999\r\n',
    'EHLO x\r\n',
  ];
  const chunks = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(...protocolWords).map((text) => Buffer.from(text)),
    ),
    { maxLength: 12 },
  );

  test('garbage in pieces never ends a server', async () => {
    const { lines } = await serve();
    const ports = [
      lines.imapStartTls,
      lines.imap,
      lines.submission,
      lines.reception,
      lines.sieve,
      lines.pop3,
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ports), chunks, async (on, pieces) => {
        const socket = connect(on.port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.resume();
        await once(socket, 'connect');
        for (const piece of pieces) socket.write(piece);
        const closed = once(socket, 'close');
        socket.end();
        await closed;
      }),
      { numRuns: 120 },
    );
    for (const on of ports) expect(await (await play(on)).hear()).toBeTruthy();
  });

  test('a line without an end is not kept for ever', async () => {
    const { lines } = await serve();
    const socket = connect(lines.submission.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    const closed = once(socket, 'close');
    socket.write(Buffer.alloc(300 * 1024, 'x'));
    await closed;
    expect(await (await play(lines.submission)).hear()).toContain('ESMTP');
  });

  test('stop ends conversations that wait', async () => {
    const { lines } = await serve();
    const player = await play(lines.imap);
    await player.hear();
    player.send('a1 AUTHENTICATE PLAIN');
    await player.hear();
    await lines.stop();
    expect(await player.hear()).toBe('(connection closed)');
  });
});
