import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rawFormat } from '../../src-main/electron/concealed-formats.ts';
import { pageHeaders } from '../../src-main/electron/content-policy.ts';
import { type Desktop, launchAgain, launchDesktop } from './launch-desktop.ts';

/** The shell alone, put together in test/electron-stand-in/fixture as desktop.ts does it. */
const app = 'out/fixture/main.js';

async function launchShell(...args: string[]): Promise<Desktop> {
  const desktop = await launchDesktop({ app, args });
  await desktop.page.waitForFunction(`document.querySelector('#state')?.textContent === 'loading'`);
  return desktop;
}

describe('a page in the window', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await launchShell();
  });
  afterAll(() => desktop?.close());

  const evaluate = <T>(expression: string): Promise<T> => desktop.page.evaluate<T>(expression);

  it('is served with our headers and breaks none of their rules', async () => {
    const response = await desktop.page.reload();
    expect(response?.headers()).toMatchObject(pageHeaders);
    await desktop.page.waitForFunction(`document.querySelector('#state')?.textContent === 'loading'`);
    expect(await evaluate('globalThis.violations')).toEqual([]);
    expect(await evaluate(`getComputedStyle(document.body).fontFamily`)).toContain('sans-serif');
  });

  it('is 1040 x 700 and in the colours of the system', async () => {
    expect(await evaluate('[innerWidth, innerHeight]')).toEqual([1040, 700]);
    await desktop.setDark(true);
    expect(await evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(25, 29, 28)');
    expect((await desktop.records()).windows[0]?.backgroundColor).toBe('#191d1c');
    await desktop.setDark(false);
  });

  it('was shown with its first paint, not before', async () => {
    const [window] = (await desktop.records()).windows;
    expect(window).toMatchObject({ visible: true, options: { show: false, width: 1040, minWidth: 720 } });
  });

  it('has the bridge and nothing else of the program', async () => {
    expect(
      await evaluate(
        `[typeof require, typeof process, typeof module, typeof ipcRenderer, typeof electron, typeof standInSend]`,
      ),
    ).toEqual(Array(6).fill('undefined'));
    expect(await evaluate('Object.keys(window.gatepass)')).toEqual(['invoke', 'subscribe']);
    expect(await evaluate(`Object.isFrozen(window.gatepass) && !Reflect.set(window, 'gatepass', null)`)).toBe(
      true,
    );
  });

  it('can send only the messages of the contract', async () => {
    await expect(evaluate(`window.gatepass.invoke('vault.get', 'x')`)).rejects.toThrow('no such message');
    expect(await evaluate(`window.gatepass.invoke('links.open', { id: 'https://evil.example/' })`)).toEqual({
      ok: false,
      fault: { code: 'bug', facts: {}, retryable: false },
    });
    expect(await evaluate(`window.gatepass.invoke('links.open', { id: 'help.unknown' })`)).toMatchObject({
      ok: false,
      fault: { code: 'input.invalid' },
    });
    expect((await desktop.records()).opened).toEqual([]);
  });

  it('opens a link by its id in the browser of the person', async () => {
    await desktop.page.locator('#help').click();
    await expect.poll(async () => (await desktop.records()).opened).toEqual(['https://example.org/help']);
  });

  it('runs no code that is not ours', async () => {
    // In a task of the page's own: the policy does not hold for what DevTools itself evaluates.
    const ownEval = `new Promise((done) => setTimeout(() => { try { done(eval('1')) } catch (e) { done(e.name) } }))`;
    expect(await evaluate(ownEval)).toBe('EvalError');
    expect(
      await evaluate(
        `(() => { try { document.body.innerHTML = '<b>x</b>' } catch (e) { return e.name } })()`,
      ),
    ).toBe('TypeError');
    await evaluate(
      `(() => { const s = document.createElement('style'); s.textContent = 'body{color:red}'; document.head.append(s) })()`,
    );
    expect(await evaluate(`getComputedStyle(document.body).color`)).not.toBe('rgb(255, 0, 0)');
    expect(await evaluate('globalThis.violations.length')).toBeGreaterThan(0);
  });

  it('reaches no network, from either of its worlds', async () => {
    await expect(evaluate(`fetch('https://example.org/')`)).rejects.toThrow('Failed to fetch');
    expect(
      await evaluate(
        `new Promise((done) => { const i = new Image(); i.onload = () => done('loaded'); i.onerror = () => done('refused'); i.src = 'https://example.org/x.png' })`,
      ),
    ).toBe('refused');
    expect(
      await evaluate(
        `new Promise((done) => { const i = new Image(); i.onload = () => done('loaded'); i.onerror = () => done('refused'); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' })`,
      ),
    ).toBe('loaded');
    await expect(
      desktop.evaluateInPreload(`fetch('http://127.0.0.1:9/').then((r) => r.status)`),
    ).rejects.toThrow('Failed to fetch');
  });

  it('stays where it is', async () => {
    const before = desktop.page.url();
    await desktop.page.locator('#away').click();
    await expect.poll(() => desktop.output()).toContain('refused navigation');
    await evaluate(`void (location.href = 'http://main.app.localhost.evil.example/')`);
    await expect.poll(() => desktop.output().match(/refused navigation/g)?.length).toBeGreaterThan(1);
    expect(desktop.page.url()).toBe(before);
    expect(await desktop.page.locator('h1').textContent()).toBe('Fixture');
  });

  it('opens no window', async () => {
    expect(await evaluate(`window.open('https://example.org/')`)).toBeNull();
    await expect.poll(() => desktop.output()).toContain('refused window');
    await desktop.page.locator('#new-window').click();
    await expect.poll(() => desktop.output().match(/refused window/g)?.length).toBe(2);
    await expect.poll(() => desktop.page.context().pages().length).toBe(1);
  });

  it('has no permissions', async () => {
    expect(await evaluate('Notification.requestPermission()')).toBe('denied');
    expect(
      await evaluate(`navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`),
    ).toBe('denied');
    await expect(evaluate('navigator.clipboard.readText()')).rejects.toThrow();
  });

  it('gives a sub-frame neither the bridge nor an answer', async () => {
    await evaluate(
      `void document.body.append(Object.assign(document.createElement('iframe'), { src: 'about:blank' }))`,
    );
    await expect.poll(() => evaluate('frames.length')).toBe(1);
    expect(await evaluate('typeof frames[0].gatepass')).toBe('undefined');
    const forged = `standInInvoke('appPassword.copy', { id: 'pw-1' })`;
    expect(await desktop.evaluateInPreload(forged, 0)).toMatchObject({ ok: false, fault: { code: 'bug' } });
    expect(await desktop.clipboard()).toEqual({ text: '', types: [] });
  });

  it('may not be framed, not even by itself', async () => {
    await evaluate(
      `void document.body.append(Object.assign(document.createElement('iframe'), { src: '/index.html', id: 'own' }))`,
    );
    expect(
      await evaluate(`document.querySelector('#own').contentDocument?.querySelector('h1') ?? null`),
    ).toBeNull();
  });

  it('gets an answer whatever it sends', async () => {
    for (const input of [
      'null',
      '{}',
      '[[[]]]',
      '"x".repeat(1e6)',
      '1n',
      'new Map([[1, 2]])',
      'NaN',
      '{ __proto__: { toString: 1 } }',
    ]) {
      expect(await desktop.evaluateInPreload(`standInInvoke('links.open', ${input})`)).toMatchObject({
        ok: false,
      });
    }
    await expect(desktop.evaluateInPreload(`standInInvoke('no.such', 1)`)).rejects.toThrow(
      "No handler registered for 'no.such'",
    );
  });

  it('gets what is published, whole, until it unsubscribes', async () => {
    await desktop.page.locator('#copy').click();
    await expect.poll(() => desktop.page.locator('#serial').textContent()).toBe('2');
    await evaluate('void globalThis.unsubscribe()');
    await desktop.page.locator('#copy').click();
    await expect.poll(async () => (await desktop.records()).notifications.length).toBe(2);
    expect(await desktop.page.locator('#serial').textContent()).toBe('2');
  });
});

describe('the program around the window', () => {
  let desktop: Desktop | undefined;
  afterEach(async () => {
    await desktop?.close();
    desktop = undefined;
  });

  it('copies a secret marked as one, and clears it when it ends', async () => {
    desktop = await launchShell();
    await desktop.page.locator('#copy').click();
    await expect
      .poll(() => desktop?.clipboard())
      .toEqual({
        text: 'secret of pw-1',
        types: ['text/plain', rawFormat('x-kde-passwordManagerHint')],
      });
    // The answer to the page does not hold it.
    await expect.poll(() => desktop?.page.locator('#state').textContent()).toBe('{"ok":true,"value":null}');
    await desktop.quit();
    expect(await desktop.exited).toBe(0);
    expect(desktop.output()).toContain('left in the clipboard: ""');
  });

  it('leaves in the clipboard what somebody else has put there', async () => {
    desktop = await launchShell();
    await desktop.page.locator('#copy').click();
    await expect.poll(async () => (await desktop?.clipboard())?.text).toBe('secret of pw-1');
    await desktop.copyElsewhere('a shopping list');
    await desktop.quit();
    expect(await desktop.exited).toBe(0);
    expect(desktop.output()).toContain('left in the clipboard: "a shopping list"');
  });

  it('starts once: a second start hands over its deep link and ends', async () => {
    desktop = await launchShell();
    const second = await launchAgain({
      app,
      userData: desktop.userData,
      args: ['gatepass://add?address=mara@example.org'],
    });
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining('second instance') });
    await expect
      .poll(() => desktop?.output())
      .toContain('called {"kind":"add","address":"mara@example.org"}');
    expect((await desktop.records()).windows).toHaveLength(1);
    expect((await desktop.records()).windows[0]?.focused).toBeGreaterThan(1);
    const hostile = await launchAgain({
      app,
      userData: desktop.userData,
      args: ['gatepass://add?address=%00', '--inspect', '../../x'],
    });
    expect(hostile.code).toBe(0);
    await expect.poll(() => desktop?.output()).toContain('called null');
  });

  it('does not start as a release with a switch that opens it', async () => {
    const started = launchDesktop({ app, args: ['--as-release', '--remote-debugging-port=0'] });
    await expect(started).rejects.toThrow('refused remote-debugging-port');
  });

  it('sandboxes every page and ends with its window', async () => {
    desktop = await launchShell();
    expect(await desktop.records()).toMatchObject({ sandboxed: true, trays: [] });
    expect(await desktop.closeWindow()).toBe(true);
    expect(await desktop.exited).toBe(0);
  });

  it('stays in the tray when asked to, and still quits', async () => {
    desktop = await launchShell('--close-to-tray');
    expect(await desktop.closeWindow()).toBe(false);
    expect((await desktop.records()).windows[0]).toMatchObject({ visible: false, closed: false });
    await desktop.clickTray();
    expect((await desktop.records()).windows[0]).toMatchObject({ visible: true });
    await desktop.clickTrayMenu('Quit');
    expect(await desktop.exited).toBe(0);
  });

  it('has menus and notifications that do what they say', async () => {
    desktop = await launchShell();
    await desktop.clickMenu('Help', 'Diagnosis');
    await expect.poll(() => desktop?.output()).toContain('http network.refused');
    await desktop.page.locator('#copy').click();
    await expect
      .poll(async () => (await desktop?.records())?.notifications)
      .toEqual([{ title: 'Copied', body: 'Paste it within 45 seconds', closed: false }]);
    await desktop.clickNotification(0);
    await expect.poll(() => desktop?.output()).toContain('notification copied');
    await desktop.clickMenu('File', 'Quit');
    expect(await desktop.exited).toBe(0);
  });
});
