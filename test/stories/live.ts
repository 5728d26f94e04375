import process from 'node:process';
import { findChromium } from '../sandbox/provider/find-chromium.ts';
import { createLiveChecklist } from './live/live-checklist.ts';
import { liveUsage, readLiveOptions } from './live/live-options.ts';
import { liveStories } from './live/live-stories.ts';

// `npm run test:live`: the main stories against a real Stalwart and a real provider, through the built command line.

const options = readLiveOptions(process.argv.slice(2), process.env);
if (options === null) {
  process.stderr.write(`${liveUsage}\n`);
  process.exitCode = 2;
} else if (!options.httpForm && findChromium() === null) {
  process.stderr.write('No Chromium or Chrome is installed: install one, or sign in with --http-form.\n');
  process.exitCode = 2;
} else {
  const list = createLiveChecklist((line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${options.address ?? options.login} at ${options.server}\n`);
  await list.check('begin with nothing, leave nothing', async () => {
    await liveStories(options, list);
    return null;
  });
  process.stdout.write(`${list.summary()}\n`);
  process.exitCode = list.failed() ? 1 : 0;
}
