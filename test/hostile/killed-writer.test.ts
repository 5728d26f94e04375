import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { Secret } from '../../src-main/secret.ts';
import { createSealedTokenStore, tokenSetsKeyName } from '../../src-main/sign-in/sealed-token-store.ts';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const marked = 'CANARY-SECRET';
const kills = 8;

test('a writer killed at any moment leaves the old or the new file, never a torn one, and no plain secret', async () => {
  const directory = await temporaryDirectory();
  const key = randomBytes(32).toString('base64url');
  const vault = createMemoryVault();
  await vault.set(tokenSetsKeyName(directory), new Secret(key));
  const lock = createProcessLock({ directory, name: 'token-sets' });
  const store = createSealedTokenStore({
    directory,
    vault,
    lock,
    report: (fault) => expect.unreachable(fault.message),
  });

  for (let round = 0; round < kills; round++) {
    const stored = await writeUntilKilled(directory, key, Math.random() * 60);
    const kept = await store.load('ada');
    // At least what the writer said was stored, at most the one it was writing.
    expect([stored, stored + 1]).toContain(kept?.expiresAt);
    expect(kept?.accessToken.reveal()).toMatch(new RegExp(`^${marked}-${kept?.expiresAt}-x{20000}$`));
    const numbers = JSON.parse(await readFile(join(directory, 'numbers.json'), 'utf8')) as { n: number };
    expect([stored, stored + 1]).toContain(numbers.n);
    for (const name of await readdir(directory)) {
      expect((await readFile(join(directory, name))).includes(marked)).toBe(false);
      expect(name).not.toContain('corrupt');
    }
  }
}, 90_000);

/** @returns the last number it said was stored */
async function writeUntilKilled(directory: string, key: string, moreMs: number): Promise<number> {
  const program = new URL('./writer-child.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory, key, marked], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: child.stdout });
    let last = -1;
    lines.on('line', (line) => {
      last = Number(line);
    });
    await once(lines, 'line', { signal: AbortSignal.timeout(20_000) });
    await setTimeout(moreMs);
    child.kill('SIGKILL');
    await once(lines, 'close');
    return last;
  } finally {
    child.kill('SIGKILL');
  }
}
