import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appPage, isAppUrl } from '../../src-main/electron/app-url.ts';

describe('an address of our pages', () => {
  it('is one of exactly our scheme and host', () => {
    expect(isAppUrl(appPage)).toBe(true);
    expect(isAppUrl('app://main/a/b.js?x=1#y')).toBe(true);
  });

  it.each([
    'app://main',
    'app://main.evil/index.html',
    'app://main@evil/index.html',
    'app://evil@main/',
    'app://main:8080/',
    'APP://main/index.html',
    'app://MAIN/index.html',
    'app:main/index.html',
    'app:/main/index.html',
    'app:///main/index.html',
    'app://main\\@evil/',
    'app://main/\t',
    ' app://main/',
    'app://main/\u0000',
    'app2://main/',
    'http://main.app.localhost/',
    'about:blank',
    'data:text/html,x',
    'javascript:alert(1)',
    'null',
    '',
  ])('is not %j', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });

  it('never is an address of anything else', () => {
    const schemes = fc.constantFrom('http', 'https', 'app2', 'APP', 'file', 'ws');
    const hosts = fc.stringMatching(/^[a-z0-9.@:-]{1,12}$/);
    fc.assert(
      fc.property(
        schemes,
        hosts,
        fc.string(),
        (scheme, host, path) => !isAppUrl(`${scheme}://${host}/${path}`),
      ),
    );
    fc.assert(
      fc.property(hosts, fc.string(), (host, path) => host === 'main' || !isAppUrl(`app://${host}/${path}`)),
    );
    fc.assert(fc.property(fc.string(), (text) => !isAppUrl(text) || text.startsWith('app://main/')));
    // The trap: in Node every unknown scheme has the origin "null".
    expect(new URL('app://main/x').origin).toBe('null');
    expect(new URL('evil://main/x').origin).toBe('null');
  });
});
