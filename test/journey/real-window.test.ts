import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { personOf } from '../stories/person.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import type { RealJob } from './real-window-child.ts';

// The runner on the real use cases, the real provider and servers of both generations.

test.each([
  ['0.16.18', 'jmap'],
  ['0.15.5', 'rest'],
] as const)(
  '%s: from the address to the sign-out, with a renewal and a diagnosis',
  async (serverVersion, generation) => {
    const sandbox = await startSandbox({ quick: true, serverVersion, mail: 'stalwart-lines' });
    onTestFinished(() => sandbox.stop());
    const { address, login, password } = personOf(sandbox, 'mara');
    const at = ({ host, port }: { host: string; port: number }) => `${host}:${port}`;
    const directory = await temporaryDirectory();
    const job: RealJob = {
      directory,
      address,
      login,
      password,
      server: sandbox.server,
      issuer: generation === 'jmap' ? null : sandbox.issuer,
      imap: at(sandbox.imap),
      smtp: at(sandbox.smtp),
      sieve: at(sandbox.sieve),
    };
    const program = new URL('./real-window-child.ts', import.meta.url).pathname;
    const { DISPLAY: _, WAYLAND_DISPLAY: __, BROWSER: ___, ...env } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', program], {
      env: { ...env, GATEPASS_HOME: directory, NODE_EXTRA_CA_CERTS: sandbox.ca },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: 80_000,
      killSignal: 'SIGKILL',
    });
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    child.stdin.end(JSON.stringify(job));
    const [code] = await once(child, 'close');
    const [seen, problems] = await said;
    expect([code, problems]).toEqual([0, '']);
    const { found, ready, settings, proved, renewed, home, diagnosis } = JSON.parse(seen);
    expect(found).toMatchObject({ address, generation });
    expect(ready).toMatchObject({ login: address, name: 'Mara Lindqvist', appPasswords: { used: 0 } });
    expect(settings).toMatchObject({ works: true, failedChecks: [], renews: null });
    const states = (checks: readonly { name: string; state: string }[]) =>
      checks.map(({ name, state }) => `${name} ${state}`);
    expect(states(proved.checks)).toEqual(['imap done', 'smtp done', 'jmap done']);
    expect(renewed.renews).toBe(settings.description);
    expect(home.cards).toHaveLength(1);
    expect(home.cards[0].description).toBe(renewed.description);
    expect(states(diagnosis.checks)).toEqual(
      ['internet', 'found', 'signed-in', 'active', 'imap', 'smtp', 'jmap', 'keychain'].map(
        (name) => `${name} done`,
      ),
    );
  },
  120_000,
);
