import { expect, it } from 'vitest';
import { compareResponse } from './compare-response.ts';
import type { Labels } from './labels.ts';
import type { Json } from './recorded-exchange.ts';

const labels: Labels = {
  fill: async (text) => text,
  bind: () => true,
};
const headers = { 'content-type': 'application/json' };

function differencesOf(
  wanted: Json,
  got: unknown,
  bindings = new Map<string, string>(),
  keyOrder = true,
): number {
  const actual = { status: 200, headers, body: typeof got === 'string' ? got : JSON.stringify(got) };
  return compareResponse({ status: 200, headers, body: wanted }, actual, labels, bindings, keyOrder).length;
}

it('notices every kind of difference', () => {
  const actual = { status: 200, headers: { ...headers, extra: 'x' }, body: '{}' };
  expect(compareResponse({ status: 201, headers, body: {} }, actual, labels, new Map(), true)).toHaveLength(
    2,
  );
  expect(differencesOf({ a: 1, b: null }, { a: 1, b: null })).toBe(0);
  expect(differencesOf({ a: 1, b: null }, { b: null, a: 1 })).toBe(1);
  expect(differencesOf({ a: 1, b: null }, { b: null, a: 1 }, new Map(), false)).toBe(0);
  expect(differencesOf({ a: [] }, { a: {} })).toBe(1);
  expect(differencesOf({ a: [1] }, { a: [1, 2] })).toBe(1);
  expect(differencesOf({ a: null }, { a: {} })).toBe(1);
  expect(differencesOf({ a: true }, { a: 'true' })).toBe(1);
  expect(differencesOf('<xml/>', '<xml />')).toBe(1);
  expect(differencesOf({ username: 'ian', '...': 'session' }, { username: 'ian', more: 1 })).toBe(0);
});

it('lets values differ only where they must, and the same way every time', () => {
  const bindings = new Map<string, string>();
  expect(differencesOf({ sessionState: '5c58f238' }, { sessionState: '00000001' }, bindings)).toBe(0);
  expect(differencesOf({ sessionState: '5c58f238' }, { sessionState: '00000002' }, bindings)).toBe(1);
  expect(differencesOf({ state: '0' }, { state: '5c58f238' })).toBe(1);
  expect(differencesOf({ createdAt: '2026-11-24T02:14:36Z' }, { createdAt: 'yesterday' })).toBe(1);
  expect(differencesOf({ secret: '<app password secret>' }, { secret: 'app_short' })).toBe(1);
  expect(differencesOf({ id: 'b' }, { id: 'c' })).toBe(1);
});
