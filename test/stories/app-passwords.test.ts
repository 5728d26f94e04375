import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, vi } from 'vitest';
import type { SandboxFault } from '../sandbox/sandbox.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { expectDone, expectFault } from './expect-end.ts';
import { lookUp } from './kept-tokens.ts';
import { signIn } from './person.ts';
import { type Computer, openStage, type Stage } from './stage.ts';

// App passwords when something is in the way: limits, rights, lost answers, refused proofs, Ctrl+C.

// Each command is a process; a machine with something else to do needs patience.
vi.setConfig({ testTimeout: 90_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

/** Everything the server keeps of mara that could log a mail app in. */
function keptByServer({ sandbox }: Stage): readonly unknown[] {
  const account = sandbox.stalwart.store.byEmail('mara@example.org');
  return [
    ...(account?.credentials ?? []).filter(({ kind }) => kind !== 'password'),
    ...(account?.secrets ?? []),
  ];
}

/** Calls back each time mara's app passwords have changed to some; a sign-in changes the account, too (0.15). */
function whenMade(stage: Stage, then: () => void): () => void {
  return stage.sandbox.stalwart.store.onChange(() => {
    if (keptByServer(stage).length > 0) then();
  });
}

/** A fault that ends with the first change on the server: it hits the creation, not the cleaning up after it. */
function setOnce(stage: Stage, route: string, fault: SandboxFault): void {
  const { sandbox } = stage;
  sandbox.faults.set(route, fault);
  onTestFinished(whenMade(stage, () => sandbox.faults.clear()));
}

async function expectNothingMade(stage: Stage, computer: Computer): Promise<void> {
  expect(keptByServer(stage)).toEqual([]);
  const listed = await computer.terminal.run('passwords', 'list', '--json');
  expectDone(listed);
  expect(listed.json).toEqual({ appPasswords: [] });
  const found = await computer.keyring.run(['secret-tool', 'search', '--all', 'service', 'gatepass']);
  expect(found.stdout + found.stderr).not.toContain('thunderbird');
}

const create = ['passwords', 'create', '--app', 'thunderbird', '--json'] as const;

describe.each(['0.16.18', '0.15.5'] as const)('%s', (serverVersion) => {
  const isJmap = serverVersion === '0.16.18';
  const route = isJmap ? 'POST /jmap' : 'POST /api/account/auth';
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ serverVersion, mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());
  afterEach(() => {
    if (!stage) return;
    const { faults, stalwart } = stage.sandbox;
    faults.clear();
    const account = stalwart.store.byEmail('mara@example.org');
    if (account) stalwart.store.change(account.id, { credentials: [], secrets: [] });
  });

  async function signedIn(): Promise<Computer> {
    const computer = await stage.computer();
    expectDone(await signIn(computer.terminal, stage.sandbox, 'mara'));
    return computer;
  }

  const losses: readonly SandboxFault[] = [
    { kind: 'lose-answer' },
    { kind: 'truncate' },
    { kind: 'garbage' },
    { kind: 'huge', bytes: 2_000_000 },
  ];
  story('a lost or unusable answer: what was made is found by its name and destroyed', async () => {
    const computer = await signedIn();
    for (const fault of losses) {
      setOnce(stage, route, fault);
      const end = await computer.terminal.run(...create);
      expectFault(end, 1, 'password.lost-answer');
      expect(end.json.error).toMatchObject({ retryable: true });
      await expectNothingMade(stage, computer);
    }
    expectDone(await computer.terminal.run(...create));
  });

  story('Ctrl+C while it is proved: it is taken back', async () => {
    const computer = await signedIn();
    stage.sandbox.faults.set('imap', { kind: 'hang' });
    const command = computer.terminal.start(...create);
    await command.said(/✓ Created/);
    expect(keptByServer(stage)).toHaveLength(1);
    command.signal('SIGINT');
    const end = await command.ended;
    expect([end.code, end.stdout]).toEqual([130, '']);
    stage.sandbox.faults.clear();
    await expectNothingMade(stage, computer);
  });

  story('a keychain that is locked meanwhile: it is taken back', async () => {
    const computer = await signedIn();
    stage.sandbox.faults.set('imap', { kind: 'latency', ms: 1500 });
    const command = computer.terminal.start(...create);
    await command.said(/✓ Created/);
    await computer.keyring.lock();
    expectFault(await command.ended, 5, 'vault.locked');
    expect(keptByServer(stage)).toEqual([]);
  });

  story('a password the server itself refuses is no password', async () => {
    const computer = await signedIn();
    const { store } = stage.sandbox.stalwart;
    // Gone again before anybody could log in with it.
    const stop = whenMade(stage, () => {
      stop();
      setImmediate(() => {
        const account = store.byEmail('mara@example.org');
        if (account) store.change(account.id, { credentials: [], secrets: [] });
      });
    });
    onTestFinished(stop);
    const end = await computer.terminal.run(...create);
    expectFault(end, 1, 'password.proof-refused');
    expect(end.json.error.message).toMatch(/IMAP|SMTP|JMAP/);
    await expectNothingMade(stage, computer);
  });

  story('mail servers that cannot be asked: it is kept, and said', async () => {
    const computer = await signedIn();
    stage.sandbox.faults.set('imap', { kind: 'reset' });
    stage.sandbox.faults.set('smtp', { kind: 'garbage' });
    const end = await computer.terminal.run(...create);
    expectDone(end);
    expect(end.json.proof).toEqual({ imap: false, smtp: false, jmap: true });
    expect(end.json.results).toMatchObject({ imap: { kind: 'unreachable' }, smtp: { kind: 'unreachable' } });
    expect(end.stderr).toMatch(/✗ Incoming mail/);
    expect(await lookUp(computer, end.json.appPassword.id)).not.toBeNull();
  });

  story('without the right to have any', async () => {
    const computer = await signedIn();
    const forbidden = {
      methodResponses: [
        [
          'error',
          {
            type: 'forbidden',
            description: 'You are not authorized to create, update or destroy objects of this type',
          },
          '0',
        ],
      ],
      sessionState: '2c9be0',
    };
    stage.sandbox.faults.set(
      route,
      isJmap
        ? { kind: 'status', status: 200, body: JSON.stringify(forbidden) }
        : { kind: 'status', status: 403 },
    );
    const end = await computer.terminal.run(...create);
    expectFault(end, 1, 'server.forbidden');
    expect(end.json.error.next).toContain('admin');
    stage.sandbox.faults.clear();
    await expectNothingMade(stage, computer);
  });

  story('one that was made elsewhere is revoked by its number, and only what is listed', async () => {
    const [laptop, desktop] = [await signedIn(), await signedIn()];
    const made = await laptop.terminal.run(...create);
    expectDone(made);
    const [foreign] = (await desktop.terminal.run('passwords', 'list', '--json')).json.appPasswords;
    expectDone(await desktop.terminal.run('passwords', 'revoke', foreign.id, '--json'));
    expect(keptByServer(stage)).toEqual([]);
    expectFault(
      await desktop.terminal.run('passwords', 'revoke', foreign.id, '--json'),
      4,
      'password.not-found',
    );

    // 0.16 gives its number to the next one: the laptop, which does not know, must leave that alone.
    expectDone(await desktop.terminal.run(...create));
    expectDone(await laptop.terminal.run('passwords', 'revoke', made.json.appPassword.id, '--json'));
    expect(keptByServer(stage)).toHaveLength(1);
    expect(await lookUp(laptop, made.json.appPassword.id)).toBeNull();
  });

  story('an end that is over, or cannot be read', async () => {
    const computer = await signedIn();
    for (const when of ['2001-01-01', 'soon', '0d'])
      expectFault(await computer.terminal.run(...create, '--expires', when), 2, 'input.invalid');
    await expectNothingMade(stage, computer);
  });
});

describe('0.16.18', () => {
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());

  story('as many as the server allows', async () => {
    const { terminal } = await stage.computer();
    expectDone(await signIn(terminal, stage.sandbox, 'mara'));
    const { store } = stage.sandbox.stalwart;
    store.change(store.byEmail('mara@example.org')?.id ?? 0, { maxAppPasswords: 1 });
    expectDone(await terminal.run(...create));
    const end = await terminal.run(...create);
    expectFault(end, 1, 'server.quota');
    expect(end.json.error.message).toContain('allows 1 app password');
    expect(keptByServer(stage)).toHaveLength(1);
  });

  story('never touches another credential of the account', async () => {
    const { terminal } = await stage.computer();
    expectDone(await signIn(terminal, stage.sandbox, 'alice'));
    const { store } = stage.sandbox.stalwart;
    const id = store.byEmail('alice@example.org')?.id ?? 0;
    store.addCredential(id, { kind: 'api-key', description: 'backup' });
    expect((await terminal.run('passwords', 'list', '--json')).json).toEqual({ appPasswords: [] });
    for (const credential of ['a', 'b', 'c'])
      expectFault(
        await terminal.run('passwords', 'revoke', `server:${credential}`, '--json'),
        4,
        'password.not-found',
      );
    expect(store.byId(id)?.credentials).toHaveLength(1);
  });

  story('an update from 0.15 to 0.16: the next activation learns the new user name', async () => {
    const { terminal } = await stage.computer();
    expectDone(await signIn(terminal, stage.sandbox, 'bob'));
    // As it was kept while the server was older.
    const path = join(terminal.home, 'accounts.json');
    const kept = JSON.parse(await readFile(path, 'utf8'));
    const [account] = kept.accounts;
    Object.assign(account, { login: 'bob', jmapAccountId: null });
    account.service.generation = 'rest';
    await writeFile(path, JSON.stringify(kept));
    const end = await terminal.run('activate', '--json');
    expectDone(end);
    expect(end.json).toMatchObject({
      identity: 'bob@example.org',
      account: { service: { generation: 'jmap' } },
    });
    expectDone(await terminal.run(...create));
  });
});
