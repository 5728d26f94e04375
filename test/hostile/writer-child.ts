import { join } from 'node:path';
import * as v from 'valibot';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { createStateFile } from '../../src-main/platform/state-file.ts';
import { Secret } from '../../src-main/secret.ts';
import { createSealedTokenStore, tokenSetsKeyName } from '../../src-main/sign-in/sealed-token-store.ts';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';

/** Writes token sets and a state file as fast as it can until it is killed; prints each number once it is stored. */
const [directory = '', key = '', marked = ''] = process.argv.slice(2);
const vault = createMemoryVault();
await vault.set(tokenSetsKeyName(directory), new Secret(key));
const report = (): void => void process.stdout.write('corrupt\n');
const store = createSealedTokenStore({
  directory,
  vault,
  lock: createProcessLock({ directory, name: 'token-sets' }),
  report,
});
const file = createStateFile({
  path: join(directory, 'numbers.json'),
  schema: v.object({ n: v.number(), filler: v.string() }),
  empty: { n: -1, filler: '' },
  lock: createProcessLock({ directory, name: 'state' }),
  report,
});
for (let n = 0; n < 100_000; n++) {
  const secret = new Secret(`${marked}-${n}-${'x'.repeat(20_000)}`);
  await store.save('ada', {
    accessToken: secret,
    refreshToken: secret,
    idToken: null,
    expiresAt: n,
    scopes: [],
  });
  await file.update(() => ({ n, filler: 'y'.repeat(20_000) }));
  process.stdout.write(`${n}\n`);
}
