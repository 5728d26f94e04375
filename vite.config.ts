import { defineConfig, type Plugin } from 'vite';

/**
 * The command line as one program: `out/cli.js` and the parts it loads when it needs them. Dependencies are bundled,
 * so that a command opens few files; keytar stays outside, it is a native addon. CommonJS, because mail apps ask
 * `passwords show` at each login: Node 20 takes 6 ms longer to start with an ES module.
 */
export default defineConfig({
  publicDir: false,
  plugins: [commonJsFolder()],
  build: {
    ssr: 'src-main/cli.ts',
    outDir: 'out',
    // The desktop app and the stand-in for Electron are built beside; build.mjs clears what is the command line's.
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    sourcemap: false,
    rolldownOptions: {
      output: {
        format: 'cjs',
        entryFileNames: 'cli.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // What `passwords show` needs, in one file: what it shares with other commands would be a file each.
        codeSplitting: {
          groups: [
            {
              name: 'quick',
              test: /src-main\/(assert-never|fault|secret|vault\/(?!keytar-binding)|cli\/(commands?\.ts|commands\/passwords-show)|app-passwords\/(show-app-password|app-password-name|random-text))/,
            },
          ],
        },
      },
    },
  },
  ssr: { target: 'node', noExternal: true, external: ['keytar'] },
});

/** The project's own package.json says that its files are ES modules. */
function commonJsFolder(): Plugin {
  return {
    name: 'commonjs-folder',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
    },
  };
}
