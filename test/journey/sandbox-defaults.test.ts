import { expect, test } from 'vitest';
import { sandboxDefaults } from '../../src-main/journey/sandbox-defaults.ts';

const nothing = { request: {}, vault: null, browserMs: null };
const of = (value: string) => sandboxDefaults({ GATEPASS_SANDBOX: value });

test('servers, a keychain and the time in the browser, each as far as it is said', () => {
  expect(sandboxDefaults({})).toEqual(nothing);
  expect(of('{"server":"https://localhost:1","imap":"localhost:2"}')).toEqual({
    ...nothing,
    request: { server: 'https://localhost:1', imap: 'localhost:2' },
  });
  expect(of('{"vault":"memory","timeoutMs":3000}')).toEqual({
    request: {},
    vault: 'memory',
    browserMs: 3_000,
  });
});

test.each(['', 'no JSON', '[]', '{"other":"x"}', '{"vault":"file"}', '{"timeoutMs":0}', '{"timeoutMs":1e9}'])(
  '%j counts as nothing',
  (value) => {
    expect(of(value)).toEqual(nothing);
  },
);
