import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escaped } from './escaped.ts';
import { readPage } from './read-page.ts';

test('fields, buttons and where they go, as a browser would see them', () => {
  const page = readPage(`<title> Log  in </title><body><script>ignored()</script>
    <form id=f action="/go?x=1&amp;y=2" METHOD=POST>
    <input name=user><input type=PASSWORD name=pass><input type=hidden name=t value="a&quot;b">
    <input type=checkbox name=remember><input type=checkbox name=agree checked value=yes>
    <select name=lang><option value=de>Deutsch<option value=en selected>English</select>
    <input disabled name=off><button name=accept value=1>Yes, <b>go</b></button><button type=button>Help</button>
    </form><input type=submit form=f value=Cancel name=cancel formaction=/no>`);
  expect(page.title).toBe('Log in');
  expect(page.text).not.toContain('ignored');
  expect(page.forms).toHaveLength(1);
  const [form] = page.forms;
  expect(form).toMatchObject({ action: '/go?x=1&y=2', method: 'post' });
  expect(form?.fields.map(({ name, type, value, checked }) => [name, type, value, checked])).toEqual([
    ['user', 'text', '', true],
    ['pass', 'password', '', true],
    ['t', 'hidden', 'a"b', true],
    ['remember', 'checkbox', '', false],
    ['agree', 'checkbox', 'yes', true],
    ['lang', 'select', 'en', true],
  ]);
  expect(form?.buttons).toEqual([
    { words: 'Yes, go', name: 'accept', value: '1', action: null },
    { words: 'Cancel', name: 'cancel', value: 'Cancel', action: '/no' },
  ]);
});

test('what is escaped comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/[\r\0]/.test(text)),
      (text) => {
        const [form] = readPage(`<form><input name="x" value="${escaped(text)}"></form>`).forms;
        expect(form?.fields[0]?.value).toBe(text);
      },
    ),
  );
});

test('no page is too broken to be read', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readPage(`<form>${text}<input`)).not.toThrow();
    }),
  );
});
