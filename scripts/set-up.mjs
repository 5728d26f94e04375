// Installs what a script of package.json needs and this machine lacks: `node scripts/set-up.mjs demo|test|bench|...`.
// It runs before everything else, on a fresh clone too, so it has no dependencies. It says what it installs, never
// asks, and goes on when something cannot be had: what needs it says so itself. All its output is on stderr, because
// stdout belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDebianPackages } from './set-up/debian.mjs';
import { installNodePackages } from './set-up/node-packages.mjs';
import { nodeIsNewEnough } from './set-up/node-version.mjs';
import { missingPackages } from './set-up/system-packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (text) => process.stderr.write(`set-up: ${text}\n`);
/** Runs to the end with stdout turned to stderr; true when it ended well. */
const run = (program, words, options = {}) =>
  spawnSync(program, words, { cwd: root, stdio: ['ignore', 2, 2], ...options }).status === 0;

if (!nodeIsNewEnough(process.versions.node, say)) process.exit(1);
if (!installNodePackages({ root, run, say })) process.exit(1);
installDebianPackages({ missing: missingPackages(process.argv[2] ?? ''), run, say });
