import fc from 'fast-check';
import { expect, test } from 'vitest';
import { providerError } from '../../src-main/sign-in/provider-error.ts';
import {
  englishReceiverTexts,
  type ReceiverPageKind,
  type ReceiverTexts,
  receiverPage,
} from '../../src-main/sign-in/receiver-page.ts';

const kinds: readonly ReceiverPageKind[] = ['signed-in', 'denied', 'failed'];

test('the words of the design, in the language that is handed in', () => {
  expect(receiverPage('signed-in', englishReceiverTexts)).toContain(
    '<h1>You are signed in</h1>\n<p class="lead">You can close this window and go back to Gatepass.</p>',
  );
  const page = { title: 'تم', lead: 'ب', hint: 'ت' };
  const arabic: ReceiverTexts = {
    language: 'ar',
    direction: 'rtl',
    pages: { 'signed-in': page, denied: page, failed: page },
    said: 'قال:',
  };
  expect(receiverPage('failed', arabic, 'server_error')).toContain('<html lang="ar" dir="rtl">');
  expect(receiverPage('failed', arabic, 'server_error')).toContain('قال: <code>server_error</code>');
});

test('no word can become markup', () => {
  const skeleton = (html: string) =>
    html
      .replace(/<style>.*<\/style>/s, '')
      .match(/<[^>]*>/g)
      ?.join('');
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.string(),
      fc.string(),
      fc.string(),
      fc.string(),
      (kind, title, lead, hint, said) => {
        const page = { title, lead, hint };
        const texts = {
          ...englishReceiverTexts,
          pages: { 'signed-in': page, denied: page, failed: page },
          said,
        };
        const hostile = receiverPage(kind, texts, `"><script>${said}</script>`);
        expect(skeleton(hostile)).toBe(skeleton(receiverPage(kind, englishReceiverTexts, 'x')));
      },
    ),
  );
});

test('of an error only a code of lower-case words gets through', () => {
  for (const code of [
    'access_denied',
    'invalid_grant',
    'redirect_uri_mismatch',
    'account_selection_required',
  ]) {
    expect(providerError(code)).toBe(code);
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.anything(), fc.base64String({ minLength: 20 })), (error) => {
      expect(providerError(error)).toMatch(/^[a-z_]{2,40}$/);
    }),
  );
  expect(providerError('eyJhbGciOiJFUzI1NiJ9.e30.x')).toBe('unnamed_error');
});
