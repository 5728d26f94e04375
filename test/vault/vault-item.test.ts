import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src-main/secret.ts';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';
import { checkItemName, checkItemSecret } from '../../src-main/vault/vault-item.ts';

describe('what every keychain can keep', () => {
  test.each(['thunderbird-k7f2qd', '#token-sets-key', 'a', 'a.b_c-9'])('the name %s', (id) => {
    expect(() => checkItemName(id)).not.toThrow();
  });

  test.each(['', '-x', '../x', 'A', 'a b', 'a\0', 'ä', 'a'.repeat(129)])('not the name %j', (id) => {
    expect(() => checkItemName(id)).toThrow(expect.objectContaining({ code: 'vault.refused' }));
  });

  test.each(['', 'a\0b', '\ud800', 'ä'.repeat(1_281)])('not the secret %j', (value) => {
    expect(() => checkItemSecret(new Secret(value))).toThrow(
      expect.objectContaining({ code: 'vault.refused' }),
    );
  });

  test('what is taken is at most 2,560 bytes of UTF-8 and survives it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (value) => {
        try {
          checkItemSecret(new Secret(value));
        } catch {
          return;
        }
        const bytes = Buffer.from(value);
        expect(bytes.length).toBeLessThanOrEqual(2_560);
        expect(bytes.toString()).toBe(value);
      }),
    );
  });

  test('a refusal does not show the secret', () => {
    try {
      checkItemSecret(new Secret(`canary\0${'x'.repeat(10)}`));
      expect.unreachable();
    } catch (thrown) {
      expect(`${thrown} ${JSON.stringify(thrown)}`).not.toContain('canary');
    }
  });
});

test('the memory vault keeps, replaces and forgets', async () => {
  const vault = createMemoryVault();
  expect(await vault.get('a')).toBeNull();
  await vault.set('a', new Secret('one'));
  await vault.set('a', new Secret('two'));
  expect((await vault.get('a'))?.reveal()).toBe('two');
  await vault.delete('a');
  await vault.delete('a');
  expect(await vault.get('a')).toBeNull();
  expect(await vault.describe()).toEqual({ name: 'memory, for this demo only', state: 'ready', fault: null });
});
