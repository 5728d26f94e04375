import { parseArgs } from 'node:util';
import { measure } from './measure.ts';
import { report } from './report.ts';

// `npm run bench`: figures for people, `-- --json` for programs. Nothing here passes or fails.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** One of each, for a quick look. */
    quick: { type: 'boolean', default: false },
  },
});

const metrics = await measure({
  flows: values.quick ? 1 : 7,
  processes: values.quick ? 1 : 41,
  windows: values.quick ? 1 : 5,
  clicks: values.quick ? 4 : 30,
  say: (text) => console.error(text),
});
console.log(values.json ? JSON.stringify(metrics) : report(metrics));
