import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDeepLink, parseDeepLink } from '../../src-main/electron/deep-link.ts';

describe('a deep link', () => {
  it('brings the window to the front, or begins with an address', () => {
    expect(parseDeepLink('gatepass://show')).toEqual({ kind: 'show' });
    expect(parseDeepLink('gatepass://show/')).toEqual({ kind: 'show' });
    expect(parseDeepLink('gatepass://add?address=mara@example.org')).toEqual({
      kind: 'add',
      address: 'mara@example.org',
    });
    expect(parseDeepLink('gatepass://add/?address=mara%2Bmail%40example.org')).toEqual({
      kind: 'add',
      address: 'mara+mail@example.org',
    });
    expect(parseDeepLink('gatepass://add?address=j%C3%BCrgen@b%C3%BCcher.example')).toEqual({
      kind: 'add',
      address: 'jürgen@bücher.example',
    });
  });

  it.each([
    undefined,
    null,
    42,
    {},
    '',
    'gatepass:',
    'gatepass:show',
    'GATEPASS://show',
    'gatepass://show?x',
    'gatepass://show#x',
    'gatepass://show\n',
    ' gatepass://show',
    'gatepass://evil@show',
    'gatepass://add',
    'gatepass://add?address=',
    'gatepass://add?address=a',
    'gatepass://add?address=a@b&address=c@d',
    'gatepass://add?address=a@b&server=evil.example',
    'gatepass://add?address=%',
    'gatepass://add?address=%FF@b.c',
    'gatepass://add?address=a%00@b.c',
    'gatepass://add?address=a%0d%0a@b.c',
    'gatepass://add?address=a%20b@c.d',
    'gatepass://add?address=%E2%80%AE@b.c',
    'gatepass://add?address=<b>@c.d',
    'gatepass://add?address=--inspect@b.c/d',
    `gatepass://add?address=${'a'.repeat(300)}@example.org`,
    'https://show',
  ])('is not %j', (text) => {
    expect(parseDeepLink(text)).toBeNull();
  });

  it('is read without harm, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string(),
          fc.string().map((rest) => `gatepass://add?address=${rest}`),
        ),
        (text) => {
          const link = parseDeepLink(text);
          if (link?.kind === 'add')
            expect(link.address).toMatch(/^[^\s<>"\p{Cc}\p{Cf}]+@[^\s<>"\p{Cc}\p{Cf}]+$/u);
        },
      ),
    );
  });

  it('is the only one on a command line', () => {
    expect(findDeepLink(['gatepass', '--flag', 'gatepass://show'])).toEqual({ kind: 'show' });
    expect(findDeepLink(['gatepass://show', 'gatepass://show'])).toBeNull();
    expect(findDeepLink(['gatepass://show', 'GatePass:evil'])).toBeNull();
    expect(findDeepLink(['--x=gatepass://show'])).toBeNull();
    expect(findDeepLink([])).toBeNull();
    fc.assert(fc.property(fc.array(fc.anything()), (args) => void findDeepLink(args)));
  });
});
