import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TransportSecurity } from '../../src-main/discovery/mail-service.ts';
import { createImapProbe } from '../../src-main/mailbox/imap-probe.ts';
import type { MailProbe } from '../../src-main/mailbox/mail-probe.ts';
import { createSmtpProbe } from '../../src-main/mailbox/smtp-probe.ts';
import { Secret } from '../../src-main/secret.ts';
import type { Certificates } from '../sandbox/certificates.ts';
import { startDovecot } from '../sandbox/mail/dovecot.ts';
import { dovecotInstalled } from '../sandbox/mail/dovecot-installed.ts';
import type { LoginOutcome } from '../sandbox/mail/mail-authority.ts';
import type { MailServers } from '../sandbox/mail/mail-servers.ts';
import { startStalwartLines } from '../sandbox/mail/stalwart-lines.ts';
import { createTryoutAuthority, type TryoutAuthority } from '../sandbox/mail/tryout-authority.ts';
import { startTryoutIntrospection, type TryoutIntrospection } from '../sandbox/mail/tryout-introspection.ts';
import type { ListeningOn } from '../sandbox/sandbox.ts';
import { skipUnless } from '../support/skip.ts';
import { testCertificates } from './test-certificates.ts';

const alice = 'alice@example.org';
let certificates: Certificates;
beforeAll(async () => {
  certificates = await testCertificates();
});

type Create = typeof createImapProbe;
function probeOf(create: Create, on: ListeningOn & { readonly security: TransportSecurity }): MailProbe {
  return create({ ...on, origin: 'option' }, { ca: [certificates.ca.cert] });
}
async function proveAll(servers: MailServers, secret: string, user = alice) {
  const login = { user, secret: new Secret(secret) };
  const probes = [
    probeOf(createImapProbe, servers.imap),
    probeOf(createImapProbe, servers.imapStartTls),
    probeOf(createSmtpProbe, servers.smtp),
    probeOf(createSmtpProbe, servers.submission),
  ];
  await Promise.all(probes.map((probe) => probe.open()));
  const results = await Promise.all(probes.map((probe) => probe.prove(login)));
  return results.map((result) => (result.kind === 'refused' ? result.reason : result.kind));
}

describe.each(['0.16.18', '0.16.1', '0.15.5', '0.14.0'] as const)('Stalwart’s lines %s', (version) => {
  const late = version.startsWith('0.16');
  let authority: TryoutAuthority;
  let servers: MailServers;
  beforeAll(async () => {
    authority = createTryoutAuthority(version);
    const delays = { refusal: { min: 0, max: 20 }, smtpRefusal: 50 };
    servers = await startStalwartLines({ authority, tls: certificates.server, delays });
  });
  afterAll(async () => servers.stop());

  test.each<readonly [string, LoginOutcome | 'good', readonly string[]]>([
    ['a good one', 'good', ['accepted', 'accepted', 'accepted', 'accepted']],
    ['a destroyed one', { kind: 'destroyed' }, Array(4).fill('wrong-or-revoked')],
    ['a wrong one', { kind: 'wrong-secret' }, Array(4).fill('wrong-or-revoked')],
    [
      'an expired one',
      { kind: 'expired' },
      late
        ? ['expired', 'expired', 'wrong-or-revoked', 'wrong-or-revoked']
        : Array(4).fill('wrong-or-revoked'),
    ],
    ['from elsewhere', { kind: 'address-not-allowed' }, Array(4).fill('address-not-allowed')],
    [
      'without the right',
      { kind: 'protocol-not-allowed', permission: 'imapAuthenticate' },
      // IMAP: closed without a word in the sandbox, a NO by the reference: not recorded, so both are fine.
      [
        expect.stringMatching(/-not-allowed$/),
        expect.stringMatching(/-not-allowed$/),
        ...Array(2).fill('protocol-not-allowed'),
      ],
    ],
  ])('%s', async (name, outcome, expected) => {
    const secret = `app_${name.replaceAll(' ', '_')}`;
    if (outcome === 'good') authority.mint(alice, alice, secret);
    else authority.decide(secret, outcome);
    expect(await proveAll(servers, secret)).toEqual(expected);
  });
});

const here = dovecotInstalled();
const withDovecot = skipUnless(here, 'no Dovecot 2.3');
describe('Dovecot', () => {
  let authority: TryoutAuthority;
  let introspection: TryoutIntrospection;
  let servers: MailServers;
  beforeAll(async () => {
    if (!here) return;
    authority = createTryoutAuthority('0.16.18');
    introspection = await startTryoutIntrospection();
    servers = await startDovecot({ authority, tls: certificates.server, introspection });
  });
  afterAll(async () => {
    if (!here) return;
    await servers.stop();
    await introspection.stop();
  });

  withDovecot('takes what was minted and refuses what was revoked', async () => {
    authority.mint(alice, alice, 'app_good "one"\\');
    expect(await proveAll(servers, 'app_good "one"\\')).toEqual(Array(4).fill('accepted'));
    authority.decide('app_good "one"\\', { kind: 'destroyed' });
    expect(await proveAll(servers, 'app_good "one"\\')).toEqual(Array(4).fill('wrong-or-revoked'));
    expect(await proveAll(servers, 'app_never')).toEqual(Array(4).fill('wrong-or-revoked'));
  });
});
