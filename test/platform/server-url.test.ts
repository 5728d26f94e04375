import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import { isProtectedUrl, parseServerUrl } from '../../src-main/platform/server-url.ts';

test.each([
  ['mail.example.org', 'https://mail.example.org/'],
  ['mail.example.org:8443', 'https://mail.example.org:8443/'],
  ['mail.example.org:8443/stalwart', 'https://mail.example.org:8443/stalwart/'],
  ['  https://Mail.Example.org/a//b  ', 'https://mail.example.org/a//b/'],
  ['HTTPS://mail.example.org', 'https://mail.example.org/'],
  ['https://mail.example.org/a/../b', 'https://mail.example.org/b/'],
  ['localhost:8080', 'https://localhost:8080/'],
  ['http://localhost:8080', 'http://localhost:8080/'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x/'],
  ['http://127.8.7.6', 'http://127.8.7.6/'],
  ['http://0x7f.1', 'http://127.0.0.1/'],
  ['http://[::1]:8080', 'http://[::1]:8080/'],
  ['https://[2001:db8::1]', 'https://[2001:db8::1]/'],
  ['bücher.example', 'https://xn--bcher-kva.example/'],
])('%s is %s', (text, href) => {
  expect(parseServerUrl(text).href).toBe(href);
});

test.each([
  'http://mail.example.org',
  'http://128.0.0.1',
  'http://127.0.0.1.example.org',
  'http://localhost.example.org',
  'http://localhost.',
  'http://[::2]',
  'http://[::ffff:127.0.0.1]',
  'http://10.0.0.1',
  'http://0.0.0.0',
])('%s would be sent in the clear', (text) => {
  expect(codeOf(text)).toBe('input.insecure-url');
});

test.each([
  '',
  ' ',
  'https://',
  'https:///x',
  'https://mail example.org',
  'https://mail.example.org/?x',
  'https://mail.example.org/#x',
  'https://mail.example.org?',
  'https://mail.example.org#',
  'https://user@mail.example.org',
  'https://user:pass@mail.example.org',
  'https://@mail.example.org',
  'mara@example.org',
  'mailto:mara@example.org',
  'ftp://mail.example.org',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https:\\\\mail.example.org',
  'https://mail.example.org\n/x',
  'https://mail.\u0000example.org',
  'https://mail.example.org:99999',
  `https://mail.example.org/${'x'.repeat(3000)}`,
])('%j is no address of a server', (text) => {
  expect(codeOf(text)).toBe('input.invalid');
});

test('whatever comes in: a Fault, or an address that is safe and stays the same when read again', () => {
  const scheme = fc.constantFrom('', 'https://', 'http://', 'ftp://', 'https:', '//', 'HTTP://');
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.string(),
  );
  const rest = fc.oneof(
    fc.webPath(),
    fc.string(),
    fc.constantFrom(':80', ':x', '/a?b', '/a#b', '@evil.example'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(scheme, host, rest).map((parts) => parts.join('')),
      ),
      (text) => {
        let url: URL;
        try {
          url = parseServerUrl(text);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Fault);
          return;
        }
        expect(isProtectedUrl(url)).toBe(true);
        expect(url.href).toMatch(/^https?:\/\/[^/@?#]+\/([^?#]*\/)?$/);
        expect(parseServerUrl(url.href).href).toBe(url.href);
        // What is asked for below it stays below it.
        expect(new URL('api/x', url).href.startsWith(url.href)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

function codeOf(text: string): unknown {
  try {
    return parseServerUrl(text).href;
  } catch (thrown) {
    return thrown instanceof Fault ? thrown.code : thrown;
  }
}
