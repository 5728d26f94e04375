import type { Account } from '../../src-main/mailbox/account.ts';

/** A mailbox on 0.16; `changes` make it another. */
export function someAccount(changes: Partial<Account> = {}): Account {
  return {
    id: 'a1',
    address: 'mara@fernwood.example',
    login: 'mara@fernwood.example',
    service: {
      server: 'https://mail.fernwood.example/',
      generation: 'jmap',
      imap: { host: 'mail.fernwood.example', port: 993, security: 'tls', origin: 'autoconfig' },
      smtp: { host: 'mail.fernwood.example', port: 465, security: 'tls', origin: 'autoconfig' },
      sieve: null,
      issuer: { url: 'https://login.fernwood.example', origin: 'server', kind: 'external' },
    },
    clientId: 'gatepass',
    scopes: ['openid'],
    audience: null,
    jmapAccountId: 'b',
    signedInAt: '2026-11-24T00:00:00.000Z',
    ...changes,
  };
}
