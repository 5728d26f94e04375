import { expect, onTestFinished, vi } from 'vitest';
import { playBack as playBackHttp } from '../app-passwords/playback.ts';
import { type LineServer, startLineServer } from '../mailbox/line-server.ts';
import { playBack as playBackLines, recordedLines } from '../mailbox/playback-lines.ts';
import { createCertificates } from '../sandbox/certificates.ts';
import { signInByForm } from '../sandbox/provider/person-at-a-form.ts';
import { startProvider } from '../sandbox/provider/start-provider.ts';
import { skipUnless } from '../support/skip.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { keyringInstalled, keyringMissing, openKeyringSession } from '../vault/keyring-session.ts';
import { expectDone } from './expect-end.ts';
import { openTerminal } from './terminal.ts';

// The whole command line against servers that say nothing but what real ones were recorded to say, so that it never
// leans on a habit of the sandbox. Only the provider is one that thinks.

vi.setConfig({ testTimeout: 90_000 });

const story = skipUnless(keyringInstalled, keyringMissing);
const address = 'alice@example.org';
/** How the probe keeps its connection warm. */
const warmUp = 'jmap session, anonymous';

async function stageOf(version: '0.16.18' | '0.15.5', script: readonly string[]) {
  const provider = await startProvider({ tokens: version === '0.16.18' ? 'jwt' : 'opaque' });
  onTestFinished(() => provider.stop());
  const labels: Record<string, string> = { 'http://127.0.0.1:9090': provider.issuer };
  const http = await playBackHttp(version, script, labels, { again: [warmUp] });
  onTestFinished(() => http.stop());
  const { ca, server: certificate } = await createCertificates(await temporaryDirectory());
  const unknown: string[][] = [];
  async function lines(name: string): Promise<LineServer> {
    const playback = playBackLines(recordedLines(version, name));
    unknown.push(playback.unknown);
    const server = await startLineServer({ certificate, security: 'tls', converse: playback.converse });
    onTestFinished(() => server.stop());
    return server;
  }
  const imap = await lines('imap over TLS: login with the app password');
  const smtp = await lines('submission over TLS: AUTH PLAIN');
  const keyring = await openKeyringSession();
  onTestFinished(() => keyring.close());
  const terminal = await openTerminal({ env: keyring.env, ca: ca.certPath });
  onTestFinished(() => terminal.close());

  async function signIn() {
    const at = ({ endpoint }: LineServer) => `${endpoint.host}:${endpoint.port}`;
    const command = terminal.start(
      ...['sign-in', address, '--server', http.server.href, '--imap', at(imap), '--smtp', at(smtp)],
      ...(version === '0.16.18' ? [] : ['--issuer', provider.issuer]),
      ...['--no-browser', '--json'],
    );
    await signInByForm(await command.link(), { login: 'alice', password: 'alice-sandbox-password' });
    return command.ended;
  }
  /** Everything recorded was asked for, and nothing else. */
  function expectAllPlayed(): void {
    expect([http.unexpected, http.left, unknown.flat()]).toEqual([[], [], []]);
  }
  return { http, labels, terminal, signIn, expectAllPlayed };
}

story('0.16.18', async () => {
  const secret = `app_${'a'.repeat(36)}`;
  const { labels, terminal, signIn, expectAllPlayed, http } = await stageOf('0.16.18', [
    ...['discover, anonymous', 'autoconfig', 'PACC'],
    'first authenticated call (activation): session',
    ...['mint a hardened one with expiry and allowed addresses', 'basic session with the app password'],
    'list app passwords',
    // Somebody else was faster between the two.
    ...['list app passwords', 'destroy an unknown id'],
    'list app passwords, none yet',
  ]);
  labels['<second app password secret>'] = secret;
  const first = await signIn();
  expectDone(first);
  expect(first.json).toMatchObject({ identity: address, note: null });
  expect(first.json.account.jmapAccountId).toBe('b');

  const made = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
  expectDone(made);
  const { id, description, serverId } = made.json.appPassword;
  expect([serverId, made.json.proof]).toEqual(['c', { imap: true, smtp: true, jmap: true }]);
  expect((await terminal.run('passwords', 'show', id)).stdout).toBe(`${secret}\n`);
  const login = http.requests.find(({ authorization }) => authorization?.startsWith('Basic'));
  expect(login?.authorization).toBe(`Basic ${Buffer.from(`${address}:${secret}`).toString('base64')}`);

  labels['"zzzzz"'] = '"c"';
  labels['"iPhone"'] = JSON.stringify(description);
  const listed = await terminal.run('passwords', 'list', '--json');
  expectDone(listed);
  expect(listed.json.appPasswords).toMatchObject([
    { id: 'server:b', description: 'Thunderbird on laptop', madeHere: false, expiresAt: null },
    { id, description, madeHere: true, expiresAt: '2027-01-31T00:00:00Z' },
  ]);
  expectDone(await terminal.run('passwords', 'revoke', id, '--json'));
  expect((await terminal.run('passwords', 'list', '--json')).json).toEqual({ appPasswords: [] });
  expectDone(await terminal.run('sign-out', '--no-browser', '--json'));
  expectAllPlayed();
});

story('0.15.5', async () => {
  const { labels, terminal, signIn, expectAllPlayed, http } = await stageOf('0.15.5', [
    ...['discover, anonymous', 'autoconfig before the account exists', 'PACC'],
    'first authenticated call (activation): session',
    ...['oauth code reveals the version', 'mint an app password', 'basic session with the app password'],
    'list app passwords',
    ...['list app passwords', 'remove by exact name plus $'],
    'list after null removal',
  ]);
  const first = await signIn();
  expectDone(first);
  expect(first.json.identity).toBe(address);
  expect(first.json.note).toContain('up to an hour');

  const made = await terminal.run('passwords', 'create', '--app', 'thunderbird', '--json');
  expectDone(made);
  const { id, description, serverId } = made.json.appPassword;
  expect(made.json.proof).toEqual({ imap: true, smtp: true, jmap: true });
  // The server gets a name and a hash; the secret was never sent to it.
  const sent = http.requests.find(({ path }) => path === '/api/account/auth')?.body;
  expect(sent).toEqual([
    { type: 'addAppPassword', name: serverId, password: expect.stringMatching(/^\$6\$/) },
  ]);

  labels['"Thunderbird on laptop"'] = JSON.stringify(serverId);
  const listed = await terminal.run('passwords', 'list', '--json');
  expectDone(listed);
  expect(listed.json.appPasswords).toMatchObject([
    { id, description, madeHere: true },
    { id: 'server:Thunderbird', madeHere: false },
    { id: 'server:Thunderbird', madeHere: false },
  ]);
  expectDone(await terminal.run('passwords', 'revoke', id, '--json'));
  expect(http.requests.at(-1)?.body).toEqual([{ type: 'removeAppPassword', name: `${serverId}$` }]);
  expect((await terminal.run('passwords', 'list', '--json')).json).toEqual({ appPasswords: [] });
  expectDone(await terminal.run('sign-out', '--no-browser', '--json'));
  expectAllPlayed();
});
