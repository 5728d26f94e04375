import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createElectronBrowser, isOpenable } from '../../src-main/electron/electron-browser.ts';
import { createExternalLinks } from '../../src-main/electron/external-links.ts';

function recording(works = true) {
  const opened: string[] = [];
  const openExternal = async (url: string): Promise<void> => {
    opened.push(url);
    if (!works) throw new Error('no browser');
  };
  return {
    opened,
    browser: (loopbackHttp = false) => createElectronBrowser({ openExternal }, { loopbackHttp }),
  };
}

describe('the browser', () => {
  it('opens https', async () => {
    const { opened, browser } = recording();
    expect(await browser().open(new URL('https://id.example.org/authorize?x=1'))).toBe(true);
    expect(opened).toEqual(['https://id.example.org/authorize?x=1']);
  });

  it.each([
    'http://example.org/',
    'http://127.0.0.1/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id',
    'mailto:a@b.c',
    'data:text/html,x',
    'app://main/index.html',
    'gatepass://show',
    'vscode://x',
    'https://user@example.org/',
    'https://user:pass@example.org/',
  ])('never opens %s', async (address) => {
    const { opened, browser } = recording();
    await expect(browser().open(new URL(address))).rejects.toMatchObject({ code: 'input.insecure-url' });
    expect(opened).toEqual([]);
  });

  it('opens http of this computer where that is allowed', async () => {
    const { opened, browser } = recording();
    expect(await browser(true).open(new URL('http://127.0.0.1:8080/x'))).toBe(true);
    await expect(browser(true).open(new URL('http://127.0.0.1.evil.example/'))).rejects.toThrow();
    await expect(browser(true).open(new URL('http://example.org/'))).rejects.toThrow();
    expect(opened).toHaveLength(1);
  });

  it('says when it could not', async () => {
    expect(await recording(false).browser().open(new URL('https://example.org/'))).toBe(false);
    const { opened, browser } = recording();
    expect(await browser().open(new URL(`https://example.org/?${'x'.repeat(3000)}`))).toBe(false);
    expect(opened).toEqual([]);
  });

  it('has one rule for every address there is', () => {
    const schemes = fc.constantFrom('http', 'https', 'ftp', 'ws', 'file', 'javascript', 'ms-msdt');
    fc.assert(
      fc.property(schemes, fc.stringMatching(/^[a-z0-9.@:-]{1,12}$/), fc.string(), (scheme, host, path) => {
        const text = `${scheme}://${host}/${path}`;
        fc.pre(URL.canParse(text));
        const url = new URL(text);
        expect(isOpenable(url, false)).toBe(
          url.protocol === 'https:' && url.username === '' && url.password === '',
        );
      }),
    );
  });
});

describe('a link of the window', () => {
  it('is opened by its id, never by an address', async () => {
    const { opened, browser } = recording();
    const links = createExternalLinks(
      browser(),
      new Map([['help.start', new URL('https://example.org/help')]]),
      (id) => (id === 'signin.page' ? new URL('https://id.example.org/') : undefined),
    );
    expect(await links.open('help.start')).toBe(true);
    expect(await links.open('signin.page')).toBe(true);
    for (const id of ['https://example.org/help', 'help', '', '__proto__', 'constructor'])
      expect(await links.open(id)).toBe(false);
    expect(opened).toEqual(['https://example.org/help', 'https://id.example.org/']);
  });

  it('is not opened when its address may not be, and nothing is thrown', async () => {
    const { opened, browser } = recording();
    const links = createExternalLinks(browser(), new Map([['bad', new URL('file:///etc/passwd')]]));
    expect(await links.open('bad')).toBe(false);
    expect(opened).toEqual([]);
  });
});
