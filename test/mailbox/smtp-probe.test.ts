import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TransportSecurity } from '../../src-main/discovery/mail-service.ts';
import type { LineProbeOptions } from '../../src-main/mailbox/line-probe.ts';
import { createSmtpProbe } from '../../src-main/mailbox/smtp-probe.ts';
import { Secret } from '../../src-main/secret.ts';
import type { Certificates } from '../sandbox/certificates.ts';
import { type Client, type LineServer, startLineServer } from './line-server.ts';
import { playBack, recordedLines } from './playback-lines.ts';
import { testCertificates } from './test-certificates.ts';

let certificates: Certificates;
let servers: LineServer[] = [];
const login = { user: 'alice@example.org', secret: new Secret('app_canary-secret') };
const auth = `AUTH PLAIN ${Buffer.from('\0alice@example.org\0app_canary-secret').toString('base64')}`;

beforeAll(async () => {
  certificates = await testCertificates();
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
});

async function serve(
  converse: (client: Client) => Promise<void> | void,
  security: TransportSecurity = 'tls',
): Promise<LineServer> {
  const server = await startLineServer({ certificate: certificates.server, security, converse });
  servers.push(server);
  return server;
}
function probeOf(server: LineServer, options: LineProbeOptions = {}) {
  return createSmtpProbe(server.endpoint, { ca: [certificates.ca.cert], ...options });
}

describe('recorded answers of real servers', () => {
  test.each([
    ['0.16.18', 'submission over TLS: AUTH PLAIN', { kind: 'accepted' }],
    ['0.16.18', 'submission: wrong password', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'submission: right shape but wrong secret', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'submission: destroyed one', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'submission: expired app password', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['0.16.18', 'submission: address not allowed', { kind: 'refused', reason: 'address-not-allowed' }],
    ['0.15.5', 'submission over TLS: AUTH PLAIN', { kind: 'accepted' }],
    ['0.15.5', 'submission: wrong password', { kind: 'refused', reason: 'wrong-or-revoked' }],
  ] as const)('%s %s', async (version, name, expected) => {
    const playback = playBack(recordedLines(version, name));
    const server = await serve(playback.converse);
    const probe = probeOf(server);
    await probe.open();
    expect(playback.heard).toEqual(['EHLO [127.0.0.1]']);
    expect(await probe.prove(login)).toEqual({ ...expected, ms: expect.any(Number) });
    await server.clients[0]?.gone;
    expect(playback.unknown).toEqual([]);
    expect(playback.heard.slice(1, 2)).toEqual([auth]);
    expect(playback.heard.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  test.each([
    ['0.16.18', 'submission with STARTTLS', 'submission over TLS: AUTH PLAIN'],
    ['0.15.5', 'submission on 587 before and after STARTTLS', 'submission over TLS: AUTH PLAIN'],
  ] as const)('%s %s', async (version, name, accepted) => {
    // The recording ends after the second EHLO; what AUTH is answered with over TLS is recorded elsewhere.
    const tail = recordedLines(version, accepted);
    const lines = [
      ...recordedLines(version, name).slice(0, -2),
      ...tail.slice(tail.findIndex((one) => one.startsWith('C: AUTH'))),
    ];
    const playback = playBack(lines);
    const probe = probeOf(await serve(playback.converse, 'starttls'));
    await probe.open();
    expect(playback.heard).toEqual(['EHLO [127.0.0.1]', 'STARTTLS', 'EHLO [127.0.0.1]']);
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted' });
  });

  test('any cutting into pieces gives the same result', async () => {
    const kinds: Readonly<Record<string, object>> = {
      'submission over TLS: AUTH PLAIN': { kind: 'accepted' },
      'submission: wrong password': { kind: 'refused', reason: 'wrong-or-revoked' },
      'submission: address not allowed': { kind: 'refused', reason: 'address-not-allowed' },
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(kinds)),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async (name, chunks) => {
          const server = await serve(playBack(recordedLines('0.16.18', name), chunks).converse);
          expect(await probeOf(server).prove(login)).toMatchObject(kinds[name] ?? {});
          await server.stop();
        },
      ),
      { numRuns: 25 },
    );
  });
});

function talk(answer: string, extensions = '250-localhost\r\n250 AUTH PLAIN LOGIN') {
  return async (client: Client) => {
    client.write('220 localhost\r\n');
    await client.line();
    client.write(`${extensions}\r\n`);
    if ((await client.line()) === auth) client.write(`${answer}\r\n`);
  };
}

describe('other answers', () => {
  test.each([
    ['235 2.7.0 in', { kind: 'accepted' }],
    ['235-2.7.0 well\r\n235 2.7.0 in', { kind: 'accepted' }],
    [
      '550 5.7.1 Your account is not authorized to use this service.',
      { kind: 'refused', reason: 'protocol-not-allowed' },
    ],
    ['525 5.7.13 disabled', { kind: 'refused', reason: 'protocol-not-allowed' }],
    ['554 5.7.8 no', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['454 4.7.0 later', { kind: 'refused', reason: 'wrong-or-revoked' }],
    ['454 4.3.0 the directory is away', { kind: 'unreachable', code: 'server.broken' }],
    ['538 5.7.11 encrypt', { kind: 'refused', reason: 'tls-required' }],
    ['530 5.7.0 Must issue a STARTTLS command first', { kind: 'refused', reason: 'tls-required' }],
    ['421 4.4.2 too late', { kind: 'unreachable', code: 'network.reset' }],
    ['451 4.3.0 broken', { kind: 'unreachable', code: 'server.broken' }],
    ['334 ', { kind: 'unreachable', code: 'server.broken' }],
    ['535-5.7.8 no\r\n235 yes', { kind: 'unreachable', code: 'server.broken' }],
    ['hello', { kind: 'unreachable', code: 'server.broken' }],
  ])('%s', async (answer, expected) => {
    expect(await probeOf(await serve(talk(answer))).prove(login)).toMatchObject(expected);
  });

  test('a port that offers no password login is no word about the password', async () => {
    const server = await serve(talk('', '250-localhost\r\n250 SIZE 1000'));
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
  });

  test('a greeting of 554 is a server that turns everybody away', async () => {
    const server = await serve((client) => client.write('554 no\r\n'));
    expect(await probeOf(server).prove(login)).toMatchObject({
      kind: 'unreachable',
      code: 'network.refused',
    });
  });
});
