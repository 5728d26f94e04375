import { appendFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { Secret } from '../../src-main/secret.ts';
import { createSealedTokenStore, tokenSetsKeyName } from '../../src-main/sign-in/sealed-token-store.ts';
import { seal, unseal } from '../../src-main/sign-in/token-seal.ts';
import type { TokenSet } from '../../src-main/sign-in/token-set.ts';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';
import type { Vault } from '../../src-main/vault/vault.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

function tokens(mark: string): TokenSet {
  return {
    accessToken: new Secret(`access-${mark}`),
    refreshToken: new Secret(`refresh-${mark}`),
    idToken: null,
    expiresAt: 1_700_000_000_000,
    scopes: ['openid', 'email'],
  };
}

const revealed = (set: TokenSet | null) =>
  set && { ...set, accessToken: set.accessToken.reveal(), refreshToken: set.refreshToken?.reveal() ?? null };

async function make(vault: Vault = createMemoryVault()) {
  const directory = join(await temporaryDirectory(), 'state');
  const faults: Fault[] = [];
  const open = () =>
    createSealedTokenStore({
      directory,
      vault,
      lock: createProcessLock({ directory, name: 'token-sets' }),
      report: (fault) => faults.push(fault),
    });
  return { directory, path: join(directory, 'token-sets.sealed'), vault, faults, open, store: open() };
}

describe('the store of token sets', () => {
  test('gives back what was saved, by account, and keeps it sealed for its owner only', async () => {
    const { directory, path, open, store } = await make();
    expect(await store.load('ada')).toBeNull();
    await store.save('ada', tokens('one'));
    await store.save('bob', {
      ...tokens('two'),
      refreshToken: null,
      idToken: new Secret('id'),
      expiresAt: null,
    });
    await store.save('ada', tokens('three'));
    expect(revealed(await open().load('ada'))).toEqual(revealed(tokens('three')));
    expect((await open().load('bob'))?.idToken?.reveal()).toBe('id');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path)).toString('latin1')).not.toMatch(/access|refresh|ada|openid/);
    expect(await readdir(directory)).toEqual(['token-sets.sealed']);
  });

  test('holds token sets far larger than an item of a keychain may be', async () => {
    const { store } = await make();
    await store.save('ada', tokens('x'.repeat(100_000)));
    expect((await store.load('ada'))?.accessToken.reveal()).toHaveLength(100_007);
  });

  test('asks no keychain where nobody ever signed in', async () => {
    const broken: Vault = { get: refuse, set: refuse, delete: refuse, describe: refuse };
    const { store } = await make(broken);
    expect(await store.load('ada')).toBeNull();
    await store.remove('ada');
  });

  test('removes file and key with the last token set', async () => {
    const { directory, vault, store } = await make();
    await store.save('ada', tokens('one'));
    await store.save('bob', tokens('two'));
    await store.remove('ada');
    expect(await store.load('ada')).toBeNull();
    expect(await store.load('bob')).not.toBeNull();
    await store.remove('nobody');
    await store.remove('bob');
    await store.remove('bob');
    expect(await readdir(directory)).toEqual([]);
    expect(await vault.get(tokenSetsKeyName(directory))).toBeNull();
  });

  test('loses no save of many at once', async () => {
    const { open, store } = await make();
    const stores = Array.from({ length: 3 }, open);
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => stores[n % 3]?.save(`account-${n}`, tokens(`${n}`))),
    );
    for (let n = 0; n < 12; n++)
      expect((await store.load(`account-${n}`))?.accessToken.reveal()).toBe(`access-${n}`);
  });

  test.each(['__proto__', 'constructor', ''])('an account named %j is one like others', async (id) => {
    const { store } = await make();
    expect(await store.load(id)).toBeNull();
    await store.save(id, tokens('one'));
    expect((await store.load(id))?.accessToken.reveal()).toBe('access-one');
  });
});

describe('a file that cannot be unsealed', () => {
  const setAside = async (directory: string) =>
    (await readdir(directory)).filter((name) => name.startsWith('token-sets.sealed.corrupt-'));

  test('because its key is gone is set aside, reported, and counts as signed out', async () => {
    const { directory, vault, faults, store } = await make();
    await store.save('ada', tokens('one'));
    await vault.delete(tokenSetsKeyName(directory));
    expect(await store.load('ada')).toBeNull();
    expect(faults).toMatchObject([
      { code: 'state.corrupt', facts: { aside: expect.stringContaining('corrupt-2') } },
    ]);
    expect(await setAside(directory)).toHaveLength(1);
    await store.save('ada', tokens('two'));
    expect((await store.load('ada'))?.accessToken.reveal()).toBe('access-two');
  });

  test.each([
    [
      'with another key',
      async (vault: Vault, key: string) =>
        vault.set(key, new Secret(Buffer.alloc(32, 7).toString('base64url'))),
    ],
    ['with a key that is none', async (vault: Vault, key: string) => vault.set(key, new Secret('short'))],
  ])('%s is set aside by a save too', async (_, change) => {
    const { directory, vault, store } = await make();
    await store.save('ada', tokens('one'));
    await change(vault, tokenSetsKeyName(directory));
    await store.save('bob', tokens('two'));
    expect(await store.load('ada')).toBeNull();
    expect((await store.load('bob'))?.accessToken.reveal()).toBe('access-two');
    expect(await setAside(directory)).toHaveLength(1);
  });

  test('because bytes were added, or it is nonsense, is set aside', async () => {
    const { directory, path, store } = await make();
    await store.save('ada', tokens('one'));
    await appendFile(path, 'x');
    expect(await store.load('ada')).toBeNull();
    await writeFile(path, '');
    expect(await store.load('ada')).toBeNull();
    await mkdir(path);
    expect(await store.load('ada')).toBeNull();
    expect(await setAside(directory)).toHaveLength(3);
  });

  test('a locked keychain is a fault and leaves it where it is', async () => {
    const vault = createMemoryVault();
    const { path, faults, store } = await make(vault);
    await store.save('ada', tokens('one'));
    const before = await readFile(path);
    const get = vault.get;
    vault.get = () => Promise.reject(new Fault('vault.locked', 'locked'));
    await expect(store.load('ada')).rejects.toMatchObject({ code: 'vault.locked' });
    await expect(store.save('ada', tokens('two'))).rejects.toMatchObject({ code: 'vault.locked' });
    await expect(store.remove('ada')).rejects.toMatchObject({ code: 'vault.locked' });
    expect(await readFile(path)).toEqual(before);
    expect(faults).toEqual([]);
    vault.get = get;
    expect((await store.load('ada'))?.accessToken.reveal()).toBe('access-one');
  });
});

describe('the seal', () => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

  test('opens with its key, and never twice looks alike', () => {
    fc.assert(
      fc.property(key, fc.uint8Array(), (secret, plain) => {
        const sealed = seal(secret, plain);
        expect(unseal(secret, sealed)?.equals(Buffer.from(plain))).toBe(true);
        expect(seal(secret, plain).equals(sealed)).toBe(false);
      }),
    );
  });

  test('any change of any bit, cut or other key is noticed', () => {
    fc.assert(
      fc.property(
        key,
        fc.uint8Array({ minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (secret, plain, at, bit) => {
          const sealed = seal(secret, plain);
          const changed = Buffer.from(sealed);
          const index = at % changed.length;
          changed[index] = (changed[index] ?? 0) ^ (1 << bit);
          expect(unseal(secret, changed)).toBeNull();
          expect(unseal(secret, sealed.subarray(0, index))).toBeNull();
          expect(
            unseal(
              Buffer.from(secret).map((byte) => byte ^ 1),
              sealed,
            ),
          ).toBeNull();
        },
      ),
    );
  });
});

function refuse(): Promise<never> {
  return Promise.reject(new Error('asked the keychain'));
}
