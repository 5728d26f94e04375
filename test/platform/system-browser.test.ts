import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { browserCommands, createSystemBrowser } from '../../src-main/platform/system-browser.ts';

const directory = mkdtempSync(join(tmpdir(), 'gatepass browser-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const address = 'https://login.example.org/authorize?a=1&b=$(touch%20x);c=%22%27`';
const url = new URL(address);

/** A browser that writes its arguments into a file. Its path has a space in it. */
function recorder(name: string, exitCode: number): { program: string; seen: () => unknown } {
  const file = join(directory, `${name}.json`);
  const program = join(directory, name);
  writeFileSync(
    program,
    `#!${process.execPath}\nrequire('fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.argv.slice(2)));console.log('noise');process.exit(${exitCode})`,
  );
  chmodSync(program, 0o755);
  return { program, seen: () => JSON.parse(readFileSync(file, 'utf8')) };
}

test('the address is one argument, whatever is in it', async () => {
  const { program, seen } = recorder('own', 0);
  const browser = createSystemBrowser({ platform: 'linux', env: { BROWSER: program } });
  await expect(browser.open(url)).resolves.toBe(true);
  expect(seen()).toEqual([url.href]);
});

test('BROWSER may have arguments, a place for the address and alternatives', async () => {
  const { program, seen } = recorder('second', 0);
  const link = join(tmpdir(), `gatepass-browser-${process.pid}`);
  writeFileSync(link, `#!/bin/sh\nexec "${program}" "$@"\n`);
  chmodSync(link, 0o755);
  try {
    const env = { BROWSER: `/nowhere/at-all:${link} --new-window --app=%s` };
    await expect(createSystemBrowser({ platform: 'linux', env }).open(url)).resolves.toBe(true);
    expect(seen()).toEqual(['--new-window', `--app=${url.href}`]);
  } finally {
    rmSync(link);
  }
});

test('a browser that cannot be started, or says that it failed, did not open anything', async () => {
  const { program } = recorder('failing', 3);
  for (const command of ['/nowhere/at-all', program]) {
    await expect(
      createSystemBrowser({ platform: 'linux', env: { BROWSER: command } }).open(url),
    ).resolves.toBe(false);
  }
});

test('on Linux without a display nothing is started', async () => {
  expect(browserCommands(address, 'linux', {})).toEqual([]);
  await expect(createSystemBrowser({ platform: 'linux', env: { PATH: directory } }).open(url)).resolves.toBe(
    false,
  );
});

test('each system by its own opener, never a shell', () => {
  expect(browserCommands(address, 'linux', { DISPLAY: ':0' })).toEqual([['xdg-open', address]]);
  expect(browserCommands(address, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual([
    ['xdg-open', address],
  ]);
  expect(browserCommands(address, 'darwin', {})).toEqual([['open', address]]);
  expect(browserCommands(address, 'win32', {})).toEqual([
    ['rundll32.exe', 'url.dll,FileProtocolHandler', address],
  ]);
  expect(browserCommands(address, 'win32', { BROWSER: 'C:\\b.exe' })).toEqual([['C:\\b.exe', address]]);
  expect(browserCommands('https://x/?$&', 'linux', { BROWSER: 'b %s' })).toEqual([['b', 'https://x/?$&']]);
});

test('only what is safe to show is opened', async () => {
  const { program } = recorder('never', 0);
  const browser = createSystemBrowser({ platform: 'linux', env: { BROWSER: program } });
  for (const bad of ['file:///etc/passwd', 'javascript:alert(1)', 'http://example.org', 'ms-word:x']) {
    await expect(browser.open(new URL(bad))).rejects.toMatchObject({ code: 'input.insecure-url' });
  }
});
