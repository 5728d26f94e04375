import type { ProofResult } from '../../../src-main/app-passwords/app-password.ts';
import type { Endpoint } from '../../../src-main/discovery/mail-service.ts';
import type { CommandEnd, Terminal } from '../terminal.ts';
import { compareTokens, forceRefresh } from './force-refresh.ts';
import { type LiveChecklist, Skipped } from './live-checklist.ts';
import { type LiveComputer, openLiveComputer } from './live-computer.ts';
import type { LiveOptions } from './live-options.ts';
import { expectDone, learnAddress, liveSignIn } from './live-sign-in.ts';
import { expectRefused, logInAsMailApp } from './mail-app-login.ts';

interface Row {
  readonly id: string;
  readonly description: string;
  readonly madeHere: boolean;
}

/**
 * The main stories against a server and a provider that know nothing of being tried. What is made is destroyed again,
 * whatever happens; app passwords that were there before are not touched.
 */
export async function liveStories(options: LiveOptions, list: LiveChecklist): Promise<void> {
  const computer = await openLiveComputer(options.ca, 'first');
  const { terminal } = computer;
  try {
    let address = options.address ?? '';
    const signedIn = await list.check('sign in', async () => {
      if (options.address === null) address = await learnAddress(terminal, options);
      const { json } = await liveSignIn(terminal, options, address);
      const { generation, imap } = json.account.service;
      return `${json.identity}, ${generation === 'jmap' ? '0.16 or later' : 'up to 0.15'}, IMAP ${imap.host}:${imap.port}`;
    });
    if (signedIn) await whenSignedIn(computer, { ...options, address }, list);
    else list.skip(['everything after the sign-in'], 'nobody is signed in');
  } finally {
    await terminal.run('sign-out', '--no-browser', '--revoke-passwords');
    await computer.close();
  }
}

type Signed = LiveOptions & { readonly address: string };

async function whenSignedIn(computer: LiveComputer, options: Signed, list: LiveChecklist): Promise<void> {
  const { terminal } = computer;
  await list.check('activate', async () => {
    const { json } = expectDone(await terminal.run('activate', '--json'));
    return `the server knows ${json.identity}`;
  });
  const before = await rows(terminal);
  await appPassword(computer, options, list, before);
  await list.check('refresh', () => refreshed(computer));
  await list.check('sign out', async () => {
    const { json } = expectDone(await terminal.run('sign-out', '--no-browser', '--json'));
    const { code } = await terminal.run('passwords', 'list');
    if (code !== 3) throw new Error(`still signed in (${code})`);
    return `tokens: ${json.tokens}`;
  });
}

/** The life of one app password. */
async function appPassword(
  { terminal }: LiveComputer,
  options: Signed,
  list: LiveChecklist,
  before: readonly Row[],
): Promise<void> {
  const [account] = (await terminal.run('accounts', '--json')).json.accounts;
  const login = { imap: account.service.imap as Endpoint, user: account.login as string, ca: options.ca };
  let made: CommandEnd['json'];
  const created = await list.check('create an app password', async () => {
    const words = ['passwords', 'create', '--app', 'thunderbird', '--expires', '7d', '--json'];
    made = expectDone(await terminal.run(...words)).json;
    return made.appPassword.description;
  });
  if (!created) return list.skip(['what an app password is good for'], 'there is none');
  const { id } = made.appPassword;
  for (const protocol of ['jmap', 'imap', 'smtp'])
    await list.check(`prove it over ${protocol.toUpperCase()}`, async () => answered(made.results[protocol]));

  let secret = '';
  await list.check('show it', async () => {
    secret = expectDone(await terminal.run('passwords', 'show', id)).stdout.slice(0, -1);
    return `${secret.length} characters`;
  });
  await list.check('a mail app logs in with it', async () => {
    answered(made.results.imap);
    return `${await logInAsMailApp({ ...login, secret })} folders`;
  });
  await list.check('settings', async () => {
    const { json } = expectDone(await terminal.run('settings', '--app', 'apple-mail', '--json'));
    if (json.settings.userName !== login.user) throw new Error(`user name ${json.settings.userName}`);
    return `user name ${login.user}`;
  });
  await list.check('list', async () => {
    const now = await rows(terminal);
    if (now.length !== before.length + 1 || !now.some((row) => row.id === id && row.madeHere))
      throw new Error(JSON.stringify(now));
    return `${now.length}, ${before.length} of them made before`;
  });
  await list.check('a second device', () => secondDevice(options, before.length + 1));
  await list.check('revoke it', async () => {
    expectDone(await terminal.run('passwords', 'revoke', id, '--json'));
    const { code } = await terminal.run('passwords', 'show', id);
    if (code !== 4) throw new Error(`its secret is still shown (${code})`);
    return null;
  });
  await list.check('a mail app is refused with it', async () => {
    answered(made.results.imap);
    await expectRefused({ ...login, secret });
    return null;
  });
}

/** A server nobody could talk to proves nothing either way: a network may block its port. */
function answered(result: ProofResult): string {
  if (result.kind === 'accepted') return `${result.ms} ms`;
  if (result.kind === 'unreachable')
    throw new Skipped('nobody answers there; --imap and --smtp name other servers');
  throw new Error(`refused: ${result.reason}`);
}

async function refreshed(computer: LiveComputer): Promise<string> {
  const compare = await compareTokens(computer);
  await forceRefresh(computer);
  expectDone(await computer.terminal.run('passwords', 'list', '--json'));
  const { access, refresh } = await compare();
  if (!access) throw new Error('the access token is the same');
  return `new access token, ${refresh ? 'new refresh token' : 'the same refresh token'}`;
}

/** Signs in on another computer, makes an app password there, sees all the others as made elsewhere. */
async function secondDevice(options: Signed, others: number): Promise<string> {
  const other = await openLiveComputer(options.ca, 'second');
  const { terminal } = other;
  try {
    await liveSignIn(terminal, options, options.address);
    expectDone(await terminal.run('passwords', 'create', '--app', 'other', '--expires', '7d', '--json'));
    const now = await rows(terminal);
    const elsewhere = now.filter(({ madeHere }) => !madeHere).length;
    if (now.length - elsewhere !== 1 || elsewhere !== others) throw new Error(JSON.stringify(now));
    return `one made there, ${elsewhere} elsewhere`;
  } finally {
    await terminal.run('sign-out', '--no-browser', '--revoke-passwords');
    await other.close();
  }
}

async function rows(terminal: Terminal): Promise<readonly Row[]> {
  return expectDone(await terminal.run('passwords', 'list', '--json')).json.appPasswords;
}
