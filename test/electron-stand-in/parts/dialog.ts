import type { Dialog } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import type { World } from '../world.ts';

/** `dialog`: each is recorded and answered with what the test has laid ready, else dismissed. */
export function createDialog(world: World) {
  function ask(kind: string, args: readonly unknown[], dismissed: object): Promise<object> {
    // The window before the options can be left out.
    world.records.dialogs.push({ kind, options: args.at(-1) });
    const answer = world.dialogAnswers.shift();
    return Promise.resolve(answer === undefined ? dismissed : (answer as object));
  }
  return refuseUnknown('dialog', {
    showMessageBox: (...args: unknown[]) => {
      const { cancelId = 0 } = args.at(-1) as { cancelId?: number };
      return ask('message', args, { response: cancelId, checkboxChecked: false });
    },
    showOpenDialog: (...args: unknown[]) => ask('open', args, { canceled: true, filePaths: [] }),
    showSaveDialog: (...args: unknown[]) => ask('save', args, { canceled: true, filePath: '' }),
    showErrorBox(title: string, content: string) {
      world.records.dialogs.push({ kind: 'error', options: { title, content } });
      process.stderr.write(`${title}\n${content}\n`);
    },
  } satisfies ShapeOf<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>);
}
