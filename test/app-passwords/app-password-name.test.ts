import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAppPasswordId,
  labelOf,
  nameAppPassword,
  tagOf,
} from '../../src-main/app-passwords/app-password-name.ts';
import { randomText } from '../../src-main/app-passwords/random-text.ts';

const parts = { mailApp: 'apple-mail', mailAppName: 'Apple Mail', host: 'laptop' };
const fixed = () => new Uint8Array([10, 31, 5, 26, 16, 3]);

describe('nameAppPassword', () => {
  it('joins description and id by the tag', () => {
    const { id, description } = nameAppPassword(parts, fixed);
    expect(id).toBe('apple-mail-k7f2qd');
    expect(description).toBe('Apple Mail on laptop (k7f2qd)');
    expect(tagOf(description)).toBe('k7f2qd');
    expect(tagOf(id)).toBe('k7f2qd');
  });

  it('takes a name of the person’s own', () => {
    expect(nameAppPassword({ ...parts, name: ' Phone\nof Mara ' }, fixed).description).toBe(
      'Phone of Mara (k7f2qd)',
    );
    expect(nameAppPassword({ ...parts, name: ' \u202e', host: '' }, fixed).description).toBe(
      'Apple Mail on this computer (k7f2qd)',
    );
  });

  it('always makes one short line with a tag, and a valid id', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, (mailAppName, host, name) => {
        const named = nameAppPassword({ mailApp: 'other', mailAppName, host, name }, randomBytes);
        expect(isAppPasswordId(named.id)).toBe(true);
        expect(tagOf(named.description)).toBe(tagOf(named.id));
        expect(named.description).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect([...named.description].length).toBeLessThan(140);
      }),
    );
  });

  it.each([
    '',
    'k7f2qd',
    '-k7f2qd',
    'a-K7F2QD',
    'a-k7f2q1',
    'a--k7f2qd',
    '../a-k7f2qd',
    'a-k7f2qd\n',
    'a-k7f2qdx',
  ])('%j is no id', (text) => {
    expect(isAppPasswordId(text)).toBe(false);
  });

  it('finds no tag where there is none', () => {
    expect(tagOf('Thunderbird on laptop')).toBeNull();
    expect(tagOf('Thunderbird (laptop)')).toBe('laptop');
    expect(tagOf('Thunderbird (k7f2qd) on laptop')).toBeNull();
  });
});

describe('randomText', () => {
  it('has the length asked for and every letter as often', () => {
    expect(randomText(randomBytes, 26)).toMatch(/^[a-z2-7]{26}$/);
    const all = randomText(() => Uint8Array.from({ length: 256 }, (_, byte) => byte), 256);
    expect(new Set(Array.from(all, (one) => all.split(one).length - 1))).toEqual(new Set([8]));
  });
});

it('people see the description without its tag', () => {
  expect(labelOf('Outlook on fern (k7f2qd)')).toBe('Outlook on fern');
  expect(labelOf('Outlook (old)')).toBe('Outlook (old)');
  expect(labelOf('(k7f2qd)')).toBe('(k7f2qd)');
});
