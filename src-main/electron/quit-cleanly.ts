import type { App } from 'electron';
import { withDeadline } from '../platform/deadline.ts';

/** How long the last work may keep the program from ending. */
const patienceMs = 2_000;

/**
 * Does the last work of the program (clearing the clipboard, closing journals) before it ends: quitting is held back
 * once, and goes on when the work is done, has failed, or took too long.
 *
 * @returns whether quitting has begun, for the window: it must not hide in the tray any more then
 */
export function quitCleanly(
  app: Pick<App, 'on' | 'quit'>,
  lastWork: () => Promise<void>,
): { readonly isQuitting: () => boolean } {
  let state: 'running' | 'finishing' | 'finished' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'finished') return;
    event.preventDefault();
    if (state === 'finishing') return;
    state = 'finishing';
    const finish = (): void => {
      state = 'finished';
      app.quit();
    };
    withDeadline(patienceMs, undefined, lastWork).then(finish, finish);
  });
  return { isQuitting: () => state !== 'running' };
}
