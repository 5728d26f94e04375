import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, vi } from 'vitest';
import type { FaultCode } from '../../src-main/fault.ts';
import { createCertificates } from '../sandbox/certificates.ts';
import { freePorts } from '../sandbox/mail/free-ports.ts';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import type { SandboxFault } from '../sandbox/sandbox.ts';
import { skipUnless } from '../support/skip.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { expectDone, expectFault } from './expect-end.ts';
import { personOf, sandboxOptions, signIn } from './person.ts';
import { type Computer, openStage, type Stage } from './stage.ts';
import { type CommandEnd, openTerminal } from './terminal.ts';

// Servers in trouble at every step: clear words, the right exit code, nothing lost.

// Each command is a process; a machine with something else to do needs patience.
vi.setConfig({ testTimeout: 90_000 });

//
// What a helper must handle, and where each is tried (by number):
//
//  1 generation                 main-job; discovery/generation.test
//  2 addresses behind a proxy   people "signs people in itself"; playback; sign-in/stalwart-issuer.test
//  3 issuer without a name      people "signs people in itself"; sign-in/stalwart-issuer.test
//  4 certificates               here "certificates"; platform/node-http.test
//  5 no CORS                    nothing here runs in a page
//  6 bootstrap mode             here "a server that is still being set up"; app-passwords/stalwart-jmap.test
//  7 unknown client             people "a client id the provider does not know"; sign-in/lies.test
//  8 audience and scopes        app-passwords/provisioning-story.test; mailbox/token-refusal.test
//  9 401 told apart             people "carol", "dave", "erin"; mailbox/token-refusal.test
// 10 no e-mail claim            people "bob", "erin"
// 11 unknown mail domain        people "dave" on both generations
// 12 directory, keys, bans      here "banned", "clocks"; app-passwords/provisioning-story.test
// 13 expired, short-lived       sessions
// 14 another person             people "another person than the address"
// 15 activation                 main-job "mail bounces before the first sign-in"
// 16 principal names            people "bob logs in by his bare name"
// 17 rights, quota, batch       app-passwords "without the right", "as many as the server allows"
// 18 lost answer                app-passwords "a lost or unusable answer"
// 19 ids used again             app-passwords "revoked by its number", "never touches another credential"
// 20 prove, then keep           main-job; app-passwords "a password the server itself refuses"
// 21 rights to mint             app-passwords/stalwart-jmap.test; sandbox/stalwart/version-quirks.test
// 22 expired looks temporary    mailbox/smtp-probe.test; sandbox/mail/stalwart-lines.test
// 23 up to 0.15                 people "0.14.0", "0.13.1"; app-passwords/stalwart-rest.test, rest-name.test
// 24 update of the server       app-passwords "an update from 0.15 to 0.16"
// 25 login name, ports          people "bob logs in by his bare name"; mail-apps/settings.test
// 26 secrets with a space       main-job 0.16.1
// 27 nothing in logs            hostile/canary.test
// 28 sign-out                   sessions "sign-out"; main-job

const story = skipUnless(keyringInstalled, keyringMissing);

/** What each of them means when it comes from the mail server; the rest is in platform/node-http.test. */
const troubles: readonly (readonly [SandboxFault, FaultCode])[] = [
  [{ kind: 'reset' }, 'network.reset'],
  [{ kind: 'status', status: 503 }, 'server.broken'],
  [{ kind: 'status', status: 429, headers: { 'retry-after': '7' } }, 'server.limited'],
  [{ kind: 'huge', bytes: 3_000_000 }, 'server.broken'],
  [{ kind: 'garbage' }, 'server.broken'],
];
const ofServer = troubles.map(([, code]) => code);

describe('0.16.18', () => {
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());
  afterEach(() => {
    stage?.sandbox.faults.clear();
    stage?.sandbox.stalwart.skewClock(0);
  });

  /** Starts a sign-in, and signs in if it gets that far. */
  async function tryToSignIn({ terminal }: Pick<Computer, 'terminal'>): Promise<CommandEnd> {
    const { sandbox } = stage;
    const command = terminal.start(
      ...['sign-in', personOf(sandbox, 'mara').address, ...sandboxOptions(sandbox), '--no-browser', '--json'],
    );
    const person = personOf(sandbox, 'mara');
    // A sign-in that fails before its link needs nobody.
    await command.link().then(
      (link) => signInByForm(link, { login: person.login, password: person.password }),
      () => undefined,
    );
    return command.ended;
  }

  async function signedIn(): Promise<Computer> {
    const computer = await stage.computer();
    expectDone(await signIn(computer.terminal, stage.sandbox, 'mara'));
    return computer;
  }

  const signInSteps: readonly (readonly [string, string, readonly FaultCode[]])[] = [
    [
      'what the server is',
      'GET /api/discover',
      // Garbage with status 200 is what any web server may say.
      [...ofServer.slice(0, -1), 'server.not-stalwart'],
    ],
    [
      'the metadata of the provider',
      'GET /.well-known/',
      ['network.reset', 'issuer.unreachable', 'issuer.unreachable', 'issuer.invalid', 'issuer.invalid'],
    ],
    ['the tokens', 'POST /token', ['network.reset', ...Array<FaultCode>(4).fill('signin.provider-broken')]],
    ['the activation', 'GET /jmap/session', ofServer],
  ];
  for (const [name, route, codes] of signInSteps) {
    story(`sign-in: ${name}`, async () => {
      const computer = await stage.computer();
      for (const [index, [fault]] of troubles.entries()) {
        stage.sandbox.faults.set(route, fault);
        expectFault(await tryToSignIn(computer), 1, codes[index] ?? 'bug');
        stage.sandbox.faults.clear();
      }
      expect((await computer.terminal.run('accounts', '--json')).json).toEqual({ accounts: [] });
      expectDone(await tryToSignIn(computer));
    });
  }

  story('app passwords: list, create, revoke', async () => {
    const { terminal } = await signedIn();
    const made = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
    expectDone(made);
    const { id } = made.json.appPassword;
    for (const [fault, code] of troubles) {
      stage.sandbox.faults.set('POST /jmap', fault);
      expectFault(await terminal.run('passwords', 'list', '--json'), 1, code);
      expectFault(await terminal.run('passwords', 'revoke', id, '--json'), 1, code);
      stage.sandbox.faults.clear();
    }
    // Nothing was forgotten of what may still be on the server.
    expectDone(await terminal.run('passwords', 'show', id));
    for (const fault of [{ kind: 'status', status: 500 }, { kind: 'reset' }] as const) {
      stage.sandbox.faults.set('POST /jmap', fault);
      const end = await terminal.run('passwords', 'create', '--app', 'other', '--json');
      expectFault(end, 1, fault.kind === 'reset' ? 'network.reset' : 'server.broken');
      expect(end.json.error.facts.afterwards).toContain('could not be checked');
      stage.sandbox.faults.clear();
    }
    expect((await terminal.run('passwords', 'list', '--json')).json.appPasswords).toHaveLength(1);
    expectDone(await terminal.run('passwords', 'revoke', id, '--json'));
  });

  story(
    'never an answer: each step has a deadline',
    async () => {
      const waiting = [await signedIn(), await stage.computer(), await stage.computer()] as const;
      const made = await waiting[0].terminal.run('passwords', 'create', '--app', 'other', '--json');
      expectDone(made);
      const routes = ['GET /api/discover', 'POST /jmap', 'imap', 'smtp'];
      for (const route of routes) stage.sandbox.faults.set(route, { kind: 'hang' });
      const own = waiting[0].terminal;
      const ends = await Promise.all([
        tryToSignIn(waiting[1]),
        own.run('passwords', 'list', '--json'),
        own.run('passwords', 'revoke', made.json.appPassword.id, '--json'),
      ]);
      for (const end of ends) {
        expectFault(end, 1, 'network.timeout');
        expect(end.json.error.message).toMatch(/did not answer within 1[05] seconds/);
      }
      stage.sandbox.faults.clear('POST /jmap');
      stage.sandbox.faults.set('POST /token', { kind: 'hang' });
      stage.sandbox.faults.clear('GET /api/discover');
      const [probed, exchanged] = await Promise.all([
        // Mail servers that do not answer are reported, and no reason to throw the app password away.
        own.run('passwords', 'create', '--app', 'thunderbird', '--json'),
        tryToSignIn(waiting[2]),
      ]);
      expectDone(probed);
      expect(probed.json.proof).toEqual({ imap: false, smtp: false, jmap: true });
      expectFault(exchanged, 1, 'network.timeout');
    },
    90_000,
  );

  story('banned', async () => {
    const { terminal } = await signedIn();
    for (const route of ['GET /', 'POST /']) stage.sandbox.faults.set(route, { kind: 'status', status: 403 });
    const end = await terminal.run('passwords', 'list', '--json');
    expectFault(end, 1, 'server.banned');
    expect(end.json.error.next).toContain('old password');
  });

  story('a server that is still being set up', async () => {
    const { terminal } = await signedIn();
    const description = 'The server is in bootstrap mode. Please complete the setup wizard first.';
    const body = JSON.stringify({
      methodResponses: [['error', { type: 'forbidden', description }, '0']],
      sessionState: '2c9be0',
    });
    stage.sandbox.faults.set('POST /jmap', { kind: 'status', status: 200, body });
    const end = await terminal.run('passwords', 'create', '--app', 'other', '--json');
    expectFault(end, 1, 'server.bootstrap');
  });

  story('clocks that differ', async () => {
    const computer = await signedIn();
    // Two hours ahead: every token is over for the server (a minute is forgiven).
    stage.sandbox.stalwart.skewClock(2 * 3_600_000);
    const end = await computer.terminal.run('passwords', 'list', '--json');
    expectFault(end, 1, 'server.rejected-token');
    stage.sandbox.stalwart.skewClock(0);
    expectDone(await computer.terminal.run('passwords', 'list', '--json'));
  });

  story('certificates of an unknown authority, for another name, and expired', async () => {
    const { keyring } = await stage.computer();
    const stranger = await openTerminal({ env: keyring.env });
    onTestFinished(() => stranger.close());
    const words = ['sign-in', 'mara@example.org', '--no-browser', '--json', '--server'];
    const unknown = await stranger.run(...words, stage.sandbox.server);
    expectFault(unknown, 1, 'network.tls');
    expect(unknown.json.error.next).toContain('NODE_EXTRA_CA_CERTS');

    const { ca, wrongHost, expired } = await createCertificates(await temporaryDirectory());
    const knowing = await openTerminal({ env: keyring.env, ca: ca.certPath });
    onTestFinished(() => knowing.close());
    for (const [certificate, reason] of [
      [wrongHost, 'another name'],
      [expired, 'expired'],
    ] as const) {
      const server = createServer({ key: certificate.key, cert: certificate.cert }).listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as AddressInfo;
      const end = await knowing.run(...words, `https://localhost:${port}`);
      expectFault(end, 1, 'network.tls');
      expect(end.json.error.message).toContain(reason);
    }
  });

  story('nobody there, and no such name', async () => {
    const { terminal } = await stage.computer();
    const words = ['sign-in', 'mara@example.org', '--no-browser', '--json', '--server'];
    const [port] = await freePorts(1);
    expectFault(await terminal.run(...words, `https://localhost:${port}`), 1, 'network.refused');
    const nowhere = await terminal.run(...words, 'https://mail.nowhere.invalid');
    // Without a name server there is no way to tell the two apart.
    expectFault(
      nowhere,
      1,
      nowhere.json.error.code === 'network.offline' ? 'network.offline' : 'network.unknown-host',
    );
  });
});

describe('0.15.5', () => {
  story('the trouble of the provider becomes a refusal of the server, and is told apart', async () => {
    const stage = await openStage({ serverVersion: '0.15.5', mail: 'stalwart-lines' });
    onTestFinished(() => stage.close());
    const { terminal } = await stage.computer();
    expectDone(await signIn(terminal, stage.sandbox, 'mara'));
    // The server asks UserInfo at every call.
    stage.sandbox.faults.set('GET /me', { kind: 'status', status: 500 });
    expectFault(await terminal.run('passwords', 'list', '--json'), 1, 'server.rejected-token');
    stage.sandbox.faults.clear();
    for (const [fault, code] of troubles) {
      stage.sandbox.faults.set('GET /api/account/auth', fault);
      expectFault(await terminal.run('passwords', 'list', '--json'), 1, code);
      stage.sandbox.faults.clear();
    }
    expectDone(await terminal.run('passwords', 'list', '--json'));
  });
});
