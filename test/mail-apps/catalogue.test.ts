import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue, findMailApp } from '../../src-main/mail-apps/catalogue.ts';
import { placeholders } from '../../src-main/mail-apps/mail-app.ts';

describe.each(catalogue)('$id', (app) => {
  const texts = app.steps.flatMap(({ text, fields = [] }) => [text, ...fields.map(({ value }) => value)]);
  const used = new Set(
    texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
  );

  test('uses no placeholder that is not filled, and tells all that mail needs', () => {
    expect([...used].filter((name) => !(placeholders as readonly string[]).includes(name))).toEqual([]);
    const needed = placeholders.filter((name) => !['calendars', 'contacts', 'webHost'].includes(name));
    expect(needed.filter((name) => !used.has(name))).toEqual([]);
  });

  test('speaks of calendars and contacts only where it has them', () => {
    expect(used.has('calendars')).toBe(app.protocols.includes('caldav'));
    expect(used.has('contacts')).toBe(app.protocols.includes('carddav'));
  });

  test('can log in with a password over IMAP and SMTP', () => {
    expect(app.logins).toContain('password');
    expect(app.protocols).toEqual(expect.arrayContaining(['imap', 'smtp']));
  });

  test('writes as Gatepass writes', () => {
    for (const text of texts) expect(text).not.toMatch(/!|please|sorry|"/i);
  });
});

describe('finding one', () => {
  test.each([
    ['thunderbird', 'thunderbird'],
    [' Thunderbird ', 'thunderbird'],
    ['apple', 'apple-mail'],
    ['Apple Mail', 'apple-mail'],
    ['outlook-classic', 'outlook'],
    ['OUTLOOK', 'outlook'],
    ['new outlook', 'outlook-new'],
    ['New Outlook', 'outlook-new'],
    ['other', 'other'],
  ])('%j', (typed, id) => expect(findMailApp(typed).id).toBe(id));

  test('an unknown one names those that are known', () => {
    const facts = { app: 'pine', known: 'thunderbird, apple-mail, outlook, outlook-new, other' };
    expect(() => findMailApp('pine')).toThrow(
      expect.objectContaining({ code: 'input.unknown-mail-app', facts }),
    );
  });

  test('anything typed is found or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        try {
          expect(catalogue).toContain(findMailApp(typed));
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'input.unknown-mail-app' });
        }
      }),
    );
  });

  test('no two share an id or an alias', () => {
    const names = catalogue.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });
});
