import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (no\.|---)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('docs/security.md', () => {
  it('has no empty cell, and every number of the checklist', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row).toHaveLength(4);
      expect(row.every((cell) => cell !== '')).toBe(true);
    }
    const numbers = rows.flatMap(([number = '']) => number.split(', '));
    for (let item = 1; item <= 20; item++) expect(numbers).toContain(String(item));
  });

  it('names files that exist, and a test for each rule', () => {
    for (const [, , files = '', tests = ''] of rows) {
      for (const [, path = ''] of [...`${files} ${tests}`.matchAll(/`([^`]+)`/g)])
        expect(existsSync(path) ? '' : path).toBe('');
      expect(files).toMatch(/`[^`]+`/);
      expect(tests).toMatch(/`test\/[^`]+\.test\.ts`/);
    }
  });

  it('leaves out no file of the shell that guards something', () => {
    const text = readFileSync('docs/security.md', 'utf8');
    // What is only a look, a list of words or a part of a file that is named.
    const quiet = ['chromium-fault.ts', 'tray.ts', 'window-look.ts'];
    for (const file of readdirSync('src-main/electron').filter((name) => !quiet.includes(name))) {
      expect(text).toContain(`src-main/electron/${file}`);
    }
  });
});
