import { build } from 'vite';

/**
 * Builds the window as it is shipped; about two seconds.
 * @param name of the test file: each has its own folder, since they run at the same time
 * @returns the folder
 */
export async function buildRenderer(name: string): Promise<string> {
  const folder = `out/test/renderer-${name}`;
  await build({
    configFile: 'vite.renderer.config.ts',
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: `../${folder}` },
  });
  return folder;
}
