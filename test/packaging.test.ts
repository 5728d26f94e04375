import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildDesktop, built } from '../scripts/build-desktop.ts';
import { makePackages } from '../scripts/make-packages.ts';

const settingsSchema = v.looseObject({
  electronFuses: v.record(v.string(), v.boolean()),
  electronVersion: v.string(),
  files: v.array(v.string()),
  toolsets: v.object({ appimage: v.string() }),
  protocols: v.array(v.object({ name: v.string(), schemes: v.array(v.string()) })),
  linux: v.looseObject({ target: v.array(v.string()) }),
  deb: v.looseObject({ depends: v.array(v.string()) }),
  rpm: v.looseObject({ depends: v.array(v.string()) }),
  mac: v.looseObject({ target: v.array(v.unknown()) }),
  win: v.looseObject({ target: v.array(v.unknown()) }),
});
const settings = v.parse(settingsSchema, parse(readFileSync('electron-builder.yml', 'utf8')));

describe('what is shipped, as it is written down', () => {
  it('names every fuse there is, with the value of the checklist', () => {
    expect(settings.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
    const scheme = readFileSync('node_modules/app-builder-lib/scheme.json', 'utf8');
    const known = v.parse(
      v.looseObject({
        definitions: v.looseObject({
          FuseOptionsV1: v.looseObject({ properties: v.record(v.string(), v.unknown()) }),
        }),
      }),
      JSON.parse(scheme),
    ).definitions.FuseOptionsV1.properties;
    expect(Object.keys(settings.electronFuses).sort()).toEqual(Object.keys(known).sort());
  });

  it('has every target, and AppImages that keep their sandbox', () => {
    expect(settings.linux.target).toEqual(['AppImage', 'deb', 'rpm']);
    expect(settings.mac).toMatchObject({
      target: [
        { target: 'dmg', arch: ['universal'] },
        { target: 'zip', arch: ['universal'] },
      ],
      hardenedRuntime: true,
      notarize: true,
    });
    expect(settings.win.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(settings.toolsets.appimage).toBe('1.0.3');
    expect(settings.protocols).toEqual([{ name: 'Gatepass', schemes: ['gatepass'] }]);
  });

  it('asks the system for what keytar needs', () => {
    expect(settings.deb.depends).toContain('libsecret-1-0');
    expect(settings.rpm.depends).toContain('libsecret');
  });

  it('is made for the Electron that is installed, and starts its list of files with nothing', () => {
    const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as {
      version: string;
    };
    expect(settings.electronVersion).toBe(version);
    expect(settings.files[0]).toBe('!**/*');
    expect(settings.files).toContain('!**/*.map');
  });

  it('lets the hardened runtime compile, and nothing more', () => {
    const keys = readFileSync('assets/build/entitlements.mac.plist', 'utf8').match(/<key>[^<]*/g);
    expect(keys).toEqual(['<key>com.apple.security.cs.allow-jit']);
  });
});

describe('a package', () => {
  // Inside the project: electron-builder takes paths from there.
  let output: string;
  let unpacked: string;
  let runnable: boolean;
  let deb: string | undefined;
  beforeAll(async () => {
    output = mkdtempSync(join('out', 'packaging-'));
    await buildDesktop(() => undefined);
    const { app, icons } = built;
    const made = await makePackages({ app, output, icons, targets: ['dir', 'deb'] });
    runnable = made.runnable;
    deb = made.files.find((file) => file.endsWith('.deb'));
    unpacked = join(output, 'linux-unpacked');
  }, 120_000);
  afterAll(() => output && rmSync(output, { recursive: true, force: true }));

  it('holds the files of the list in its archive and no others', () => {
    const listed = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false });
    // Pages and chunks are what the bundler makes of them.
    const files = listed.filter((path) => /\.\w+$/.test(path) && !/^\/(chunks|pages)\//.test(path)).sort();
    const rest = listed.filter((path) => /^\/(chunks|pages)\/.*\./.test(path));
    expect(rest.filter((path) => !/\.(js|css|html|woff2|svg)$/.test(path))).toEqual([]);
    expect(rest).toContain('/pages/index.html');
    expect(files).toEqual([
      '/icons/tray.png',
      '/icons/trayTemplate.png',
      '/icons/trayTemplate@2x.png',
      '/icons/window.png',
      '/licences.txt',
      '/main.js',
      '/node_modules/keytar/LICENSE.md',
      '/node_modules/keytar/lib/keytar.js',
      '/node_modules/keytar/package.json',
      `/node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`,
      '/package.json',
      '/preload.cjs',
    ]);
  });

  it('has the native module beside the archive, where it can be loaded', () => {
    const folder = join(
      unpacked,
      'resources/app.asar.unpacked/node_modules/keytar/prebuilds',
      `linux-${process.arch}`,
    );
    expect(readdirSync(folder)).toEqual(['keytar.node']);
  });

  it('starts main.js as a module and says who made it', () => {
    const about = JSON.parse(
      extractFile(join(unpacked, 'resources/app.asar'), 'package.json').toString('utf8'),
    );
    expect(about).toMatchObject({
      name: 'gatepass',
      productName: 'Gatepass',
      type: 'module',
      main: 'main.js',
      license: 'Apache-2.0',
    });
  });

  it('has no path of the machine it was made on in it, and no source map', () => {
    const archive = join(unpacked, 'resources/app.asar');
    const ours = listPackage(archive, { isPack: false }).filter((path) =>
      /^\/(?!node_modules).*\.c?js$/.test(path),
    );
    expect(ours.length).toBeGreaterThan(8);
    for (const file of ours) {
      const text = extractFile(archive, file.slice(1)).toString('utf8');
      expect(text).not.toContain(process.cwd());
      expect(text).not.toContain('sourceMappingURL');
    }
  });

  it('carries the licences of what is in it', () => {
    expect(readFileSync(join(unpacked, 'LICENSE.gatepass.txt'), 'utf8')).toContain('Apache License');
    const text = readFileSync(join(unpacked, 'LICENSES.gatepass.txt'), 'utf8');
    for (const name of ['openid-client', 'oauth4webapi', 'valibot', 'keytar', 'react'])
      expect(text).toContain(`\n${name} `);
    expect(text).not.toContain('\nvitest ');
    expect(readdirSync(unpacked)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });

  it('has its fuses blown as they are written down', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'gatepass-desktop'));
    // The byte of a fuse that is on (@electron/fuses, FuseState.ENABLE, which it does not export).
    const on = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === 0x31;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      enableCookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      enableNodeOptionsEnvironmentVariable: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      enableNodeCliInspectArguments: on(FuseV1Options.EnableNodeCliInspectArguments),
      enableEmbeddedAsarIntegrityValidation: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      loadBrowserProcessSpecificV8Snapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      grantFileProtocolExtraPrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({ ...settings.electronFuses, resetAdHocDarwinSignature: undefined });
  });

  it('installs with an entry for the menu, the scheme, icons and what it depends on', (context) => {
    if (deb === undefined) return context.skip('no deb could be made here');
    const field = (name: string): string =>
      execFileSync('dpkg-deb', ['-f', deb ?? '', name], { encoding: 'utf8' }).trim();
    expect(field('Package')).toBe('gatepass');
    expect(field('Depends').split(', ')).toEqual(settings.deb.depends);
    const archive = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 1 << 30 });
    const files = execFileSync('tar', ['-t'], { input: archive, encoding: 'utf8' }).split('\n');
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      expect(files).toContain(`./usr/share/icons/hicolor/${size}x${size}/apps/gatepass-desktop.png`);
    }
    const entry = execFileSync('tar', ['-xO', './usr/share/applications/gatepass-desktop.desktop'], {
      input: archive,
      encoding: 'utf8',
    });
    expect(entry.split('\n')).toEqual(
      expect.arrayContaining([
        'Name=Gatepass',
        'Exec=/opt/Gatepass/gatepass-desktop %U',
        'MimeType=x-scheme-handler/gatepass;',
        'Terminal=false',
      ]),
    );
    expect(entry).not.toContain('--no-sandbox');
    expect(files).toContain('./opt/Gatepass/resources/apparmor-profile');
  });

  it('says when it can not run', (context) => {
    if (runnable) return context.skip('made of the real Electron');
    expect(() => execFileSync(join(unpacked, 'gatepass-desktop'), { stdio: 'pipe' })).toThrow('can not run');
  });
});
