import { defineConfig } from 'vite';

/**
 * The command line as one program: `out/cli.js` and the parts it loads when it needs them. Dependencies are bundled,
 * so that `passwords show` opens few files; keytar stays outside, it is a native addon.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src-main/cli.ts',
    outDir: 'out',
    // The desktop app and the stand-in for Electron are built beside; build.mjs clears what is the command line's.
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    sourcemap: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: 'cli.js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { target: 'node', noExternal: true, external: ['keytar'] },
});
