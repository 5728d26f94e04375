import { tsImport } from 'tsx/esm/api';

// Runs the TypeScript beside it without a build step, as `npm run screenshots`.
await tsImport('../test/renderer/take-screenshots.ts', import.meta.url).then(({ takeScreenshots }) =>
  takeScreenshots(process.argv.slice(2)),
);
