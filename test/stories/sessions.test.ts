import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import type { StalwartVersion } from '../sandbox/sandbox.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { expectDone, expectFault } from './expect-end.ts';
import { isActive, keptTokens } from './kept-tokens.ts';
import { signIn } from './person.ts';
import { openStage, type Stage } from './stage.ts';

// What becomes of a sign-in later: refreshed, ended by the provider, ended by the person.

// Each command is a process; a machine with something else to do needs patience.
vi.setConfig({ testTimeout: 90_000 });

const story = skipUnless(keyringInstalled, keyringMissing);
/** Below the minute that a token must have left, so that each command refreshes. */
const accessTokenTtl = 50;

/** Ends the session at the provider behind the back of Gatepass (RFC 7009). */
async function revokeAtProvider({ sandbox }: Stage, token: string): Promise<void> {
  const { clientId: client_id, issuer } = sandbox;
  const body = new URLSearchParams({ token, client_id, token_type_hint: 'refresh_token' });
  const answer = await fetch(`${issuer}/token/revocation`, { method: 'POST', body });
  expect(answer.status).toBe(200);
}

describe.each(['0.16.18', '0.15.5'] as const)('%s', (serverVersion: StalwartVersion) => {
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ serverVersion, mail: 'stalwart-lines', accessTokenTtl });
  });
  afterAll(() => stage?.close());

  story('is refreshed in time; the sealed file holds what the provider gave last', async () => {
    const { sandbox } = stage;
    const computer = await stage.computer();
    const { terminal } = computer;
    expectDone(await signIn(terminal, sandbox, 'mara'));
    const first = await keptTokens(computer);
    expectDone(await terminal.run('passwords', 'list', '--json'));
    const second = await keptTokens(computer);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(await isActive(sandbox, first.refreshToken)).toBe(false);
    expect(await isActive(sandbox, second.refreshToken)).toBe(true);
    expectDone(await terminal.run('activate', '--json'));
    expect((await terminal.run('accounts', '--json')).json.accounts[0].signedIn).toBe(true);
  });

  // oidc-provider ends the whole session when an old refresh token comes twice.
  story('commands at the same time do not end it', async () => {
    const computer = await stage.computer();
    const { terminal } = computer;
    expectDone(await signIn(terminal, stage.sandbox, 'mara'));
    const ends = await Promise.all([1, 2, 3].map(() => terminal.run('passwords', 'list', '--json')));
    for (const end of ends) expectDone(end);
    expectDone(await terminal.run('passwords', 'list', '--json'));
  });

  story('is over: a person must sign in, and what was made stays', async () => {
    const computer = await stage.computer();
    const { terminal } = computer;
    expectDone(await signIn(terminal, stage.sandbox, 'mara'));
    const made = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
    expectDone(made);
    const { id } = made.json.appPassword;
    await revokeAtProvider(stage, (await keptTokens(computer)).refreshToken);

    for (const words of [['passwords', 'list'], ['activate'], ['passwords', 'create', '--app', 'other']]) {
      const end = await terminal.run(...words, '--json');
      expectFault(end, 3, 'signin.needed');
      expect(end.json.error.message).toContain('mara@example.org');
    }
    expectDone(await terminal.run('passwords', 'show', id));
    expectDone(await terminal.run('settings', '--app', 'thunderbird'));

    expectDone(await signIn(terminal, stage.sandbox, 'mara'));
    const listed = await terminal.run('passwords', 'list', '--json');
    expectDone(listed);
    const own = listed.json.appPasswords.find((one: { id: string }) => one.id === id);
    expect(own).toMatchObject({ madeHere: true, mailApp: 'thunderbird' });
    expectDone(await terminal.run('passwords', 'revoke', id, '--json'));
  });

  story('without offline access it lasts as long as its access token', async () => {
    const { terminal } = await stage.computer();
    const options = ['--scope', 'openid email profile'];
    expectDone(await signIn(terminal, stage.sandbox, 'mara', { options }));
    const end = await terminal.run('passwords', 'list', '--json');
    expectFault(end, 3, 'signin.needed');
    expect(end.json.error.message).toContain('lasting session');
  });

  story('a person who was shut out', async () => {
    const { terminal } = await stage.computer();
    expectDone(await signIn(terminal, stage.sandbox, 'alice'));
    stage.sandbox.provider.disablePerson('alice');
    try {
      expectFault(await terminal.run('passwords', 'list', '--json'), 3, 'signin.needed');
    } finally {
      stage.sandbox.provider.enablePerson('alice');
    }
  });

  story('sign-out forgets also when the provider cannot be told', async () => {
    const computer = await stage.computer();
    const { terminal } = computer;
    expectDone(await signIn(terminal, stage.sandbox, 'mara'));
    stage.sandbox.faults.set('POST /token/revocation', { kind: 'reset' });
    try {
      const end = await terminal.run('sign-out', '--no-browser', '--json');
      expectDone(end);
      expect(end.json.tokens).toBe('unreachable');
      expect(end.stderr).toContain('could not be told');
    } finally {
      stage.sandbox.faults.clear();
    }
    const left = await computer.keyring.run(['secret-tool', 'search', '--all', 'service', 'gatepass']);
    expect(left.stdout + left.stderr).not.toContain('gatepass');
    expect((await readdir(terminal.home)).filter((name) => name.includes('sealed'))).toEqual([]);
  });

  story('sign-out takes the app passwords along when asked to', async () => {
    const { terminal } = await stage.computer();
    expectDone(await signIn(terminal, stage.sandbox, 'bob'));
    for (const app of ['thunderbird', 'outlook'])
      expectDone(await terminal.run('passwords', 'create', '--app', app, '--json'));
    const end = await terminal.run('sign-out', '--revoke-passwords', '--no-browser', '--json');
    expectDone(end);
    expect(end.json.stillValid).toEqual([]);
    const account = stage.sandbox.stalwart.store.byEmail('bob@example.org');
    expect([account?.secrets, account?.credentials]).toEqual([[], []]);
  });
});
