import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { skipUnless } from '../support/skip.ts';
import {
  type KeyringSession,
  type KeyringState,
  keyringInstalled,
  keyringMissing,
  openKeyringSession,
  type Run,
  withKeyring,
} from './keyring-session.ts';

const child = [
  process.execPath,
  '--import',
  'tsx',
  new URL('./vault-child.ts', import.meta.url).pathname,
] as const;
const real = skipUnless(keyringInstalled, keyringMissing);
const name = 'the keychain of this computer (Secret Service)';

function answers(run: Run): unknown[] {
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('an unlocked keyring', () => {
  let session: KeyringSession;
  beforeAll(async () => {
    if (keyringInstalled) session = await openKeyringSession('unlocked');
  });
  afterAll(async () => session?.close());

  real('keeps, gives, replaces and forgets', async () => {
    const run = await session.run([
      ...child,
      'get mutt-1',
      'set mutt-1 one',
      'get mutt-1',
      'set mutt-1 zwölf',
      'get mutt-1',
      'delete mutt-1',
      'delete mutt-1',
      'get mutt-1',
      'describe',
    ]);
    expect(answers(run)).toEqual([
      null,
      'done',
      'one',
      'done',
      'zwölf',
      'done',
      'done',
      null,
      { name, state: 'ready', fault: null },
    ]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  real('leaves no canary behind', async () => {
    await session.run([...child, 'get nothing-1', 'describe']);
    expect(
      (await session.run(['secret-tool', 'lookup', 'service', 'gatepass', 'account', '#canary'])).stdout,
    ).toBe('');
  });

  real('is read by secret-tool under the documented names', async () => {
    await session.run([...child, 'set thunderbird-k7f2qd app_fromgatepass']);
    const lookup = await session.run([
      'secret-tool',
      'lookup',
      'service',
      'gatepass',
      'account',
      'thunderbird-k7f2qd',
    ]);
    expect(lookup).toMatchObject({ code: 0, stdout: 'app_fromgatepass' });
  });

  real('keeps 2,560 bytes and refuses one more', async () => {
    const most = randomBytes(1_280).toString('hex');
    const run = await session.run([
      ...child,
      `set big-1 ${most}`,
      'get big-1',
      `set big-1 ${most}x`,
      'get big-1',
    ]);
    const refused = { fault: 'vault.refused', facts: { reason: 'it is too long' }, cause: '' };
    expect(answers(run)).toEqual(['done', most, refused, most]);
  });

  real('locked while in use is told as locked, and nothing is lost', async () => {
    const own = await openKeyringSession('unlocked');
    try {
      await own.run([...child, 'set outlook-1 still-here']);
      await own.lock();
      const run = await own.run([...child, 'get outlook-1', 'delete outlook-1']);
      expect(answers(run)).toMatchObject([{ fault: 'vault.locked' }, { fault: 'vault.locked' }]);
    } finally {
      await own.close();
    }
  });
});

describe('a keyring that cannot be used', () => {
  const everything = ['get mutt-1', 'set mutt-1 one', 'delete mutt-1', 'describe'];
  const expected: readonly (readonly [KeyringState, string, string, string | undefined])[] = [
    ['locked', 'vault.locked', 'locked', undefined],
    ['no-keyring', 'vault.missing', 'missing', 'no keyring was ever made'],
    ['no-service', 'vault.missing', 'missing', 'no Secret Service'],
    ['no-bus', 'vault.missing', 'missing', 'no D-Bus session'],
  ];
  for (const [state, fault, described, reason] of expected) {
    real(`${state}: every call says ${fault}, none says "absent"`, async () => {
      const run = await withKeyring(state, [...child, ...everything]);
      const facts = reason === undefined ? {} : { reason };
      expect(answers(run)).toMatchObject([
        { fault, facts },
        { fault, facts },
        { fault, facts },
        { name, state: described, fault },
      ]);
      expect(run).toMatchObject({ code: 0, signal: null });
    });
  }

  real('a bus that never answers ends in vault.timeout, and the process can still end', async () => {
    const session = await openKeyringSession('hung');
    try {
      const run = await session.run([...child, ...everything], { env: { VAULT_TIMEOUT_MS: '150' } });
      const fault = 'vault.timeout';
      expect(answers(run)).toMatchObject([{ fault }, { fault }, { fault }, { state: 'locked' }]);
      expect(run.signal).toBe('SIGKILL');
    } finally {
      await session.close();
    }
  });
});
