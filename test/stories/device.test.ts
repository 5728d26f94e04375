import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { expectDone, expectFault } from './expect-end.ts';
import { personOf, sandboxOptions } from './person.ts';
import { type Computer, openStage, type Stage } from './stage.ts';
import type { RunningCommand } from './terminal.ts';

// Signing in by a code: at a server up to 0.15 that signs people in itself, and where the browser is elsewhere.

const story = skipUnless(keyringInstalled, keyringMissing);

const mailbox = { address: 'alice@example.org', name: 'Alice Example', password: 'mailbox-password' };
const guess = 'This server does not say where people sign in. If you sign in elsewhere, add --issuer URL.';
const warning =
  'Type it only on a page you opened yourself. If someone sent you a code or asks for this one, stop.';

function start({ terminal }: Computer, stage: Stage, address: string, ...options: string[]): RunningCommand {
  const { server, imap, smtp, sieve } = stage.sandbox;
  const at = ({ host, port }: { host: string; port: number }) => `${host}:${port}`;
  const where = ['--server', server, '--imap', at(imap), '--smtp', at(smtp), '--sieve', at(sieve)];
  return terminal.start('sign-in', address, ...where, '--no-browser', '--json', ...options);
}

/** What the terminal says before it waits: link, code and warning, in this order. */
async function shown(command: RunningCommand): Promise<{ url: string; userCode: string; before: string }> {
  const found = await command.said(/^([\s\S]*)^Open: (\S+)\nCode: (\S+)\n(.*)\n/m);
  const [, before = '', url = '', userCode = '', last] = found;
  expect(last).toBe(warning);
  return { before, url, userCode };
}

async function expectNothingKept({ terminal }: Computer): Promise<void> {
  expect((await terminal.run('accounts', '--json')).json).toEqual({ accounts: [] });
  const files = await readdir(terminal.home).catch(() => []);
  expect(files.filter((name) => !/^log|\.lock$/.test(name))).toEqual([]);
}

// Before 0.15.2 only one of the server's two documents names the device endpoint.
describe.each(['0.15.5', '0.13.1'] as const)('%s without another issuer', (serverVersion) => {
  let stage: Stage;
  beforeAll(async () => {
    if (!keyringInstalled) return;
    const accounts = [mailbox];
    // Over http, so that the person's browser here needs no authority of the sandbox.
    stage = await openStage({
      serverVersion,
      ownOAuth: true,
      accounts,
      https: false,
      mail: 'stalwart-lines',
    });
  });
  afterAll(() => stage?.close());

  story('a code, typed with the mailbox password at the server, signs in and out', async () => {
    const computer = await stage.computer();
    const { terminal } = computer;
    const command = start(computer, stage, mailbox.address);
    const { before, url, userCode } = await shown(command);
    expect(before).toContain(guess);
    await signInByForm(url, { login: mailbox.address, password: mailbox.password, userCode });
    const end = await command.ended;
    expectDone(end);
    expect(end.json).toMatchObject({ identity: mailbox.address });
    expect(end.json.account.service).toMatchObject({
      generation: 'rest',
      issuer: { kind: 'stalwart', url: `${stage.sandbox.server}/`, origin: 'server' },
    });

    if (serverVersion === '0.15.5') {
      const made = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
      expectDone(made);
      expect(made.json.proof).toEqual({ imap: true, smtp: true, jmap: true });
    }
    const out = await terminal.run('sign-out', '--revoke-passwords', '--no-browser', '--json');
    expectDone(out);
    expect(out.json).toMatchObject({ tokens: 'not-offered', stillValid: [], sessionPage: null });
    expect((await terminal.run('accounts', '--json')).json).toEqual({ accounts: [] });
  });

  story('Ctrl+C while it waits leaves nothing', async () => {
    const computer = await stage.computer();
    const command = start(computer, stage, mailbox.address);
    await shown(command);
    command.signal('SIGINT');
    expect((await command.ended).code).toBe(130);
    await expectNothingKept(computer);
  });
});

describe('0.15.5 whose people sign in elsewhere', () => {
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ serverVersion: '0.15.5', mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());

  story('without --issuer it is said before the link, and nothing comes of it', async () => {
    const computer = await stage.computer();
    const command = start(computer, stage, mailbox.address, '--timeout', '1');
    expect((await shown(command)).before).toContain(guess);
    const end = await command.ended;
    expectFault(end, 1, 'signin.timeout');
    expect(end.json.error.facts.seconds).toBe(1);
    await expectNothingKept(computer);
  });
});

describe('0.16.18, and the browser is elsewhere', () => {
  let stage: Stage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openStage({ mail: 'stalwart-lines' });
  });
  afterAll(() => stage?.close());

  story('mara types the code at the provider, and is signed in here', async () => {
    const computer = await stage.computer();
    const mara = personOf(stage.sandbox, 'mara');
    const command = computer.terminal.start(
      ...['sign-in', mara.address, ...sandboxOptions(stage.sandbox)],
      ...['--device', '--no-browser', '--json'],
    );
    const { before, url } = await shown(command);
    expect(before).not.toContain(guess);
    await signInByForm(url, mara);
    const end = await command.ended;
    expectDone(end);
    expect(end.json.identity).toBe(mara.address);
    const out = await computer.terminal.run('sign-out', '--no-browser', '--json');
    expect(out.json).toMatchObject({ tokens: 'revoked' });
  });

  story('she presses Cancel there', async () => {
    const computer = await stage.computer();
    const mara = personOf(stage.sandbox, 'mara');
    const command = start(computer, stage, mara.address, '--device');
    await signInByForm((await shown(command)).url, { ...mara, cancel: true });
    expectFault(await command.ended, 1, 'signin.denied');
    await expectNothingKept(computer);
  });
});
