import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, vi } from 'vitest';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing, openKeyringSession } from '../vault/keyring-session.ts';
import { expectDone, expectFault } from './expect-end.ts';
import { personOf, sandboxOptions, signIn } from './person.ts';
import { type Computer, openStage, type Stage } from './stage.ts';
import { openTerminal } from './terminal.ts';

// Who signs in, and who does not: identities of all kinds, another person, nobody.

// Each command is a process; a machine with something else to do needs patience.
vi.setConfig({ testTimeout: 90_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

/** Nothing of a failed sign-in is kept: no account, no token set, no key. */
async function expectNothingKept({ terminal, keyring }: Computer): Promise<void> {
  expect((await terminal.run('accounts', '--json')).json).toEqual({ accounts: [] });
  const files = await readdir(terminal.home).catch(() => []);
  expect(files.filter((name) => !/^log|\.lock$/.test(name))).toEqual([]);
  const left = await keyring.run(['secret-tool', 'search', '--all', 'service', 'gatepass']);
  expect(left.stdout + left.stderr).not.toContain('gatepass');
}

describe('0.16.18', () => {
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());

  story('bob, whose user name is no address, is known by his e-mail claim', async () => {
    const { terminal } = await stage.computer();
    const end = await signIn(terminal, stage.sandbox, 'bob');
    expectDone(end);
    expect(end.json.identity).toBe('bob@example.org');
  });

  const refused = [
    // Capitals in the claims: 401 without a reason (finding 9).
    ['carol', 'address-upper-case', /capitals|small letters|lower/i],
    // Nobody outside can see which mail domains a server has.
    ['dave', 'directory-not-default', /mail domain “unknown\.test” exists/],
    ['erin', 'userinfo-refused', /email claim/],
  ] as const;
  for (const [login, kind, words] of refused) {
    story(`${login} is refused, and the setting to change is named`, async () => {
      const computer = await stage.computer();
      const end = await signIn(computer.terminal, stage.sandbox, login);
      expectFault(end, 1, 'server.rejected-token');
      expect(end.json.error.facts.kinds).toContain(kind);
      expect(`${end.json.error.message} ${end.json.error.next}`).toMatch(words);
      await expectNothingKept(computer);
    });
  }

  story('another person than the address stops, leaves nothing, and is taken on request', async () => {
    const computer = await stage.computer();
    const { terminal } = computer;
    const typed = personOf(stage.sandbox, 'alice').address;
    const end = await signIn(terminal, stage.sandbox, 'bob', { as: typed });
    expectFault(end, 1, 'signin.wrong-person');
    expect(end.json.error.facts).toMatchObject({ address: typed, login: 'bob@example.org' });
    expect(end.json.error.next).toContain('--accept bob@example.org');
    await expectNothingKept(computer);

    const taken = await signIn(terminal, stage.sandbox, 'bob', {
      as: typed,
      options: ['--accept', 'bob@example.org'],
    });
    expectDone(taken);
    expect(taken.json.identity).toBe('bob@example.org');
    const made = await terminal.run('passwords', 'create', '--app', 'other', '--json');
    expectDone(made);
    expect(made.json.settings.userName).toBe('bob@example.org');
  });

  story('Cancel at the provider', async () => {
    const computer = await stage.computer();
    const end = await signIn(computer.terminal, stage.sandbox, 'alice', { cancel: true });
    expectFault(end, 1, 'signin.denied');
    await expectNothingKept(computer);
  });

  story('nobody comes back from the browser', async () => {
    const computer = await stage.computer();
    const address = personOf(stage.sandbox, 'alice').address;
    const words = ['sign-in', address, ...sandboxOptions(stage.sandbox), '--no-browser', '--timeout', '1'];
    const end = await computer.terminal.run(...words, '--json');
    expectFault(end, 1, 'signin.timeout');
    expect(end.json.error.message).toContain('within 1 second');
    await expectNothingKept(computer);
  });

  story('Ctrl+C while the browser is waited for', async () => {
    const computer = await stage.computer();
    const { address, login, password } = personOf(stage.sandbox, 'alice');
    const command = computer.terminal.start(
      ...['sign-in', address, ...sandboxOptions(stage.sandbox), '--no-browser', '--json'],
    );
    const link = await command.link();
    command.signal('SIGINT');
    const end = await command.ended;
    expect([end.code, end.signal, end.stdout]).toEqual([130, null, '']);
    expect(end.stderr).not.toContain('    at ');
    // The receiver is gone: whoever comes back now finds nobody.
    const { location } = await signInByForm(link, { login, password, visitRedirect: false });
    await expect(fetch(location)).rejects.toThrow('fetch failed');
    await expectNothingKept(computer);
  });

  story('a client id the provider does not know', async () => {
    const computer = await stage.computer();
    const { address } = personOf(stage.sandbox, 'alice');
    const words = [...sandboxOptions(stage.sandbox), '--client-id', 'nobody', '--no-browser', '--json'];
    const command = computer.terminal.start('sign-in', address, ...words, '--timeout', '2');
    // Such a provider shows its refusal to the person and sends nobody back (RFC 6749 section 4.1.2.1).
    const page = await fetch(await command.link());
    expect(page.status).toBe(400);
    expectFault(await command.ended, 1, 'signin.timeout');
    await expectNothingKept(computer);
  });

  story('what is typed wrongly is told before anything is asked', async () => {
    const { terminal } = await stage.computer();
    const before = stage.sandbox.provider.requestLog().length;
    expectFault(await terminal.run('sign-in', 'alice', '--json'), 2, 'input.address');
    expectFault(await terminal.run('sign-in', 'alice@example.org', '--json'), 2, 'input.server-needed');
    const insecure = await terminal.run(
      ...['sign-in', 'alice@example.org', '--server', 'http://mail.example.org', '--json'],
    );
    expectFault(insecure, 2, 'input.insecure-url');
    expectFault(await terminal.run('passwords', 'create', '--json'), 2, 'input.invalid');
    expectFault(await terminal.run('passwords', 'frobnicate', '--json'), 2, 'input.invalid');
    expectFault(await terminal.run('settings', '--app', 'pine', '--json'), 2, 'input.unknown-mail-app');
    expectFault(await terminal.run('settings', '--app', 'other', '--json'), 3, 'signin.first');
    expect(stage.sandbox.provider.requestLog()).toHaveLength(before);
  });
});

describe('0.15.5', () => {
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ serverVersion: '0.15.5', mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());

  story('bob logs in by his bare name, and every setting says so', async () => {
    const { terminal } = await stage.computer();
    const end = await signIn(terminal, stage.sandbox, 'bob');
    expectDone(end);
    expect(end.json.identity).toBe('bob');
    const made = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
    expectDone(made);
    expect(made.json.settings).toMatchObject({ userName: 'bob', address: 'bob@example.org' });
    expect(made.json.proof).toEqual({ imap: true, smtp: true, jmap: true });
  });

  story('carol, whose capitals are folded', async () => {
    const end = await signIn((await stage.computer()).terminal, stage.sandbox, 'carol');
    expectDone(end);
    expect(end.json.identity.toLowerCase()).toBe('carol@example.org');
  });

  story('dave, whose mail domain is made without a question', async () => {
    const end = await signIn((await stage.computer()).terminal, stage.sandbox, 'dave');
    expectDone(end);
    expect(end.json.identity).toBe('dave@unknown.test');
  });

  story('erin, of whom the provider gives no address', async () => {
    const computer = await stage.computer();
    const end = await signIn(computer.terminal, stage.sandbox, 'erin');
    expectFault(end, 1, 'server.rejected-token');
    expect(end.json.error.facts.kinds).toContain('no-address-claim');
    await expectNothingKept(computer);
  });

  story('another person than the address', async () => {
    const computer = await stage.computer();
    const end = await signIn(computer.terminal, stage.sandbox, 'bob', { as: 'alice@example.org' });
    expectFault(end, 1, 'signin.wrong-person');
    await expectNothingKept(computer);
  });
});

describe('a server without a provider', () => {
  story('signs people in itself (0.16)', async () => {
    const password = 'alice-at-the-server';
    const stage = await openStage({
      ownOAuth: true,
      // A plain listener, as behind a TLS proxy: the server then names itself by relative addresses.
      https: false,
      mail: 'stalwart-lines',
      accounts: [{ address: 'alice@example.org', name: 'Alice', password }],
    });
    try {
      const { terminal } = await stage.computer();
      const command = terminal.start(
        ...['sign-in', 'alice@example.org', ...sandboxOptions(stage.sandbox), '--no-browser', '--json'],
      );
      await signInByForm(await command.link(), { login: 'alice@example.org', password });
      const end = await command.ended;
      expectDone(end);
      expect(end.json).toMatchObject({
        identity: 'alice@example.org',
        account: { service: { issuer: { kind: 'stalwart', origin: 'server' } } },
      });
      expectDone(await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json'));
      const out = await terminal.run('sign-out', '--no-browser', '--json');
      expectDone(out);
      expect(out.json).toMatchObject({ tokens: 'not-offered', sessionPage: null });
    } finally {
      await stage.close();
    }
  });
});

/** Neither may have app passwords, and nothing is made before that is said. */
describe.each([
  // Every later bearer call wipes them (finding 17).
  ['0.14.0', 'server.wipes-app-passwords', /0\.14\.1/],
  // People of an external directory cannot have any before 0.13.2.
  ['0.13.1', 'server.too-old', /update/],
] as const)('%s', (serverVersion, code, words) => {
  story('no app password is made', async () => {
    const stage = await openStage({ serverVersion, mail: 'stalwart-lines' });
    try {
      const { terminal } = await stage.computer();
      expectDone(await signIn(terminal, stage.sandbox, 'mara'));
      const end = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
      expectFault(end, 1, code);
      expect(`${end.json.error.message} ${end.json.error.next}`).toMatch(words);
      expect(stage.sandbox.stalwart.store.byName('mara@example.org')?.secrets).toEqual([]);
      expect((await terminal.run('passwords', 'list', '--json')).json).toEqual({ appPasswords: [] });
    } finally {
      await stage.close();
    }
  });
});

story('a bug of ours is told without its insides, and where the log of it is', async () => {
  const keyring = await openKeyringSession();
  onTestFinished(() => keyring.close());
  const terminal = await openTerminal({
    env: { ...keyring.env, NODE_OPTIONS: '--import=data:text/javascript,URL.canParse=null' },
  });
  onTestFinished(() => terminal.close());
  const end = await terminal.run('sign-in', 'mara@example.org', '--server', 'https://mail.example', '--json');
  expectFault(end, 1, 'bug');
  expect(end.json.error.next).toContain(terminal.home);
  expect(await readFile(end.json.error.facts.log, 'utf8')).toContain('"event":"bug"');
});
