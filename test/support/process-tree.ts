import { readdirSync, readFileSync } from 'node:fs';

export interface SeenProcess {
  readonly pid: number;
  /** Clock ticks since boot (proc(5), field 22): a pid that is used again has another. */
  readonly startedAt: string;
  readonly command: string;
}

/** Everything `root` has started, and what that has started (Linux). */
export function descendants(root: number): readonly SeenProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => seen(Number(name)) ?? []);
  const found: (SeenProcess & { readonly parent: number })[] = [];
  const pids = new Set([root]);
  for (let before = 0; pids.size > before; ) {
    before = pids.size;
    for (const one of all) {
      if (!pids.has(one.parent) || pids.has(one.pid)) continue;
      pids.add(one.pid);
      found.push(one);
    }
  }
  return found;
}

/** Whether it still runs; one that has ended and that nobody has taken note of does not. */
export function runs({ pid, startedAt }: SeenProcess): boolean {
  const now = seen(pid);
  return now !== null && now.startedAt === startedAt && now.state !== 'Z';
}

function seen(pid: number): (SeenProcess & { readonly parent: number; readonly state: string }) | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const [state = '', parent = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, startedAt: rest[17] ?? '', command, parent: Number(parent), state };
  } catch {
    return null;
  }
}
