import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../architecture/source-tree.ts';
import { openKeyringSession } from '../vault/keyring-session.ts';
import { median } from './metric.ts';

/** Medians in milliseconds of whole processes, from their start to their end. */
export interface ShowTimes {
  readonly node: number;
  readonly secretTool: number;
  /** Node that only loads keytar and reads one item: no program of Gatepass can be quicker. */
  readonly keytar: number;
  readonly show: number;
}

const id = 'thunderbird-k7f2qd';
const secret = 'a-secret-of-the-bench';
const cli = join(root, 'out', 'cli.js');
const service = 'gatepass';

const withKeytar = (then: string) => ['-e', `require('keytar').${then}`];
const commands: Readonly<Record<keyof ShowTimes, readonly [string, ...string[]]>> = {
  node: [process.execPath, '-e', '0'],
  secretTool: ['secret-tool', 'lookup', 'service', service, 'account', id],
  keytar: [process.execPath, ...withKeytar(`getPassword('${service}', '${id}').then(console.log)`)],
  show: [process.execPath, cli, 'passwords', 'show', id],
};

/** Times `gatepass passwords show`, as built, with a real keychain, in turns with what it is compared with. */
export async function measurePasswordsShow(runs: number): Promise<ShowTimes> {
  const session = await openKeyringSession();
  try {
    const kept = await session.run([
      process.execPath,
      ...withKeytar(`setPassword('${service}', '${id}', '${secret}')`),
    ]);
    if (kept.code !== 0) throw new Error(kept.stderr);
    const times: Record<keyof ShowTimes, number[]> = { node: [], secretTool: [], keytar: [], show: [] };
    for (let run = 0; run < runs; run++) {
      for (const name of Object.keys(times) as (keyof ShowTimes)[]) {
        times[name].push(timeOf(commands[name], session.env, name !== 'node'));
      }
    }
    return {
      node: median(times.node),
      secretTool: median(times.secretTool),
      keytar: median(times.keytar),
      show: median(times.show),
    };
  } finally {
    await session.close();
  }
}

function timeOf(
  [program, ...words]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  tells: boolean,
): number {
  const since = performance.now();
  const run = spawnSync(program, words, { cwd: root, env, encoding: 'utf8', timeout: 30_000 });
  const ms = performance.now() - since;
  if (run.status !== 0 || (tells && run.stdout.trim() !== secret)) {
    throw new Error(`${program} ${words.join(' ')}: ${run.stderr || run.stdout}`);
  }
  return ms;
}
