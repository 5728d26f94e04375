import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { decode, encode } from './page/wire.ts';
import { refuseUnknown, refuseUnknownKeys } from './refuse-unknown.ts';
import { createSchemeMap } from './scheme-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatepass-stand-in-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `source` as an app, by the command a person types. */
async function run(source: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const file = join(folder, `app-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, source);
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: 'test/electron-stand-in/dist' };
  const child = promisify(execFile)('npx', ['electron', file, `--user-data-dir=${folder}/data`, ...args], {
    env,
    timeout: 25_000,
  });
  return child.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

describe('the stand-in for Electron', () => {
  it('runs an app by `npx electron`, as the binary does', async () => {
    const { code, output } = await run(
      `import { app } from 'electron';
       console.log(process.type, process.versions.electron.split('.')[0], app.isReady(), app.commandLine.getSwitchValue('x'));
       app.whenReady().then(() => { console.log(app.isReady(), app.getPath('userData')); app.exit(7); });`,
      '--x=1',
    );
    expect({ code, lines: output.trim().split('\n') }).toEqual({
      code: 7,
      lines: ['browser 45 false 1', `true ${folder}/data`],
    });
  });

  it('refuses what it does not know, in clear words', async () => {
    const { code, output } = await run(`import { app } from 'electron'; app.setBadgeCount(1);`);
    expect(code).toBe(1);
    expect(output).toContain('The stand-in for Electron has no app.setBadgeCount');
    const other = await run(`import { safeStorage } from 'electron'; safeStorage;`);
    expect(other.code).toBe(1);
    expect(other.output).toContain('safeStorage');
  });

  it('refuses unknown members and options of its parts', () => {
    const part = refuseUnknown('thing', { known: () => 1 });
    expect(part.known()).toBe(1);
    expect(() => (part as unknown as { other: () => void }).other()).toThrow('has no thing.other');
    expect(() => Object.assign(part, { known: 2 })).toThrow("can't set thing.known");
    expect(() => refuseUnknownKeys('thing', { a: 1, b: 2 }, ['a'])).toThrow(
      'does not know the option b of thing',
    );
  });

  it('maps our scheme to addresses Chromium can open, and back', () => {
    const map = createSchemeMap(() => ['app']);
    expect(map.outward('app://main/index.html?a#b')).toBe('http://main.app.localhost/index.html?a#b');
    expect(map.inward('http://main.app.localhost/index.html?a#b')).toBe('app://main/index.html?a#b');
    expect(map.inward('http://main.evil.app.localhost/')).toBe('app://main.evil/');
    for (const url of [
      'https://main.app.localhost/',
      'http://app.localhost/',
      'http://main.app.localhost.evil/',
      'about:blank',
      'mailto:a@b',
    ]) {
      expect(map.inward(url)).toBe(url);
    }
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9.-]{1,9}$/),
        fc.stringMatching(/^[a-z0-9/.]{0,9}$/),
        (host, path) => {
          expect(map.inward(map.outward(`app://${host}/${path}`))).toBe(`app://${host}/${path}`);
        },
      ),
    );
  });
});

describe('values on their way', () => {
  it('arrive as they were', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withNullPrototype: false,
          withObjectString: false,
        }),
        (value) => {
          expect(decode(encode(value))).toEqual(value);
        },
      ),
    );
    expect(
      decode(encode(Object.defineProperty({}, '__proto__', { value: 1, enumerable: true }))),
    ).toHaveProperty('__proto__', 1);
    expect(decode(encode(new RangeError('x')))).toMatchObject({ name: 'RangeError', message: 'x' });
  });

  it('are refused where Electron can not clone them', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    for (const value of [() => 1, Symbol('x'), Promise.resolve(1), cyclic])
      expect(() => encode(value)).toThrow('could not be cloned');
  });
});
