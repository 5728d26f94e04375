import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecretName, redact } from '../../src-main/platform/redact.ts';

const base64url = fc
  .uint8Array({ minLength: 18, maxLength: 64 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const hex = fc
  .uint8Array({ minLength: 16, maxLength: 64 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const mixed = (text: string) => /\d/.test(text) && /[a-z]/i.test(text);
const jwt = fc
  .tuple(fc.jsonValue(), base64url, base64url)
  .map(
    ([claims, body, tail]) =>
      `${Buffer.from(JSON.stringify({ alg: 'RS256', claims })).toString('base64url')}.${body}.${tail}`,
  );
const appSecret = fc
  .tuple(
    fc.constantFrom('app_', 'app '),
    fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz792013'), minLength: 36, maxLength: 36 }),
  )
  .map(([start, rest]) => start + rest);
const around = fc.constantFrom('', ' ', ': ', '"', "'", '(', '\n', 'token is ', 'failed at ', ', ');

describe('what looks like a secret is taken out', () => {
  for (const [name, secrets] of [
    ['a JSON Web Token', jwt],
    ['an app password of Stalwart', appSecret],
    ['an opaque token', base64url.filter(mixed)],
    ['a key in hex', hex.filter(mixed)],
  ] as const) {
    test(`${name}, wherever it stands`, () => {
      fc.assert(
        fc.property(around, secrets, around, (before, secret, after) => {
          expect(redact(before + secret + after)).not.toContain(secret);
        }),
      );
    });
  }

  test('a short secret that is named by what stands before it', () => {
    const short = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.~'), minLength: 8, maxLength: 20 });
    const naming = fc.constantFrom(
      'Authorization: Bearer ',
      'authorization: Basic ',
      'access_token=',
      '?code=',
      '&state=',
      '"refresh_token": "',
      'password: ',
      'secret=',
    );
    fc.assert(
      fc.property(naming, short, (name, secret) => {
        expect(redact(`${name}${secret}`)).not.toContain(secret);
      }),
    );
  });

  test.each([
    ['https://ada:correcthorse@mail.example.org/', 'correcthorse'],
    ['$app$VGh1bmRlcmJpcmQ=$$6$saltsalt$hash', 'hash'],
    ['stored as $6$rounds=5000$salt$hashhash', 'hashhash'],
    ['AUTHENTICATE OAUTHBEARER bixhPWFkYUBleGFt', 'bixhPWFkYUBleGFt'],
    ['AUTH PLAIN AGFkYQBwYXNz', 'AGFkYQBwYXNz'],
  ])('%s', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), jwt, appSecret, fc.webUrl({ withQueryParameters: true })), (text) => {
        expect(redact(redact(text))).toBe(redact(text));
      }),
    );
  });
});

describe('what a reader of the log needs stays', () => {
  test.each([
    'sign-in started',
    'at file:///opt/gatepass/out/chunks/keytar-vault-CFFI3dHe.js:1:2045',
    'vault state: locked, code: vault.locked',
    'ada.lovelace@mail.example.org',
    'https://mail.example.org:8443/jmap/',
    '2026-11-24T15:00:00.000Z',
    'network.unknown-host',
    'thunderbird-k7f2qd',
    'Stalwart 0.16.18',
    'ECONNREFUSED 127.0.0.1:41233',
    '/home/ada/.local/state/gatepass/accounts.json',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

test.each(['accessToken', 'password', 'client_secret', 'Authorization', 'code_verifier', 'nonce'])(
  'a fact named %s is a secret',
  (name) => {
    expect(isSecretName(name)).toBe(true);
  },
);

test.each(['host', 'ms', 'reason', 'code', 'state'])('a fact named %s is none', (name) => {
  expect(isSecretName(name)).toBe(false);
});
