import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIdentity } from '../../src-main/mailbox/compare-identity.ts';

describe('compareIdentity', () => {
  it.each([
    // 0.16: the login is the address.
    ['jmap', 'alice@example.org', 'alice@example.org', null, 'same'],
    ['jmap', 'alice@EXAMPLE.org', 'alice@example.org', null, 'same'],
    ['jmap', 'Alice@example.org', 'alice@example.org', null, 'same'],
    ['jmap', 'alice@example.org', 'bob@example.org', null, 'different'],
    ['jmap', 'alice@example.org', 'alice@example.com', null, 'different'],
    ['jmap', 'bob@example.org', 'bob', 'bob', 'different'],
    // Up to 0.15: the login may be a bare name, and autoconfig is the second opinion.
    ['rest', 'alice@example.org', 'alice@example.org', 'alice@example.org', 'same'],
    ['rest', 'carol@example.org', 'Carol@Example.org', null, 'same'],
    ['rest', 'bob@example.org', 'bob', 'bob', 'same'],
    ['rest', 'bob@example.org', 'bob', 'bob@example.org', 'unsure'],
    ['rest', 'bob@example.org', 'bob', null, 'unsure'],
    ['rest', 'bob@example.org', 'bob', 'robert', 'different'],
    ['rest', 'bob@example.org', 'robert', 'robert', 'same'],
    ['rest', 'bob@example.org', 'robert', 'bob@example.org', 'different'],
    ['rest', 'bob@example.org', 'robert', null, 'different'],
    ['rest', 'bob@example.org', 'bob@corp.example', 'bob@corp.example', 'same'],
    ['rest', 'bob@example.org', 'bob@corp.example', 'bob@example.org', 'different'],
  ] as const)(
    '%s: typed %s, server says %s, autoconfig %s: %s',
    (generation, address, login, autoconfigLogin, kind) => {
      expect(compareIdentity({ generation, address, login, autoconfigLogin })).toMatchObject({
        kind,
        address,
        login,
      });
    },
  );

  it('reports capitals, with which mail apps can not log in on 0.16', () => {
    const of = (login: string) =>
      compareIdentity({ generation: 'jmap', address: 'carol@example.org', login, autoconfigLogin: null })
        .hasCapitals;
    expect(of('Carol@example.org')).toBe(true);
    expect(of('carol@example.org')).toBe(false);
  });

  it('is never the same on 0.16 when the names differ by more than case', () => {
    fc.assert(
      fc.property(
        fc.emailAddress(),
        fc.emailAddress(),
        fc.option(fc.string()),
        (address, login, autoconfigLogin) => {
          fc.pre(address.toLowerCase() !== login.toLowerCase());
          expect(compareIdentity({ generation: 'jmap', address, login, autoconfigLogin }).kind).toBe(
            'different',
          );
        },
      ),
    );
  });
});
