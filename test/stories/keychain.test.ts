import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, type onTestFinished, test, vi } from 'vitest';
import { skipReason } from '../support/skip.ts';
import { keyringInstalled, keyringMissing, openKeyringSession } from '../vault/keyring-session.ts';
import { expectDone, expectFault } from './expect-end.ts';
import { keptTokens } from './kept-tokens.ts';
import { personOf, sandboxOptions, signIn } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { openTerminal } from './terminal.ts';

// Without a keychain nothing is done that would have to be kept, and nothing is kept elsewhere.

// Each command is a process; a machine with something else to do needs patience.
vi.setConfig({ testTimeout: 90_000 });

const describeAll = keyringInstalled ? describe.concurrent : describe.skip;
const named = keyringInstalled ? 'the keychain' : `the keychain ${skipReason(keyringMissing)}`;

describeAll(named, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());

  /** `onTestFinished` of each test: they run side by side. */
  async function computer(state: Parameters<typeof openKeyringSession>[0], finished: typeof onTestFinished) {
    const keyring = await openKeyringSession(state);
    finished(() => keyring.close());
    const terminal = await openTerminal({ env: keyring.env, ca: stage.sandbox.ca });
    finished(() => terminal.close());
    return { keyring, terminal };
  }

  test.for([
    ['locked', 'vault.locked'],
    ['no-keyring', 'vault.missing'],
    ['no-service', 'vault.missing'],
    ['no-bus', 'vault.missing'],
  ] as const)('%s: said before the browser opens', async ([state, code], { onTestFinished: finished }) => {
    const { terminal } = await computer(state, finished);
    const { address } = personOf(stage.sandbox, 'mara');
    const end = await terminal.run(
      'sign-in',
      address,
      ...sandboxOptions(stage.sandbox),
      '--no-browser',
      '--json',
    );
    expectFault(end, 5, code);
    expect(end.stderr).not.toContain('Open:');
    expectFault(await terminal.run('passwords', 'show', 'thunderbird-abcdef', '--json'), 5, code);
    expect(await readdir(terminal.home).catch(() => [])).toEqual([]);
  });

  test('never answers: a deadline, then an end that no stuck thread holds up', async ({
    onTestFinished: finished,
  }) => {
    const { terminal } = await computer('hung', finished);
    const end = await terminal.run('passwords', 'show', 'thunderbird-abcdef', '--json');
    // A thread that waits in the keychain's library can only be killed: exit code 137 in a shell (end-process.ts).
    expect([end.code, end.signal]).toEqual([null, 'SIGKILL']);
    expect(end.json.error.code).toBe('vault.timeout');
    expect(end.stderr).toContain('Nothing is lost');
  }, 90_000);

  test('locked after the sign-in: nothing is lost', async ({ onTestFinished: finished }) => {
    const own = await computer('unlocked', finished);
    const { terminal, keyring } = own;
    expectDone(await signIn(terminal, stage.sandbox, 'mara'));
    const made = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
    expectDone(made);
    const { id } = made.json.appPassword;
    const before = await keptTokens(own);
    await keyring.lock();
    for (const words of [
      ['passwords', 'list'],
      ['passwords', 'show', id],
      ['passwords', 'create', '--app', 'other'],
      ['activate'],
      ['sign-out', '--no-browser'],
    ])
      expectFault(await terminal.run(...words, '--json'), 5, 'vault.locked');
    await keyring.unlock();
    expect(await keptTokens(own)).toEqual(before);
    expectDone(await terminal.run('passwords', 'show', id));
    expectDone(await terminal.run('passwords', 'list', '--json'));
  });
});
