import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRestName, restName } from '../../src-main/app-passwords/rest-name.ts';

describe('names of app passwords up to 0.15', () => {
  it('come back as label and date, and never hold a $', () => {
    const labels = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
    const times = fc.integer({ min: 0, max: Date.parse('2100-01-01') });
    fc.assert(
      fc.property(labels, times, (label, now) => {
        const name = restName(label, now);
        expect(name).not.toContain('$');
        const read = readRestName(name);
        expect(read.serverId).toBe(name);
        expect(read.description).toBe(label);
        expect(Date.parse(read.createdAt ?? '')).toBe(now - (now % 1000));
      }),
    );
  });

  it('are read as the web page of Stalwart writes them', () => {
    const name = Buffer.from('iPhone$2025-03-01T09:30:00.123456789+02:00').toString('base64');
    expect(readRestName(name)).toMatchObject({ description: 'iPhone', createdAt: '2025-03-01T07:30:00Z' });
  });

  it('of any other form are shown as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const read = readRestName(name);
        expect(read.serverId).toBe(name);
        if (read.createdAt === null) expect(read.description).toBe(name);
      }),
    );
    expect(readRestName('Thunderbird').description).toBe('Thunderbird');
    expect(readRestName(Buffer.from('a$yesterday').toString('base64')).createdAt).toBeNull();
  });
});
