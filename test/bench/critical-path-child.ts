import process from 'node:process';
import { createMemoryVault } from '../../src-main/vault/memory-vault.ts';
import type { BenchCommand, BenchNews } from './critical-path-messages.ts';
import { runFloor } from './run-floor.ts';
import { runFlow } from './run-flow.ts';

// Gatepass in a process of its own, whose trips are counted and timed.

let waiting: ((command: BenchCommand) => void) | null = null;
const tell = (news: BenchNews) => void process.send?.(news);
const next = () =>
  new Promise<BenchCommand>((resolve) => {
    waiting = resolve;
  });

process.on('disconnect', () => process.exit(1));
process.on('message', (command: BenchCommand) => {
  if (waiting) {
    const resolve = waiting;
    waiting = null;
    resolve(command);
    return;
  }
  void work(command).catch((thrown: unknown) => tell({ kind: 'failed', why: String(thrown) }));
});

async function work(command: BenchCommand): Promise<void> {
  if (command.kind === 'flow') tell(await runFlow(command.place, createMemoryVault(), tell));
  else if (command.kind === 'floor') tell(await runFloor(command.place, tell, next));
}
