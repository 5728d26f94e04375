// Bundles the command line into out/ (vite.config.ts) when a source is newer than what is there. Quiet on stdout.
import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'out', 'cli.js');
const sources = [
  'src-main',
  'assets/messages',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
];

if (process.argv.includes('--force') || newestTime(sources.map((name) => join(root, name))) > timeOf(built)) {
  const { build } = await import('vite');
  rmSync(join(root, 'out', 'chunks'), { recursive: true, force: true });
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      customLogger: stderrLogger(),
    });
    chmodSync(built, 0o755);
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : thrown}\n`);
    process.exitCode = 1;
  }
}

function newestTime(paths) {
  return Math.max(0, ...paths.map((path) => (isDirectory(path) ? newestTime(entries(path)) : timeOf(path))));
}

function entries(directory) {
  return readdirSync(directory).map((name) => join(directory, name));
}

function isDirectory(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function stderrLogger() {
  const write = (message) => process.stderr.write(`${message}\n`);
  return {
    info: () => undefined,
    warn: write,
    warnOnce: write,
    error: write,
    clearScreen: () => undefined,
    hasErrorLogged: () => false,
    hasWarned: false,
  };
}
