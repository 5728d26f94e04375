import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../architecture/source-tree.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** A clone with a lock file of its own, and an npm that does as `npm ci` and counts its calls. */
async function makeClone() {
  const clone = await temporaryDirectory();
  await cp(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true });
  const npm = join(clone, 'npm.js');
  await writeFile(
    npm,
    `const fs = require('node:fs');
     console.log('npm talks on stdout');
     fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
     if (fs.existsSync('refuse')) process.exit(1);
     fs.mkdirSync('node_modules', { recursive: true });
     fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');`,
  );
  return {
    clone,
    lock: (version: string) =>
      writeFile(
        join(clone, 'package-lock.json'),
        JSON.stringify({
          packages: {
            '': { version: '0.1.0' },
            'node_modules/a': { version },
            'node_modules/b': { version: '1.0.0', optional: true },
          },
        }),
      ),
    calls: async () =>
      (await readFile(join(clone, 'calls'), 'utf8').catch(() => '')).split('\n').filter(Boolean),
    setUp: () =>
      spawnSync(process.execPath, ['scripts/set-up.mjs', 'build'], {
        cwd: clone,
        encoding: 'utf8',
        env: { ...process.env, npm_execpath: npm },
      }),
  };
}

test('installs once, says so on stderr only, and again when the lock file has changed', async () => {
  const { clone, lock, calls, setUp } = await makeClone();
  await lock('1.0.0');
  expect(setUp()).toMatchObject({
    status: 0,
    stdout: '',
    stderr: expect.stringContaining('installing 2 npm packages'),
  });
  expect(setUp()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(await calls()).toEqual([expect.stringMatching(/^ci .*--ignore-scripts/)]);
  await lock('1.0.1');
  expect(setUp().status).toBe(0);
  expect(await calls()).toHaveLength(2);
  // Optional packages are those of other systems.
  const without = { packages: { 'node_modules/a': { version: '1.0.1' } } };
  await writeFile(join(clone, 'node_modules', '.package-lock.json'), JSON.stringify(without));
  expect(setUp().stderr).toBe('');
});

test('an installation that was broken off is done again, one that fails stops', async () => {
  const { clone, lock, calls, setUp } = await makeClone();
  await lock('1.0.0');
  await mkdir(join(clone, 'node_modules'));
  expect(setUp().status).toBe(0);
  await writeFile(join(clone, 'node_modules', '.package-lock.json'), '{"packages":');
  await writeFile(join(clone, 'refuse'), '');
  expect(setUp()).toMatchObject({ status: 1, stdout: '' });
  expect(await calls()).toHaveLength(2);
});
