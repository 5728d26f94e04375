import { afterAll, expect, onTestFinished, test } from 'vitest';
import { findMailService } from '../../src-main/discovery/find-mail-service.ts';
import { offersDeviceCode } from '../../src-main/discovery/own-sign-in.ts';
import { Fault } from '../../src-main/fault.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { IssuerDescription } from '../../src-main/sign-in/sign-in.ts';
import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';
import { startStalwart } from '../sandbox/stalwart/start-stalwart.ts';

const running = new AbortController();
afterAll(() => running.abort());
const server = new URL('https://mail.example.org/');

async function issuerAt(version: StalwartVersion, issuer: string | null = null) {
  const stalwart = await startStalwart({ version, issuer: null });
  onTestFinished(() => stalwart.stop());
  const http = createNodeHttp();
  const ports = { http, signIn: createOpenidSignIn({ http, clock: createSystemClock() }) };
  const options = { imap: null, smtp: null, sieve: null };
  const request = { address: 'alice@example.org', server: stalwart.url, issuer, ...options };
  const found = await findMailService(ports, request, running.signal);
  return { issuer: found.issuer, url: `${stalwart.url}/` };
}

test.each(['0.16.18', '0.16.1', '0.15.5', '0.14.0', '0.13.1'] as const)(
  'Stalwart %s without an external provider is its own issuer',
  async (version) => {
    const { issuer, url } = await issuerAt(version);
    expect(issuer).toEqual({ kind: 'stalwart', origin: 'server', url });
  },
);

test('an issuer that was given wins', async () => {
  const { issuer } = await issuerAt('0.15.5', 'https://login.example.org');
  expect(issuer).toEqual({ kind: 'external', origin: 'option', url: 'https://login.example.org' });
});

test.each([true, false])(
  'the server’s own document says whether there is a device code: %s',
  async (deviceCode) => {
    const asked: unknown[] = [];
    const discover = async (...question: unknown[]) => {
      asked.push(question);
      return { deviceCode } as IssuerDescription;
    };
    await expect(offersDeviceCode({ discover }, server, running.signal)).resolves.toBe(deviceCode);
    expect(asked).toEqual([[server.href, { kind: 'stalwart', signal: running.signal }]]);
  },
);

test('no document is no; a server that can not be asked is a failure', async () => {
  const failing = (code: 'issuer.invalid' | 'network.reset') => ({
    discover: () => Promise.reject(new Fault(code, 'scripted')),
  });
  await expect(offersDeviceCode(failing('issuer.invalid'), server)).resolves.toBe(false);
  await expect(offersDeviceCode(failing('network.reset'), server)).rejects.toMatchObject({
    code: 'network.reset',
  });
});
