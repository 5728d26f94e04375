import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Electron's fuses are found in its binary (@electron/fuses, `constants.ts`): this, version, length, fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * Makes a folder that looks to electron-builder like an unpacked Electron, for machines that can't fetch one: the
 * package made of it has the right files, entries, dependencies and fuses, and can't run.
 */
export function makeStandInDist(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const fuses = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 9]), Buffer.from('110011001')]);
  const program =
    '#!/bin/sh\necho "made without the Electron binary: this package can not run" >&2\nexit 1\n# ';
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(program), fuses, Buffer.from('\n')]));
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) writeFileSync(join(folder, name), '');
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'])
    chmodSync(join(folder, name), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'libffmpeg.so', 'resources.pak'])
    writeFileSync(join(folder, name), '');
  for (const name of ['en-US', 'en-GB', 'de', 'ar', 'ja', 'sv', 'fr', 'es', 'es-419'])
    writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  writeFileSync(join(folder, 'version'), `v${version}\n`);
}
