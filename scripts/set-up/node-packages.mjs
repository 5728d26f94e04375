import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm ci` when node_modules is not what package-lock.json says. What is there is told by npm's own list of it
 * (node_modules/.package-lock.json, written last), not by times: a checkout changes those.
 * @returns false when the packages are needed and could not be installed
 */
export function installNodePackages({ root, run, say }) {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || (present !== null && isInstalled(wanted, present))) return true;
  say(`installing ${Object.keys(wanted).length - 1} npm packages into node_modules (npm ci)`);
  // No install scripts: nothing here needs one (keytar finds its prebuilt binary without), and none shall run.
  const words = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...words])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, { shell: process.platform === 'win32' });
  if (!done) say('npm ci did not work (see above). Is the npm registry reached from here?');
  return done;
}

function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** Optional packages are those of other systems; the empty name is this project itself. */
function isInstalled(wanted, present) {
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || present[name]?.version === version,
  );
}
