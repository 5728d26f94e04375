import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { skipUnless } from '../../support/skip.ts';
import { startAppAtProvider, startReceiver } from './app-at-provider.ts';
import { findChromium } from './find-chromium.ts';
import { signInInChromium } from './person-in-chromium.ts';

const inBrowser = skipUnless(findChromium() !== null, 'no Chromium');
const slow = 120_000;
const mara = { login: 'mara', password: 'mara-sandbox-password' };

inBrowser(
  'a whole login in Chromium ends on the page of the receiver',
  async () => {
    const app = await startAppAtProvider();
    const receiver = await startReceiver();
    const request = await app.request({ redirect_uri: receiver.redirectUri, login_hint: 'mara@example.org' });
    const end = await signInInChromium(request.url, mara);
    expect(end).toEqual({ title: 'Back at the app', text: 'Thank you.' });
    const landed = receiver.landed();
    expect(landed).toBeInstanceOf(URL);
    if (landed !== undefined) await expect(request.exchange(landed)).resolves.toHaveProperty('refresh_token');
  },
  slow,
);

inBrowser(
  'Cancel in Chromium brings access_denied to the receiver',
  async () => {
    const app = await startAppAtProvider();
    const receiver = await startReceiver();
    const request = await app.request({ redirect_uri: receiver.redirectUri });
    await signInInChromium(request.url, { ...mara, cancel: true });
    expect(receiver.landed()?.searchParams.get('error')).toBe('access_denied');
  },
  slow,
);

inBrowser(
  'a wrong password is an error with the provider’s words',
  async () => {
    const app = await startAppAtProvider();
    const request = await app.request();
    const end = signInInChromium(request.url, { ...mara, password: 'wrong' });
    await expect(end).rejects.toThrow('The name or the password is wrong');
  },
  slow,
);

inBrowser(
  'a form of two steps that lives from scripts, without form and submit button',
  async () => {
    const receiver = await startReceiver();
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(scriptedLogin(receiver.redirectUri));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = server.address() as AddressInfo;
    const start = `http://127.0.0.1:${port}/login?redirect_uri=${encodeURIComponent(receiver.redirectUri)}`;
    await signInInChromium(start, mara);
    expect(receiver.landed()?.searchParams.get('told')).toBe('mara/mara-sandbox-password');
  },
  slow,
);

/** Name first, then password, in one page that rewrites itself. */
function scriptedLogin(redirectUri: string): string {
  return `<!doctype html><title>Login</title><div id="app"></div><script>
const app = document.getElementById('app');
const told = [];
function step(field, next) {
  app.innerHTML = field;
  app.querySelector('input').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    told.push(event.target.value);
    app.innerHTML = 'one moment';
    setTimeout(next, 150);
  });
}
setTimeout(() => step('<input name="username">', () => step('<input type="password">', () => {
  location.href = ${JSON.stringify(redirectUri)} + '?told=' + encodeURIComponent(told.join('/'));
})), 100);
</script>`;
}
