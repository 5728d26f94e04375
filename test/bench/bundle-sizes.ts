import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { root } from '../architecture/source-tree.ts';

/** Bytes of the bundled command line. */
export interface BundleSizes {
  /** `out/cli.js` alone. */
  readonly entry: number;
  /** Of `out/`, what `passwords show` loads. */
  readonly passwordsShow: number;
  readonly all: number;
}

const out = join(root, 'out');
const cli = join(out, 'cli.js');
/** What V8 writes with NODE_V8_COVERAGE: every script of the process. */
const coverageSchema = v.object({ result: v.array(v.object({ url: v.string() })) });

export function measureBundleSizes(): BundleSizes {
  // The desktop app is built beside.
  const chunks = readdirSync(join(out, 'chunks')).map((name) => join(out, 'chunks', name));
  const all = [cli, ...chunks];
  return { entry: bytesOf([cli]), passwordsShow: bytesOf(loadedByShow()), all: bytesOf(all) };
}

/** A keychain is not needed for it: what asks it is loaded first. */
function loadedByShow(): readonly string[] {
  const directory = mkdtempSync(join(tmpdir(), 'gp-coverage-'));
  try {
    spawnSync(process.execPath, [cli, 'passwords', 'show', 'thunderbird-k7f2qd'], {
      env: {
        ...process.env,
        NODE_V8_COVERAGE: directory,
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
      },
      timeout: 30_000,
    });
    const [file] = readdirSync(directory);
    if (file === undefined) throw new Error('passwords show did not end in good order');
    const { result } = v.parse(coverageSchema, JSON.parse(readFileSync(join(directory, file), 'utf8')));
    return result
      .filter(({ url }) => url.startsWith('file:'))
      .map(({ url }) => fileURLToPath(url))
      .filter((path) => path.startsWith(out + sep));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function bytesOf(paths: readonly string[]): number {
  return [...new Set(paths)].reduce((sum, path) => sum + statSync(path).size, 0);
}
