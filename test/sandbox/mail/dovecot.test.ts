import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished } from 'vitest';
import { startLinesPlayer } from '../../contract/lines-player.ts';
import { installed } from '../../support/installed.ts';
import { skipUnless } from '../../support/skip.ts';
import { type Certificates, createCertificates } from '../certificates.ts';
import { createFaultBook } from '../faults.ts';
import { type DovecotServers, startDovecot } from './dovecot.ts';
import { dovecotInstalled } from './dovecot-installed.ts';
import { runCurl, runProgram, sendWithNodemailer, visitWithImapFlow } from './real-clients.ts';
import { createTryoutAuthority, type TryoutAuthority } from './tryout-authority.ts';
import { startTryoutIntrospection, type TryoutIntrospection } from './tryout-introspection.ts';

const here = dovecotInstalled();
const withDovecot = skipUnless(here, 'no Dovecot 2.3');
const alice = 'alice@example.org';
let directory = '';
let certificates: Certificates;
let authority: TryoutAuthority;
let introspection: TryoutIntrospection;
let dovecot: DovecotServers;
let ca = '';

beforeAll(async () => {
  if (!here) return;
  directory = await mkdtemp(join(tmpdir(), 'gp-dovecot-test-'));
  certificates = await createCertificates(directory);
  ca = certificates.ca.cert;
  authority = createTryoutAuthority('0.16.18');
  introspection = await startTryoutIntrospection();
  dovecot = await startDovecot({ authority, tls: certificates.server, introspection });
});
afterAll(async () => {
  if (!here) return;
  await dovecot.stop();
  await introspection.stop();
  await rm(directory, { recursive: true, force: true });
});

let counter = 0;
let secret = '';
beforeEach(() => {
  counter += 1;
  secret = `app_secret_${counter}`;
  if (here) authority.mint(alice, alice, secret);
});

describe('Dovecot takes what the authority gives out', () => {
  withDovecot(
    'imapflow reads what nodemailer sent, with an app password, over TLS and STARTTLS',
    async () => {
      const login = { user: alice, pass: secret };
      const subject = `mail ${counter}`;
      await sendWithNodemailer(dovecot.smtp, ca, login, { from: alice, to: alice, subject });
      await sendWithNodemailer(dovecot.submission, ca, login, {
        from: alice,
        to: alice,
        subject: `${subject} again`,
      });
      for (const on of [dovecot.imap, dovecot.imapStartTls]) {
        const { folders, subjects } = await visitWithImapFlow(on, ca, login);
        expect([...folders].sort()).toEqual(['Deleted Items', 'Drafts', 'INBOX', 'Junk Mail', 'Sent Items']);
        expect(subjects).toEqual(expect.arrayContaining([subject, `${subject} again`]));
      }
    },
  );

  withDovecot('the same with an access token that the provider knows', async () => {
    introspection.admit('token-of-alice', { username: 'alice', email: 'Alice@Example.org' });
    const login = { user: alice, accessToken: 'token-of-alice' };
    const subject = `token ${counter}`;
    await sendWithNodemailer(dovecot.smtp, ca, login, { from: alice, to: alice, subject });
    expect((await visitWithImapFlow(dovecot.imap, ca, login)).subjects).toContain(subject);
  });

  withDovecot('a wrong secret, a wrong token and a token of somebody else are refused', async () => {
    introspection.admit('token-of-bob', { username: 'bob', email: 'bob@example.org' });
    const logins = [{ pass: 'wrong' }, { accessToken: 'wrong' }, { accessToken: 'token-of-bob' }];
    for (const login of logins.map((each) => ({ user: alice, ...each }))) {
      await expect(visitWithImapFlow(dovecot.imap, ca, login)).rejects.toMatchObject({
        authenticationFailed: true,
      });
      await expect(
        sendWithNodemailer(dovecot.smtp, ca, login, { from: alice, to: alice, subject: 'no' }),
      ).rejects.toMatchObject({ code: 'EAUTH' });
    }
  });

  withDovecot(
    'a new app password works at once, a revoked one no longer, whatever else is valid',
    async () => {
      const others = Array.from({ length: 5 }, (_, index) => `${secret}_${index}`);
      for (const other of others) authority.mint(alice, alice, other);
      for (const pass of others) await visitWithImapFlow(dovecot.imap, ca, { user: alice, pass });
      // One is revoked and another one minted in the same second: the files keep their size.
      authority.decide(others[2] ?? '', { kind: 'destroyed' });
      authority.mint(alice, alice, `${secret}_new`);
      await visitWithImapFlow(dovecot.imap, ca, { user: alice, pass: `${secret}_new` });
      await expect(
        visitWithImapFlow(dovecot.imap, ca, { user: alice, pass: others[2] ?? '' }),
      ).rejects.toThrow();
      for (const other of [...others, `${secret}_new`]) authority.decide(other, { kind: 'destroyed' });
      await expect(
        visitWithImapFlow(dovecot.imap, ca, { user: alice, pass: `${secret}_new` }),
      ).rejects.toThrow();
    },
  );

  withDovecot('a login that is no address has the mailbox of its address', async () => {
    authority.mint('bob', 'bob@example.org', `${secret}_bob`);
    const pass = `${secret}_bob`;
    const subject = `to bob ${counter}`;
    await sendWithNodemailer(
      dovecot.smtp,
      ca,
      { user: 'bob', pass },
      { from: 'bob@example.org', to: 'bob@example.org', subject },
    );
    for (const user of ['bob', 'bob@example.org', 'BOB']) {
      expect((await visitWithImapFlow(dovecot.imap, ca, { user, pass })).subjects).toContain(subject);
    }
    introspection.admit('token-of-bob', { username: 'bob', email: 'bob@example.org' });
    for (const user of ['bob', 'bob@example.org']) {
      const visit = await visitWithImapFlow(dovecot.imap, ca, { user, accessToken: 'token-of-bob' });
      expect(visit.subjects).toContain(subject);
    }
    await expect(visitWithImapFlow(dovecot.imap, ca, { user: alice, pass })).rejects.toThrow();
  });

  withDovecot('mail for somebody who is not here is refused in the words of the server', async () => {
    await expect(
      sendWithNodemailer(
        dovecot.smtp,
        ca,
        { user: alice, pass: secret },
        { from: alice, to: 'nobody@example.org', subject: 'no' },
      ),
    ).rejects.toMatchObject({ responseCode: 550 });
  });

  withDovecot('ManageSieve logs in after STARTTLS', async () => {
    const player = await startLinesPlayer({ port: dovecot.sieve.port, secure: false, ca });
    onTestFinished(() => player.close());
    while (!(await player.hear()).startsWith('OK'));
    player.send('STARTTLS');
    expect(await player.hear()).toContain('OK');
    await player.startTls();
    while (!(await player.hear()).startsWith('OK'));
    player.send(`AUTHENTICATE "PLAIN" "${Buffer.from(`\0${alice}\0${secret}`).toString('base64')}"`);
    expect(await player.hear()).toContain('OK');
  });
});

describe('programs people use', () => {
  skipUnless(here && installed('curl'), 'no Dovecot 2.3 or no curl')('curl', async () => {
    const { certPath } = certificates.ca;
    expect(await runCurl(certPath, `imaps://localhost:${dovecot.imap.port}/`, alice, secret)).toMatchObject({
      code: 0,
    });
    expect(await runCurl(certPath, `imaps://localhost:${dovecot.imap.port}/`, alice, 'wrong')).toMatchObject({
      code: 67,
    });
  });

  skipUnless(here && installed('mbsync', 'msmtp'), 'no Dovecot 2.3, mbsync or msmtp')(
    'msmtp sends and mbsync fetches; both say so when they are refused',
    async () => {
      const home = await mkdtemp(join(directory, 'home-'));
      await mkdir(join(home, 'mail'));
      const subject = `by msmtp ${counter}`;
      const write = async (name: string, text: string) => {
        await writeFile(join(home, name), text);
        await chmod(join(home, name), 0o600);
        return join(home, name);
      };
      const msmtp = (
        pass: string,
      ) => `defaults\ntls on\ntls_starttls off\ntls_trust_file ${certificates.ca.certPath}\naccount a
host localhost\nport ${dovecot.smtp.port}\nfrom ${alice}\nauth plain\nuser ${alice}\npasswordeval "echo ${pass}"\naccount default : a\n`;
      const mbsync = (
        pass: string,
      ) => `IMAPAccount a\nHost localhost\nPort ${dovecot.imap.port}\nUser ${alice}\nPassCmd "echo ${pass}"
SSLType IMAPS\nCertificateFile ${certificates.ca.certPath}\nAuthMechs LOGIN PLAIN\n\nIMAPStore remote\nAccount a\n
MaildirStore local\nPath ${home}/mail/\nInbox ${home}/mail/INBOX\nSubFolders Verbatim\n
Channel all\nFar :remote:\nNear :local:\nPatterns INBOX\nCreate Near\nSyncState *\n`;
      const mail = `From: ${alice}\nTo: ${alice}\nSubject: ${subject}\n\nhello\n`;
      const sent = await runProgram('msmtp', ['-C', await write('msmtp', msmtp(secret)), alice], mail);
      expect(sent).toMatchObject({ code: 0 });
      const fetched = await runProgram('mbsync', ['-c', await write('mbsync', mbsync(secret)), 'all']);
      expect(fetched).toMatchObject({ code: 0 });
      const texts = readdirSync(join(home, 'mail/INBOX/new')).map((name) =>
        readFileSync(join(home, 'mail/INBOX/new', name), 'utf8'),
      );
      expect(texts.some((each) => each.includes(`Subject: ${subject}`))).toBe(true);
      // 77: permission denied (sysexits.h).
      expect(
        await runProgram('msmtp', ['-C', await write('msmtp', msmtp('wrong')), alice], mail),
      ).toMatchObject({ code: 77 });
      expect(
        (await runProgram('mbsync', ['-c', await write('mbsync', mbsync('wrong')), 'all'])).code,
      ).not.toBe(0);
    },
  );
});

describe('what it keeps and what it leaves', () => {
  withDovecot('no secret is on disk, and stop leaves no process and no file', async () => {
    const book = createFaultBook();
    const own = await startDovecot({ authority, tls: certificates.server, introspection, faults: book });
    onTestFinished(() => own.stop());
    introspection.admit('canary-token', { username: 'alice', email: alice });
    await visitWithImapFlow(own.imap, ca, { user: alice, pass: secret });
    await visitWithImapFlow(own.imap, ca, { user: alice, accessToken: 'canary-token' });
    await expect(visitWithImapFlow(own.imap, ca, { user: alice, pass: 'canary-wrong' })).rejects.toThrow();
    const texts = filesBelow(own.directory).map((path) => readFileSync(path, 'utf8'));
    expect(texts.length).toBeGreaterThan(10);
    for (const canary of [secret, 'canary-token', 'canary-wrong', introspection.clientSecret]) {
      for (const form of [canary, Buffer.from(canary).toString('base64'), encodeURIComponent(canary)]) {
        expect(texts.some((text) => text.includes(form))).toBe(false);
      }
    }
    book.set('imap', { kind: 'garbage' });
    await expect(visitWithImapFlow(own.imap, ca, { user: alice, pass: secret })).rejects.toThrow();
    book.clear();
    await visitWithImapFlow(own.imap, ca, { user: alice, pass: secret });

    const group = processesOfGroup(own.pid);
    expect(group.length).toBeGreaterThan(2);
    await own.stop();
    expect(processesOfGroup(own.pid)).toEqual([]);
    expect(existsSync(own.directory)).toBe(false);
  });

  withDovecot('a configuration that does not come up leaves nothing either', async () => {
    const before = readdirSync('/tmp').filter((name) => name.startsWith('gp-dovecot-')).length;
    await expect(
      startDovecot({ authority, tls: { ...certificates.server, cert: 'no certificate' }, introspection }),
    ).rejects.toThrow();
    expect(readdirSync('/tmp').filter((name) => name.startsWith('gp-dovecot-'))).toHaveLength(before);
  });
});

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The pids of a process group, from /proc: fields 3 and 5 of stat (proc(5)). The dead that init has not taken note of do not count. */
function processesOfGroup(group: number): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state !== 'Z' && Number(of) === group;
    } catch {
      return false;
    }
  });
}
