import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findChromium } from '../sandbox/provider/find-chromium.ts';
import type { StalwartVersion } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';

// `npm run test:live`, tried on the sandbox as if that were somebody else's.

vi.setConfig({ testTimeout: 120_000 });

const program = fileURLToPath(new URL('live.ts', import.meta.url));

async function runLive(words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 110_000,
  });
  const heard = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      heard[name] += text;
    });
  const [code] = await once(child, 'close');
  return { code, ...heard };
}

async function wordsFor(serverVersion: StalwartVersion): Promise<string[]> {
  const sandbox = await startSandbox({ serverVersion, mail: 'stalwart-lines', quick: true });
  onTestFinished(() => sandbox.stop());
  const { server, issuer, ca, imap, smtp } = sandbox;
  return [
    ...['--server', server, '--issuer', issuer, '--ca', ca],
    ...['--imap', `${imap.host}:${imap.port}`, '--smtp', `${smtp.host}:${smtp.port}`],
  ];
}

skipUnless(keyringInstalled && findChromium() !== null, keyringInstalled ? 'no Chromium' : keyringMissing)(
  '0.16.18, in Chromium, by a login that is no address',
  async () => {
    const words = [...(await wordsFor('0.16.18')), '--login', 'mara', '--password', 'mara-sandbox-password'];
    const { code, stdout } = await runLive(words);
    expect(stdout).toMatch(/\n16 passed, 0 failed, 0 skipped\n$/);
    expect(code).toBe(0);
  },
);

skipUnless(keyringInstalled, keyringMissing)('0.15.5, by the form', async () => {
  const words = [
    ...(await wordsFor('0.15.5')),
    '--http-form',
    '--login',
    'bob',
    '--address',
    'bob@example.org',
  ];
  const good = await runLive([...words, '--password', 'bob-sandbox-password']);
  expect(good.stdout).toMatch(/\n16 passed, 0 failed, 0 skipped\n$/);
  expect(good.code).toBe(0);
  const bad = await runLive([...words, '--password', 'wrong']);
  expect(bad.stdout).toMatch(
    /✗ sign in: the provider refused the sign-in[\s\S]*1 passed, 1 failed, 1 skipped\n$/,
  );
  expect(bad.code).toBe(1);
});

test('what it must be told', async () => {
  const { code, stderr } = await runLive(['--server', 'https://mail.example.org']);
  expect(code).toBe(2);
  expect(stderr).toContain('--login NAME');
});
