import ts from 'typescript';
import { expect, test } from 'vitest';
import { actsOnImport } from './acts-on-import.ts';

const acting = (text: string) =>
  actsOnImport(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));

test.each([
  'start();',
  'if (process.argv[2]) start();',
  'export const timer = setInterval(() => {}, 1000);',
  "import { readFileSync } from 'node:fs'; const text = readFileSync('a', 'utf8');",
  "import * as fs from 'node:fs'; const text = fs.readFileSync('a', 'utf8');",
  "const found = await import('./b.ts');",
  'const home = process.cwd();',
])('%s acts', (text) => {
  expect(acting(text)).toHaveLength(1);
});

test.each([
  "import * as v from 'valibot'; const schema = v.object({ a: v.string() });",
  "import { readFileSync } from 'node:fs'; export const read = () => readFileSync('a');",
  'export function start() { setInterval(() => {}, 1000); }',
  'const names = new Set(["a"]); export type A = string;',
  "import { promisify } from 'node:util'; const wait = promisify(setTimeout);",
])('%s only declares', (text) => {
  expect(acting(text)).toEqual([]);
});
