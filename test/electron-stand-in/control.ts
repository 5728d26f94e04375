import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { StandIn } from './create-electron.ts';

/** What a test can ask of the stand-in, by name: see `test/e2e/launch-desktop.ts`. */
export type Command = (params: Record<string, unknown>) => unknown;

/** The hands of the test: reads what was recorded, does what a person or the system would do. */
export function commandsOf({ world, hands }: StandIn): Readonly<Record<string, Command>> {
  const window = () => {
    const last = [...world.windows].at(-1);
    if (last === undefined) throw new Error('no window is open');
    return last;
  };
  return {
    records: () => world.records,
    endpoint: () => window().endpoint(),
    clipboard: () => hands.clipboard.record(),
    copyElsewhere: ({ text }) => hands.clipboard.api.writeText(String(text)),
    clickMenu: ({ path }) => hands.menu.application()?.click(path as string[]),
    clickTray: () => hands.tray.last()?.click(),
    clickTrayMenu: ({ path }) =>
      hands.tray
        .last()
        ?.menu()
        ?.click(path as string[]),
    clickNotification: ({ index }) => hands.notification.click(Number(index)),
    answerDialogs: ({ answers }) => void world.dialogAnswers.push(...(answers as unknown[])),
    setDark: ({ dark }) => hands.nativeTheme.set(dark === true),
    setOnline({ online }) {
      world.online = online === true;
    },
    emit: ({ event }) => world.app.emit(String(event), {}),
    openUrl: ({ url }) => world.app.emit('open-url', { preventDefault: () => undefined }, url),
    closeWindow: () => window().close(),
    quit: () => void setImmediate(hands.app.quit),
    memory: () => process.memoryUsage(),
    /** Runs code beside the preload, as a page that was taken over might: in the top frame, or in a sub-frame. */
    async evaluateInPreload({ expression, frame }) {
      const page = await window().page;
      const target = frame === undefined ? page.frames.top : page.frames.top.frames[Number(frame)];
      if (target === undefined) throw new Error('no such frame');
      return page.evaluate(target, String(expression));
    },
  };
}

/** Connects to the test's socket and obeys: one JSON message per line, `{id, command, params}`. */
export function obey(path: string, commands: Readonly<Record<string, Command>>): void {
  const socket = connect(path);
  // The test has gone: so does the program.
  socket.once('close', () => process.exit(0));
  socket.on('error', () => process.exit(1));
  const lines = createInterface({ input: socket });
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    const { id, command, params } = JSON.parse(line) as {
      id: number;
      command: string;
      params: Record<string, unknown>;
    };
    Promise.resolve()
      .then(() => {
        const run = commands[command];
        if (run === undefined) throw new Error(`the stand-in can't ${command}`);
        return run(params);
      })
      .then(
        (value) => socket.write(`${JSON.stringify({ id, value: value ?? null })}\n`),
        (error) =>
          socket.write(
            `${JSON.stringify({ id, error: String(error instanceof Error ? error.message : error) })}\n`,
          ),
      );
  });
}
