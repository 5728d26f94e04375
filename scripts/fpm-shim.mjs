#!/usr/bin/env node
// Stands in for fpm where it can't be had: makes a .deb of what electron-builder gives to `fpm -s dir -t deb`, with
// dpkg-deb. Anything but a .deb is refused.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const flags = new Set(['--force', '-f', '--verbose', '--debug']);
const options = {};
const depends = [];
const recommends = [];
const mappings = [];
const args = process.argv.slice(2);
while (args.length > 0) {
  const arg = args.shift();
  if (flags.has(arg)) continue;
  if (arg === '-d' || arg === '--depends') depends.push(args.shift());
  else if (arg === '--deb-recommends') recommends.push(args.shift());
  else if (arg.startsWith('-')) options[arg.replace(/^-+/, '')] = args.shift();
  else mappings.push(arg);
}
if (options.t !== 'deb') {
  process.stderr.write('the stand-in for fpm only makes deb packages\n');
  process.exit(2);
}

const root = mkdtempSync(join(tmpdir(), 'fpm-'));
try {
  chmodSync(root, 0o755);
  mkdirSync(join(root, 'DEBIAN'));
  for (const mapping of mappings) {
    const at = mapping.lastIndexOf('=');
    const from = mapping.slice(0, at);
    const to = join(root, mapping.slice(at + 1));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  const [first = options.name, ...more] = (options.description ?? '').trim().split('\n');
  const control = {
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    Section: options.category ?? 'default',
    Priority: options['deb-priority'] ?? 'optional',
    Homepage: options.url,
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Description: [first, ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  };
  const text = Object.entries(control).flatMap(([key, value]) => (value ? [`${key}: ${value}`] : []));
  writeFileSync(join(root, 'DEBIAN/control'), `${text.join('\n')}\n`);
  for (const [option, file] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ]) {
    if (options[option] === undefined) continue;
    copyFileSync(options[option], join(root, 'DEBIAN', file));
    chmodSync(join(root, 'DEBIAN', file), 0o755);
  }
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', root, options.package], {
    stdio: 'inherit',
  });
} finally {
  rmSync(root, { recursive: true, force: true });
}
