import { parse } from '@formatjs/icu-messageformat-parser';
import { defineConfig, type Plugin } from 'vite';

/**
 * Builds the window into out/renderer: hashed files, nothing inline, no source maps, no polyfill that would have to
 * fetch. Paths are relative, so the pages work under `app://main/` as under any other root.
 */
export default defineConfig({
  root: 'src-renderer',
  base: './',
  publicDir: false,
  plugins: [parsedMessages()],
  // The window gets its messages parsed; the parser stays out of it.
  resolve: {
    alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
  },
  // Also where the build runs inside the tests, whose environment is another.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  css: { modules: { localsConvention: 'camelCaseOnly', generateScopedName: '[hash:base64:5]' } },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome150',
    cssTarget: 'chrome150',
    cssCodeSplit: false,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
});

/** Replaces each ICU text with an argument or a tag in assets/messages by what the parser makes of it. */
function parsedMessages(): Plugin {
  return {
    name: 'gatepass:parsed-messages',
    enforce: 'post',
    transform(code, id) {
      if (!/\/assets\/messages\/(?:faults\.)?[a-z]{2}\.ts$/.test(id)) return null;
      let out = '';
      let done = 0;
      for (const { start, end, value } of texts(this.parse(code))) {
        if (!/[{<]/.test(value)) continue;
        out += code.slice(done, start) + JSON.stringify(parse(value, { captureLocation: false }));
        done = end;
      }
      return { code: out + code.slice(done), map: null };
    },
  };
}

interface Text {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Every text that is the value of a property, in the order of the file. */
function texts(node: unknown): readonly Text[] {
  if (Array.isArray(node)) return node.flatMap(texts);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as { type?: string; value?: unknown };
  if (type === 'Property' && isText(value)) return [value];
  return Object.values(node).flatMap(texts);
}

function isText(node: unknown): node is Text {
  return typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
}
