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
  bundleAll: 'all of out/',
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
