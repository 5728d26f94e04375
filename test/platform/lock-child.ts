import { createProcessLock } from '../../src-main/platform/process-lock.ts';

/** Takes the lock `a` of the directory in its argument, says so, and keeps it until it is killed or stdin ends. */
const lock = createProcessLock({ directory: process.argv[2] ?? '', name: 'a' });
await lock.hold(async () => {
  process.stdout.write('held\n');
  for await (const _ of process.stdin);
});
