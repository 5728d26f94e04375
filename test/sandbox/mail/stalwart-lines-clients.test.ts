import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { installed } from '../../support/installed.ts';
import { skipUnless } from '../../support/skip.ts';
import { type Certificates, createCertificates } from '../certificates.ts';
import { runCurl, sendWithNodemailer, visitWithImapFlow } from './real-clients.ts';
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

describe.each(['0.16.18', '0.15.5'] as const)('mail apps at the line servers of %s', (version) => {
  let authority: TryoutAuthority;
  let lines: StalwartLines;
  let ca = '';

  beforeEach(async () => {
    authority = createTryoutAuthority(version);
    authority.mint(alice, alice, 'app_good');
    authority.decide('good-token', { kind: 'accepted', login: alice, addresses: [alice] });
    lines = await startStalwartLines({
      authority,
      tls: certificates.server,
      delays: { refusal: { min: 0, max: 2 }, smtpRefusal: 2 },
    });
    ca = certificates.ca.cert;
  });
  afterEach(() => lines.stop());

  const folders = ['INBOX', 'Drafts', 'Sent Items', 'Junk Mail', 'Deleted Items'];

  test('imapflow reads what nodemailer sent, with an app password, over TLS', async () => {
    const login = { user: alice, pass: 'app_good' };
    await sendWithNodemailer(lines.smtp, ca, login, { from: alice, to: alice, subject: 'over TLS' });
    const visit = await visitWithImapFlow(lines.imap, ca, login);
    expect([...visit.folders].sort()).toEqual([...folders].sort());
    expect(visit.subjects).toEqual(['over TLS']);
  });

  test('the same with an access token, over STARTTLS', async () => {
    const login = { user: alice, accessToken: 'good-token' };
    await sendWithNodemailer(lines.submission, ca, login, {
      from: alice,
      to: alice,
      subject: 'over STARTTLS',
    });
    const visit = await visitWithImapFlow(lines.imapStartTls, ca, login);
    expect(visit.subjects).toEqual(['over STARTTLS']);
  });

  test('imapflow appends, finds, flags and deletes', async () => {
    const client = new ImapFlow({
      host: 'localhost',
      port: lines.imap.port,
      secure: true,
      auth: { user: alice, pass: 'app_good' },
      tls: { ca },
      logger: false,
    });
    onTestFinished(() => client.close());
    await client.connect();
    await client.append('Drafts', 'Subject: one\r\nTo: x@example.org\r\n\r\nfirst\r\n', ['\\Draft']);
    await client.append('Drafts', 'Subject: two\r\n\r\nsecond\r\n');
    expect(await client.status('Drafts', { messages: true, unseen: true })).toMatchObject({
      messages: 2,
      unseen: 2,
    });
    await client.mailboxOpen('Drafts');
    expect(await client.search({ subject: 'two' }, { uid: true })).toEqual([2]);
    expect(await client.search({ not: { header: { to: 'x@example' } } })).toEqual([2]);
    await client.messageFlagsAdd('1', ['\\Seen', '\\Flagged']);
    expect(await client.search({ seen: true })).toEqual([1]);
    const found = await client.fetchOne('1', {
      flags: true,
      envelope: true,
      bodyStructure: true,
      headers: ['subject'],
    });
    expect(found).toMatchObject({ envelope: { subject: 'one', to: [{ address: 'x@example.org' }] } });
    if (found === false) throw new Error('the mail is gone');
    expect(String(found.headers)).toBe('Subject: one\r\n\r\n');
    expect([...(found.flags ?? [])].sort()).toEqual(['\\Draft', '\\Flagged', '\\Seen']);
    await client.messageDelete('1');
    expect(await client.search({ all: true }, { uid: true })).toEqual([2]);
    await client.logout();
  });

  test('a wrong secret and a wrong token are refused', async () => {
    for (const login of [
      { user: alice, pass: 'wrong' },
      { user: alice, accessToken: 'wrong' },
    ]) {
      await expect(visitWithImapFlow(lines.imap, ca, login)).rejects.toMatchObject({
        authenticationFailed: true,
      });
      await expect(
        sendWithNodemailer(lines.smtp, ca, login, { from: alice, to: alice, subject: 'no' }),
      ).rejects.toMatchObject({ code: 'EAUTH' });
    }
  });

  test('mail to somebody who is not here, and from somebody else, is refused', async () => {
    const login = { user: alice, pass: 'app_good' };
    await expect(
      sendWithNodemailer(lines.smtp, ca, login, { from: alice, to: 'nobody@example.org', subject: 'no' }),
    ).rejects.toMatchObject({ responseCode: 550 });
    await expect(
      sendWithNodemailer(lines.smtp, ca, login, { from: 'bob@example.org', to: alice, subject: 'no' }),
    ).rejects.toMatchObject({ responseCode: 501 });
  });

  test('a certificate for another host is refused by the client, and the right one is taken again', async () => {
    const login = { user: alice, pass: 'app_good' };
    lines.setCertificate(certificates.wrongHost);
    await expect(visitWithImapFlow(lines.imap, ca, login)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    await expect(visitWithImapFlow(lines.imapStartTls, ca, login)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    lines.setCertificate(certificates.server);
    await expect(visitWithImapFlow(lines.imap, ca, login)).resolves.toMatchObject({ subjects: [] });
  });

  skipUnless(installed('curl'), 'no curl')(
    'curl lists folders and is refused with a wrong secret',
    async () => {
      const { certPath } = certificates.ca;
      const good = await runCurl(certPath, `imaps://localhost:${lines.imap.port}/`, alice, 'app_good');
      expect(good).toMatchObject({ code: 0 });
      expect(good.output).toContain('"INBOX"');
      // 67: the login was denied.
      const bad = await runCurl(certPath, `imaps://localhost:${lines.imap.port}/`, alice, 'wrong');
      expect(bad.code).toBe(67);
      const pop3 = await runCurl(certPath, `pop3s://localhost:${lines.pop3.port}/`, alice, 'app_good');
      expect(pop3).toMatchObject({ code: 0 });
      await sendWithNodemailer(
        lines.smtp,
        ca,
        { user: alice, pass: 'app_good' },
        { from: alice, to: alice, subject: 'by POP3' },
      );
      const mail = await runCurl(certPath, `pop3s://localhost:${lines.pop3.port}/1`, alice, 'app_good');
      expect(mail.output).toContain('Subject: by POP3');
      expect(mail.output).toContain('.a first line with a dot');
      const smtp = await runCurl(
        certPath,
        `smtps://localhost:${lines.smtp.port}/me.example`,
        alice,
        'app_good',
        ['-X', 'NOOP'],
      );
      expect(smtp).toMatchObject({ code: 0 });
    },
  );
});
