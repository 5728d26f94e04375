import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { build as buildWithVite } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Everything we use is bundled, so that the package needs no node_modules: but not Electron, and no native module. */
const external = [/^node:/, 'electron', 'keytar'];

/**
 * Bundles a main process into one ESM file.
 * @param entry source, such as `src-main/desktop.ts`, from the project's root
 * @param file where to write it, from the project's root
 */
export async function bundleMain(entry: string, file: string): Promise<void> {
  holdModules(dirname(join(root, file)));
  await build({
    input: join(root, entry),
    external,
    platform: 'node',
    logLevel: 'warn',
    // What is loaded later (`import()`) stays a file of its own, beside.
    output: {
      dir: dirname(join(root, file)),
      entryFileNames: fileName(file),
      chunkFileNames: 'chunks/[name]-[hash].js',
      format: 'esm',
      minify: true,
    },
  });
}

/**
 * Bundles a preload into one CommonJS file, which a sandboxed preload has to be.
 * @param channels the names of the contract's messages, written into it as a literal list
 */
export async function bundlePreload(entry: string, file: string, channels: readonly string[]): Promise<void> {
  await build({
    input: join(root, entry),
    external: ['electron'],
    platform: 'browser',
    logLevel: 'warn',
    transform: { define: { channelNames: JSON.stringify(channels) } },
    output: { file: join(root, file), format: 'cjs', minify: true, codeSplitting: false },
  });
}

/** Builds the window's pages (vite.renderer.config.ts). @param folder where to, from the project's root */
export async function buildPages(folder: string): Promise<void> {
  // Vite follows it when it is set, as test runners do: React would come in its development form.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await buildWithVite({
    configFile: join(root, 'vite.renderer.config.ts'),
    root: join(root, 'src-renderer'),
    logLevel: 'warn',
    build: { outDir: join(root, folder), rolldownOptions: { checks: { pluginTimings: false } } },
  }).finally(() => {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  });
}

/** Bundles the stand-in for Electron (test/electron-stand-in) into out/electron-stand-in. */
export async function bundleStandIn(electronVersion: string): Promise<void> {
  const source = join(root, 'test/electron-stand-in');
  const out = join(root, 'out/electron-stand-in');
  holdModules(out);
  const inNode = ['boot', 'electron', 'resolve-electron'].map((name) =>
    build({
      input: join(source, `${name}.ts`),
      external: [/^node:/],
      platform: 'node',
      logLevel: 'warn',
      transform: { define: { electronVersion: JSON.stringify(electronVersion) } },
      output: { file: join(out, `${name}.js`), format: 'esm', codeSplitting: false },
    }),
  );
  const inPage = ['page-world', 'preload-world'].map((name) =>
    build({
      input: join(source, `page/${name}.ts`),
      platform: 'browser',
      logLevel: 'warn',
      output: {
        file: join(out, `${name}.js`),
        format: 'iife',
        codeSplitting: false,
        // The one of the two that hands something on.
        ...(name === 'preload-world' ? { name: 'standIn', exports: 'named' } : {}),
      },
    }),
  );
  await Promise.all([...inNode, ...inPage]);
}

/** Says that the files of `folder` are ES modules: those of out/, where the command line is, are CommonJS. */
function holdModules(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
