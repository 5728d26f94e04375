import { expect, test } from 'vitest';
import type { AppPassword, ProofResult } from '../../src-main/app-passwords/app-password.ts';
import { proveAgain } from '../../src-main/app-passwords/prove-again.ts';
import type { Account } from '../../src-main/mailbox/account.ts';
import type { MailProbe, ProbeLogin } from '../../src-main/mailbox/mail-probe.ts';
import type { ProofLine } from '../../src-main/mailbox/proof-line.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { Secret } from '../../src-main/secret.ts';
import type { StepEvent } from '../../src-main/steps.ts';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';

const endpoint = { host: 'mail.example.org', port: 993, security: 'tls', origin: 'guess' } as const;
const account: Account = {
  id: 'mara@example.org/mail.example.org',
  address: 'mara@example.org',
  login: 'mara',
  service: {
    server: 'https://mail.example.org/',
    generation: 'rest',
    imap: endpoint,
    smtp: { ...endpoint, port: 465 },
    sieve: null,
    issuer: { url: 'https://login.example.org', origin: 'option', kind: 'external' },
  },
  clientId: 'gatepass',
  scopes: [],
  audience: null,
  jmapAccountId: null,
  signedInAt: '2026-11-24T09:00:00Z',
};
const appPassword: AppPassword = {
  id: 'outlook-k7f2qd',
  accountId: account.id,
  mailApp: 'outlook',
  serverId: 'a',
  description: 'Outlook on fern (k7f2qd)',
  createdAt: null,
  expiresAt: null,
  proof: null,
};

function world(results: Readonly<Record<'imap' | 'smtp' | 'jmap', ProofResult>>) {
  const logins: ProbeLogin[] = [];
  const probe = (protocol: keyof typeof results): MailProbe => ({
    open: async () => {},
    prove: async (login) => {
      logins.push(login);
      return results[protocol];
    },
    close() {},
  });
  const line: ProofLine = {
    imap: Promise.resolve({ probe: probe('imap'), endpoint }),
    smtp: Promise.resolve({ probe: probe('smtp'), endpoint }),
    jmap: probe('jmap'),
    reopen() {},
    close() {},
  };
  const book = new Map([[appPassword.id, appPassword]]);
  const steps: StepEvent[] = [];
  const ports = {
    clock: createSystemClock(),
    vault: createMemoryVault(),
    appPasswords: {
      list: async () => [...book.values()],
      get: async (id: string) => book.get(id) ?? null,
      put: async (one: AppPassword) => void book.set(one.id, one),
      remove: async (id: string) => void book.delete(id),
    },
  };
  const watch = { onStep: (step: StepEvent) => steps.push(step), signal: new AbortController().signal };
  return { ports, line, book, logins, steps, watch };
}

const accepted: ProofResult = { kind: 'accepted', ms: 3 };

test('one attempt a protocol with the kept secret, and the result is remembered', async () => {
  const refused: ProofResult = { kind: 'refused', ms: 9, reason: 'expired' };
  const { ports, line, book, logins, steps, watch } = world({
    imap: accepted,
    smtp: refused,
    jmap: accepted,
  });
  await ports.vault.set(appPassword.id, new Secret('planted'));
  const proved = await proveAgain(ports, { appPassword, account, line }, watch);
  expect(proved.proof).toMatchObject({ imap: accepted, smtp: refused, jmap: accepted });
  expect(book.get(appPassword.id)).toEqual(proved);
  expect(logins.map(({ user, secret }) => [user, secret.reveal()])).toEqual(
    Array(3).fill(['mara', 'planted']),
  );
  expect(steps.filter(({ state }) => state === 'failed').map(({ step }) => step)).toEqual(['smtp']);
});

test('without a secret nothing is tried', async () => {
  const { ports, line, logins, watch } = world({ imap: accepted, smtp: accepted, jmap: accepted });
  await expect(proveAgain(ports, { appPassword, account, line }, watch)).rejects.toMatchObject({
    code: 'password.not-found',
  });
  expect(logins).toEqual([]);
});

test('what was revoked meanwhile does not come back', async () => {
  const { ports, line, book, watch } = world({ imap: accepted, smtp: accepted, jmap: accepted });
  await ports.vault.set(appPassword.id, new Secret('planted'));
  book.clear();
  await proveAgain(ports, { appPassword, account, line }, watch);
  expect([...book]).toEqual([]);
});
