import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pageHeaders } from '../../src-main/electron/content-policy.ts';
import { listPageFiles } from '../../src-main/electron/page-files.ts';
import type { View } from '../../src-main/ipc/view.ts';
import { now } from './fixture-facts.ts';

const chromiumPath = process.env['GATEPASS_CHROMIUM'] ?? '/usr/bin/chromium';
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Look {
  readonly width?: number;
  readonly height?: number;
  /** 2 is 200 %: the same window, half as many CSS pixels. */
  readonly zoom?: number;
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
}

export interface Sent {
  readonly message: string;
  readonly input: unknown;
}

export interface Window {
  readonly page: Page;
  /** Shows a view, as main would publish it. */
  publish(view: View): Promise<void>;
  /** Every message the window has sent, in order. */
  sent(): Promise<readonly Sent[]>;
  /** Everything the live regions have said, in order. */
  said(): Promise<readonly string[]>;
  /** What the policy refused, and what went wrong in the page. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface RendererServer {
  open(view: View, look?: Look): Promise<Window>;
  close(): Promise<void>;
}

/**
 * The bridge of the tests, in the page before anything else: answers every message at once, remembers them, and keeps
 * what the live regions say.
 */
const fakeBridge = `(() => {
  const listeners = new Set();
  let view = null;
  window.testing = { sent: [], said: [], refused: [], answers: {},
    publish(next) { view = next; for (const listener of listeners) listener(next); } };
  window.gatepass = Object.freeze({
    invoke(message, input) {
      if (message === 'view.get') return Promise.resolve({ ok: true, value: view });
      window.testing.sent.push({ message, input });
      const answer = window.testing.answers[message];
      return Promise.resolve(answer ?? { ok: true, value: message === 'appPassword.reveal' ? { secret: 'app_gm4tqnjvmfzgk3tfoixhe2lomu7w6zbom5qx' } : null });
    },
    subscribe(listener) { listeners.add(listener); return () => listeners.delete(listener); },
  });
  document.addEventListener('securitypolicyviolation', (event) => window.testing.refused.push(event.violatedDirective + ' ' + event.blockedURI));
  new MutationObserver(() => {
    for (const region of document.querySelectorAll('.unseen[role=status], .unseen[role=alert]')) {
      const text = region.textContent.trim();
      if (text !== '' && text !== region.saidLast) window.testing.said.push(text);
      region.saidLast = text;
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();`;

/**
 * Serves the built window with its real headers, and opens it in real Chromium as often as asked.
 * @param folder where it was built
 */
export async function serveRenderer(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RendererServer> {
  const files = listPageFiles(folder);
  const server = createServer(async (request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/');
    const file = files.get(path);
    if (file === undefined) {
      // A browser asks for its icon by itself; the app's window does not.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404, pageHeaders).end();
      return;
    }
    response
      .writeHead(200, { ...pageHeaders, 'content-type': file.contentType })
      .end(await readFile(file.path));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: chromiumArguments,
    env: { ...(process.env as Record<string, string>), ...environment },
  });
  return {
    open: (view, look = {}) => openWindow(browser, origin, view, look),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function openWindow(browser: Browser, origin: string, view: View, look: Look): Promise<Window> {
  const { width = 1040, height = 700, zoom = 1 } = look;
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: look.scheme ?? 'light',
    forcedColors: look.forcedColors ? 'active' : 'none',
    reducedMotion: look.reducedMotion === false ? 'no-preference' : 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (line) => {
    // A feature this browser does not know is no complaint about the page.
    if (line.text().includes('Permissions-Policy header')) return;
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(`console: ${line.text()}`);
  });
  await page.clock.install({ time: now });
  await page.addInitScript(fakeBridge);
  await page.addInitScript(`window.testing.publish(${JSON.stringify(view)})`);
  await page.goto(origin);
  await page.waitForSelector('h1, [role=status]', { state: 'attached' });
  const opened: Window = {
    page,
    complaints,
    async publish(next) {
      await page.evaluate(`window.testing.publish(${JSON.stringify(next)})`);
      await page.evaluate(
        'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
      );
    },
    sent: () => page.evaluate('window.testing.sent'),
    said: () => page.evaluate('window.testing.said'),
    async close() {
      complaints.push(...((await page.evaluate('window.testing.refused')) as string[]));
      await context.close();
    },
  };
  return opened;
}
