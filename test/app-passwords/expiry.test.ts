import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpiry } from '../../src-main/app-passwords/expiry.ts';
import { Fault } from '../../src-main/fault.ts';

const now = Date.parse('2026-01-31T10:20:30.400Z');

describe('parseExpiry', () => {
  it.each([
    ['never', null],
    [' Never ', null],
    ['90d', '2026-05-01T10:20:30Z'],
    ['12w', '2026-04-25T10:20:30Z'],
    ['1m', '2026-02-28T10:20:30Z'],
    ['6m', '2026-07-31T10:20:30Z'],
    ['1y', '2027-01-31T10:20:30Z'],
    ['2Y', '2028-01-31T10:20:30Z'],
    ['2027-01-31', '2027-01-31T23:59:59Z'],
    ['2027-01-31T08:00:00Z', '2027-01-31T08:00:00Z'],
    ['2027-01-31T08:00+02:00', '2027-01-31T06:00:00Z'],
  ])('%s', (text, expected) => {
    expect(parseExpiry(text, now)).toBe(expected);
  });

  it('a year after 29 February is 28 February', () => {
    expect(parseExpiry('1y', Date.parse('2028-02-29T00:00:00Z'))).toBe('2029-02-28T00:00:00Z');
  });

  it.each([
    '',
    '0d',
    '90',
    'd',
    '-1d',
    '1.5y',
    '1h',
    '2026-01-30',
    '2027-02-30',
    '2027-13-01',
    '99999y',
    '31.01.2027',
    'tomorrow',
  ])('refuses %j', (text) => {
    expect(() => parseExpiry(text, now)).toThrow(expect.objectContaining({ code: 'input.invalid' }));
  });

  it('is in the future, in whole seconds, or a Fault', () => {
    const texts = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.nat(120_000), fc.constantFrom('d', 'w', 'm', 'y', ''))
        .map(([count, unit]) => `${count}${unit}`),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: Date.parse('2200-01-01') }), (text, at) => {
        try {
          const expiry = parseExpiry(text, at);
          if (expiry === null) return;
          expect(expiry).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
          expect(Date.parse(expiry)).toBeGreaterThan(at - 1000);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Fault);
        }
      }),
    );
  });

  it('longer is never earlier', () => {
    const unit = fc.constantFrom('d', 'w', 'm', 'y');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        unit,
        fc.nat(Date.parse('2100-01-01')),
        (count, letter, at) => {
          const one = parseExpiry(`${count}${letter}`, at) ?? '';
          const more = parseExpiry(`${count + 1}${letter}`, at) ?? '';
          expect(more > one).toBe(true);
        },
      ),
    );
  });
});
