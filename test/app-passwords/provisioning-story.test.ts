import { afterEach, describe, expect, it } from 'vitest';
import { nameAppPassword } from '../../src-main/app-passwords/app-password-name.ts';
import { provisioningFor } from '../../src-main/app-passwords/provisioning-for.ts';
import { discoverGeneration } from '../../src-main/discovery/generation.ts';
import { rankMailEndpoints } from '../../src-main/discovery/mail-endpoints.ts';
import { type Fault, toFault } from '../../src-main/fault.ts';
import { activateMailbox } from '../../src-main/mailbox/activate-mailbox.ts';
import type { Http } from '../../src-main/platform/http.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { Secret } from '../../src-main/secret.ts';
import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';
import type { MintOptions } from '../sandbox/provider/provider-options.ts';
import { startProvider } from '../sandbox/provider/start-provider.ts';
import type { StalwartOptions } from '../sandbox/stalwart/server-options.ts';
import { startStalwart } from '../sandbox/stalwart/start-stalwart.ts';

const ports = { http: createNodeHttp(), clock: createSystemClock() };
const signal = new AbortController().signal;
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A real provider, a sandbox server of that version, and a person whose token is minted without a browser. */
async function start(version: StalwartVersion, options: Partial<StalwartOptions> = {}) {
  const provider = await startProvider({ tokens: version.startsWith('0.16') ? 'jwt' : 'opaque' });
  stops.push(provider.stop);
  const stalwart = await startStalwart({
    version,
    issuer: provider.issuer,
    refusalDelay: { min: 0, max: 1 },
    ...options,
  });
  stops.push(stalwart.stop);
  const server = new URL(`${stalwart.url}/`);

  async function signIn(login: string, mint: MintOptions = {}) {
    const address = `${login}@example.org`;
    const token = new Secret(await provider.mint(login, mint));
    const { kind: generation } = await discoverGeneration(ports.http, server, address, signal);
    const mailbox = { server, generation, issuer: provider.issuer, address, token };
    const active = await activateMailbox(ports, mailbox, signal);
    const candidates = rankMailEndpoints({
      server,
      options: { imap: null, smtp: null, sieve: null },
      autoconfig: null,
      pacc: null,
    });
    const [imap, smtp] = [candidates.imap[0], candidates.smtp[0]];
    if (imap === undefined || smtp === undefined) throw new Error('no candidate');
    const issuer = { url: provider.issuer, origin: 'option', kind: 'external' } as const;
    const service = { server: server.href, generation: active.generation, imap, smtp, sieve: null, issuer };
    const account = { service, jmapAccountId: active.jmapAccountId };
    const once: Http = {
      send: async (request) => {
        try {
          return await ports.http.send(request);
        } finally {
          // A fault hits the creation only, not the cleaning up after it.
          if (/"create"|"addAppPassword"/.test(request.body ?? '')) stalwart.faults.clear();
        }
      },
    };
    return { active, passwords: provisioningFor({ ...ports, http: once }, account, async () => token) };
  }

  async function logIn(user: string, secret: Secret): Promise<number> {
    const authorization = `Basic ${Buffer.from(`${user}:${secret.reveal()}`).toString('base64')}`;
    const url = new URL('jmap/session', server);
    return (await ports.http.send({ method: 'GET', url, headers: { authorization } })).status;
  }
  return { stalwart, signIn, logIn };
}

function wanted(mailAppName: string) {
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));
  const named = nameAppPassword({ mailApp: 'app', mailAppName, host: 'laptop' }, random);
  return { description: named.description, expiresAt: null };
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  return promise.then(
    () => {
      throw new Error('should have failed');
    },
    (thrown: unknown) => toFault(thrown),
  );
}

describe.each(['0.16.18', '0.16.1', '0.15.5'] as const)('on %s', (version) => {
  it('finds, activates, makes two app passwords that work, and revokes one', async () => {
    const { signIn, logIn } = await start(version);
    const { active, passwords } = await signIn('mara');
    expect(active.identity.kind).toBe('same');
    const [first, second] = [wanted('Thunderbird'), wanted('Apple Mail')];
    const made = await passwords.create(first);
    const other = await passwords.create(second);
    expect((await passwords.list()).map(({ description }) => description).sort()).toEqual(
      [first.description, second.description].sort(),
    );
    expect(await logIn(active.login, made.secret)).toBe(200);
    const one = { serverId: made.serverId, description: first.description };
    expect(await passwords.destroy(one)).toBe('destroyed');
    expect(await passwords.destroy(one)).toBe('absent');
    expect(await logIn(active.login, made.secret)).toBe(401);
    expect(await logIn(active.login, other.secret)).toBe(200);
    expect(made.note).toBe(version === '0.16.1' ? 'space-in-secret' : undefined);
  });

  it('leaves nothing behind when the answer of a creation is lost', async () => {
    const { stalwart, signIn } = await start(version);
    const { passwords } = await signIn('mara');
    // The version question comes first and is asked once.
    const kept = await passwords.create(wanted('Outlook'));
    const route = version === '0.15.5' ? 'POST /api/account/auth' : 'POST /jmap';
    stalwart.faults.set(route, { kind: 'lose-answer' });
    const fault = await faultOf(passwords.create(wanted('Thunderbird')));
    expect(fault.code).toBe('password.lost-answer');
    expect((await passwords.list()).map(({ serverId }) => serverId)).toEqual([kept.serverId]);
  });
});

describe('what a server says no to', () => {
  it('0.16.18: the sixth app password', async () => {
    const { passwords } = await (await start('0.16.18')).signIn('mara');
    for (let count = 0; count < 5; count++) await passwords.create(wanted(`App ${count}`));
    expect(await faultOf(passwords.create(wanted('One more')))).toMatchObject({
      code: 'server.quota',
      facts: { quota: 5 },
    });
  });

  it('0.14.0 and 0.13.1: any app password', async () => {
    const wiping = await (await start('0.14.0')).signIn('mara');
    expect((await faultOf(wiping.passwords.create(wanted('Outlook')))).code).toBe(
      'server.wipes-app-passwords',
    );
    const old = await (await start('0.13.1')).signIn('mara');
    expect((await faultOf(old.passwords.create(wanted('Outlook')))).code).toBe('server.too-old');
  });

  it.each<[string, MintOptions, string]>([
    ['another audience', { audience: 'account' }, 'audience'],
    ['scp', { scopeClaim: 'scp' }, 'scp-instead'],
    ['no scope claim', { scopeClaim: 'absent' }, 'scope-missing'],
    ['no email scope', { scopes: ['openid', 'profile'] }, 'scope-missing'],
    ['expired', { expiresIn: -120 }, 'expired'],
  ])('0.16.18: a token with %s, and why', async (_name, mint, kind) => {
    const { signIn } = await start('0.16.18');
    const fault = await faultOf(signIn('mara', mint));
    expect(fault.code).toBe('server.rejected-token');
    expect(String(fault.facts['kinds']).split(' ')).toContain(kind);
  });

  it('0.16.18: everybody, while its directory is not the default one', async () => {
    // It then describes itself to those who ask where to sign in.
    const { signIn } = await start('0.16.18', { directory: { directoryIsDefault: false } });
    const fault = await faultOf(signIn('mara'));
    expect(fault.facts['kinds']).toBe('directory-not-default');
  });

  it('0.16.18: an address with capitals', async () => {
    const fault = await faultOf((await start('0.16.18')).signIn('carol'));
    expect(fault.facts['kinds']).toBe('address-upper-case');
  });

  it('0.15.5: nobody is named, so nobody is let in', async () => {
    const fault = await faultOf((await start('0.15.5')).signIn('erin'));
    expect(fault.facts['kinds']).toBe('no-address-claim');
  });

  const mail = [{ type: 'imap', port: 10993, security: 'ssl' }] as const;
  it('0.15.5: a bare name is the same person, says autoconfig', async () => {
    const { active } = await (await start('0.15.5', { mail })).signIn('bob');
    expect(active).toMatchObject({ login: 'bob', identity: { kind: 'same' }, mayBounceForAnHour: true });
  });
});
