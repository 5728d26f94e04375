import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerPageRequest,
  registerAppScheme,
  serveAppScheme,
} from '../../src-main/electron/app-protocol.ts';
import { contentPolicy, pageHeaders } from '../../src-main/electron/content-policy.ts';
import { listPageFiles, type PageFiles } from '../../src-main/electron/page-files.ts';

let folder: string;
let files: PageFiles;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatepass-pages-'));
  mkdirSync(join(folder, 'pages/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'pages/index.html'), '<h1>hi</h1>');
  writeFileSync(join(folder, 'pages/assets/app.js'), 'let a');
  writeFileSync(join(folder, 'pages/app.js.map'), '{}');
  symlinkSync(join(folder, 'secret.js'), join(folder, 'pages/link.js'));
  files = listPageFiles(join(folder, 'pages'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET') => answerPageRequest({ method, url }, files, readFile);

describe('the app protocol', () => {
  it('serves the built files, with the policy and their types', async () => {
    const page = await get('app://main/index.html?x#y');
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<h1>hi</h1>');
    expect(Object.fromEntries(page.headers)).toEqual({
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
    });
    expect((await get('app://main/assets/app.js')).headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8',
    );
  });

  it('serves neither links, nor maps, nor what came later', async () => {
    writeFileSync(join(folder, 'pages/later.js'), 'late');
    expect([...files.keys()].sort()).toEqual(['/assets/app.js', '/index.html']);
    for (const path of ['/link.js', '/app.js.map', '/later.js', '/'])
      expect((await get(`app://main${path}`)).status).toBe(404);
  });

  it.each([
    ['app://main/../secret.txt', 404],
    ['app://main/%2e%2e/secret.txt', 404],
    ['app://main/assets/..%2f..%2fsecret.txt', 404],
    ['app://main/..%5csecret.txt', 404],
    ['app://main//etc/passwd', 404],
    ['app://main/index.html%00.js', 404],
    ['app://main/INDEX.html', 404],
    ['app://main/assets', 404],
    ['app://main/..\\secret.txt', 400],
    ['app://other/index.html', 400],
    ['app://main@other/index.html', 400],
    ['app://main:1/index.html', 400],
    ['file:///etc/passwd', 400],
  ])('refuses %s with %i, with the policy', async (url, status) => {
    const answer = await get(url);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toBe(contentPolicy);
    expect(await answer.text()).toBe('');
  });

  it('answers GET only', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS', 'get'])
      expect((await get('app://main/index.html', method)).status).toBe(405);
  });

  it('reaches no file outside, whatever the address', async () => {
    const reads: string[] = [];
    const read = async (path: string) => {
      reads.push(path);
      return new Uint8Array();
    };
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', '%00', 'index.html', 'assets', 'app.js', ''),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const answer = await answerPageRequest(
          { method: 'GET', url: `app://main/${parts.join('/')}` },
          files,
          read,
        );
        expect([200, 400, 404]).toContain(answer.status);
      }),
    );
    expect([...new Set(reads)].every((path) => [...files.values()].some((file) => file.path === path))).toBe(
      true,
    );
  });

  it('answers 404 for a file that has gone', async () => {
    const gone = async () => Promise.reject(new Error('gone'));
    expect(
      (await answerPageRequest({ method: 'GET', url: 'app://main/index.html' }, files, gone)).status,
    ).toBe(404);
  });

  it('is registered with no privilege too many and handled on the session it is given', async () => {
    const registered: unknown[] = [];
    registerAppScheme({ registerSchemesAsPrivileged: (list) => registered.push(...list) });
    expect(registered).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    const handled: [string, unknown][] = [];
    serveAppScheme(
      { handle: (scheme: string, handler: unknown) => void handled.push([scheme, handler]) },
      files,
      readFile,
    );
    const [scheme, handler] = handled[0] ?? [];
    expect(scheme).toBe('app');
    const answer = await (handler as (request: object) => Promise<Response>)({
      method: 'GET',
      url: 'app://main/index.html',
    });
    expect(answer.status).toBe(200);
  });

  it('has a policy with nothing but our own files in it', () => {
    expect(contentPolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      "frame-src 'none'",
      "worker-src 'none'",
      "object-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(contentPolicy).not.toMatch(/unsafe|\*|https?:|blob:/);
  });
});
