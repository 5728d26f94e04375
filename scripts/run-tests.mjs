// Runs vitest (words given to it go on to vitest) and ends with what was skipped and why, then a line alone:
// `N passed, N failed, N skipped`. With --strict a skip fails the run, unless its reason may stand on any machine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const report = join(root, '.cache', `tests-${process.pid}.json`);
/** What a machine that installs all that it can may still lack. */
const acceptedReasons = [/Electron binary/];

const words = process.argv.slice(2).filter((word) => word !== '--strict');
const strict = process.argv.includes('--strict');

mkdirSync(dirname(report), { recursive: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...words], {
  cwd: root,
  stdio: 'inherit',
});
const result = readReport();

const skips = skippedTests(result);
for (const [reason, names] of skips) {
  process.stdout.write(`skipped, ${reason}:\n${names.map((name) => `  ${name}\n`).join('')}`);
}
const refused = strict
  ? [...skips.keys()].filter((reason) => !acceptedReasons.some((one) => one.test(reason)))
  : [];
for (const reason of refused)
  process.stdout.write(`this machine could have run what was skipped: ${reason}\n`);

const skipped = [...skips.values()].flat().length;
// A file that could not even be loaded has no failed test, but it failed.
const failed = result.numFailedTests || (run.status === 0 ? 0 : Math.max(1, result.numFailedTestSuites));
process.stdout.write(`${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = run.status !== 0 || refused.length > 0 ? 1 : 0;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 1, testResults: [] };
  } finally {
    rmSync(report, { force: true });
  }
}

/** Names of the skipped tests by reason; the reason is at the end of the name (test/support/skip.ts). */
function skippedTests({ testResults }) {
  const byReason = new Map();
  for (const { assertionResults } of testResults) {
    for (const { status, fullName } of assertionResults) {
      if (!['skipped', 'pending', 'todo', 'disabled'].includes(status)) continue;
      // With names or lines given to vitest, the others count as skipped too; nobody wants to read those.
      const [, name = fullName, reason] = fullName.match(/^(.*) \[skipped: (.*)\]$/) ?? [];
      if (reason === undefined && words.some((word) => word.startsWith('-t'))) continue;
      const key = reason ?? 'no reason given';
      byReason.set(key, [...(byReason.get(key) ?? []), name]);
    }
  }
  return byReason;
}
