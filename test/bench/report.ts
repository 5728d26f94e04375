import { table } from '../../src-main/cli/table.ts';
import type { Metrics } from './metric.ts';

const meanings: Readonly<Record<string, string>> = {
  roundTrips: 'one after the other, from the redirect to the settings; at best code, create, proof',
  redirectToSettings: 'the same in time, 50 ms a trip; at best the three calls on open connections',
  passwordsShow: 'gatepass passwords show; at best node -e 0',
  passwordsShowToSecretTool: 'gatepass passwords show by secret-tool lookup',
  passwordsShowToKeytarAlone: 'gatepass passwords show by node that only asks keytar',
  bundleEntry: 'out/cli.js',
  bundlePasswordsShow: 'what passwords show loads of out/',
  bundleAll: 'the whole command line',
  windowPaint: 'start of the process to the first screen, in the stand-in; at best a page of a few lines',
  windowInteractive: 'the same until no task of the page is longer than 50 ms',
  windowClick: 'click to painted change through the main process, 95 of 100; at best in the page alone',
  windowMemory: 'main process at rest; at best the shell alone',
  windowPagesLoaded: 'what the first screen loads',
  windowPagesAll: 'all pages, six languages',
  windowPreload: 'preload.cjs',
};

/** The figures as a table for people. Pure. */
export function report(all: Metrics): string {
  const rows = Object.entries(all).map(([name, { value, unit, floor, ratio }]) => [
    name,
    String(value),
    unit,
    floor === 0 ? '' : String(floor),
    ratio === 0 ? '' : ratio.toFixed(2),
    meanings[name] ?? meanings[name.replace(/(Jmap|Rest)$/, '')] ?? '',
  ]);
  return table(['Metric', 'Value', 'Unit', 'Floor', 'Ratio', ''], rows);
}
