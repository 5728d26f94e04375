import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildRenderer } from './build-renderer.ts';

let folder = '';
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const bytes = (pattern: RegExp): number =>
  files()
    .filter((file) => pattern.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

describe('What the window is built of', () => {
  beforeAll(async () => {
    folder = await buildRenderer('bundle');
  }, 120_000);

  test('the script it starts with is at most 300 KB, its styles at most 40, a language at most 60', () => {
    expect(bytes(/index-.*\.js$/)).toBeLessThanOrEqual(300_000);
    expect(bytes(/\.css$/)).toBeLessThanOrEqual(40_000);
    for (const language of ['en', 'de', 'fr', 'es', 'ja', 'ar'])
      expect(bytes(new RegExp(`(^|/|\\.)${language}-[^/]*\\.js$`))).toBeLessThanOrEqual(60_000);
  });

  test('nothing inline, no source maps, no address of another place, no eval', () => {
    const page = read('index.html');
    expect(page).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
    expect(page).not.toMatch(/https?:/);
    for (const file of files()) {
      expect(file).not.toMatch(/\.map$/);
      const text = read(file);
      expect(text).not.toMatch(/sourceMappingURL|\beval\(|new Function\(/);
      if (file.endsWith('.css')) expect(text).not.toMatch(/url\(|@import/);
    }
  });

  test('only kinds of file that the app protocol serves', () => {
    for (const file of files()) expect(file).toMatch(/\.(html|js|css|svg|png|woff2)$/);
  });
});
