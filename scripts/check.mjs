// `npm run check`: types, lint and format, architecture rules, dead code. All of them run, then the verdict.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const module = (...path) => join(root, 'node_modules', ...path);

const checks = [
  ['types', module('typescript', 'bin', 'tsc'), '-p', '.'],
  ['types of the window', module('typescript', 'bin', 'tsc'), '-p', 'src-renderer'],
  ['types of the stand-in', module('typescript', 'bin', 'tsc'), '-p', 'test/electron-stand-in/page'],
  ['lint and format', module('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
  ['architecture', module('vitest', 'vitest.mjs'), 'run', '--reporter=dot', 'test/architecture.test.ts'],
  ['dead code', module('knip', 'bin', 'knip.js')],
];

const failed = checks.filter(([name, ...words]) => {
  process.stdout.write(`check: ${name}\n`);
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status !== 0;
});
process.stdout.write(
  failed.length === 0 ? 'check: all well\n' : `check: not well: ${failed.map(([name]) => name).join(', ')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
