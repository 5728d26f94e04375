import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import type { World } from '../world.ts';

/** `shell`: addresses are recorded; where no test drives the process they are opened, so that a demo works. */
export function createShell(world: World) {
  return refuseUnknown('shell', {
    async openExternal(url: string) {
      world.records.opened.push(url);
      if (world.driven) return;
      const child = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], {
        stdio: 'ignore',
        detached: true,
      });
      await new Promise<void>((resolve, reject) => {
        child.once('error', reject);
        child.once('spawn', resolve);
      });
      child.unref();
    },
    async openPath(path: string) {
      world.records.opened.push(path);
      return '';
    },
    showItemInFolder: (path: string) => void world.records.opened.push(path),
  } satisfies ShapeOf<Shell>);
}
