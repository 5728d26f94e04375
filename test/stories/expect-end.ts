import { expect } from 'vitest';
import type { FaultCode } from '../../src-main/fault.ts';
import type { CommandEnd } from './terminal.ts';

/** It worked, in plain words. */
export function expectDone(end: CommandEnd): void {
  expect(end.code, end.stderr + end.stdout).toBe(0);
  expectPlainWords(end);
}

/** It failed as documented: exit code, code, both sentences, the shape of `--json`. */
export function expectFault(end: CommandEnd, exit: number, code: FaultCode): void {
  expect([end.code, end.json?.error?.code], end.stderr + end.stdout).toEqual([exit, code]);
  const { error } = end.json;
  expect(Object.keys(error).sort()).toEqual(['code', 'facts', 'message', 'next', 'retryable']);
  expect(Object.keys(end.json)).toEqual(['error']);
  expect(error.message).toMatch(/\S.*\.$/);
  expect(error.next).toMatch(/\S.*\.$/);
  expect(end.stderr).toContain(`✗ ${error.message}`);
  expect(end.stderr).toContain(error.next);
  expectPlainWords(end);
}

/** No stack trace, no hole where a fact is missing, no value that is not meant for people. */
export function expectPlainWords(end: CommandEnd): void {
  const words = `${end.stderr}${end.stdout}`.replace(/\w+:\/\/\S*/g, '<address>');
  expect(words).not.toMatch(/^\s+at \S+ ?\(|node:internal|\.js:\d+|\bundefined\b|\[object|\bNaN\b/m);
  // A fact that nobody gave reads as "?" (fault-words.ts); a question ends in a word.
  expect(words).not.toMatch(/(?<![\p{L}\d])\?/u);
  expect(words).not.toMatch(/(?<![$"])\{\w+\}/);
}
