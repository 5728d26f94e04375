// `npm start`: the desktop app, in Electron where its binary is there, else in the stand-in with Chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { buildDesktop } from './build-desktop.ts';
import { electronCommand } from './electron-command.ts';
import { hasDisplay } from './has-display.ts';

const say = (text: string) => void process.stderr.write(`${text}\n`);

async function run(): Promise<number> {
  await buildDesktop(say);
  const { program, args, env, electron } = electronCommand(process.argv.slice(2));
  if (electron === 'stand-in') {
    say('The Electron binary is not here: the window is shown by Chromium instead.');
  }
  if (!hasDisplay()) say('There is no display here: nobody can see the window. Ctrl+C ends it.');
  const child = spawn(program, args, { env, stdio: 'inherit' });
  // A terminal sends Ctrl+C to both; other signals come here alone.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM'));
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
