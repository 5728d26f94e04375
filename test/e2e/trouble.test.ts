import { afterAll, afterEach, beforeAll, expect, onTestFinished, vi } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing, openKeyringSession } from '../vault/keyring-session.ts';
import { launchAgain } from './launch-desktop.ts';
import { openForTest, openWindowStage, type WindowStage } from './window-stage.ts';

// What is in the way at each step, said in the window, and that the next try works.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

let stage: WindowStage;
beforeAll(async () => {
  if (keyringInstalled) stage = await openWindowStage();
});
afterAll(() => stage?.close());
afterEach(() => stage?.forget());

story('a server that is down at each step', async () => {
  const window = await openForTest(stage);
  const { page } = window;
  const { faults } = stage.sandbox;
  const gone = { kind: 'reset' } as const;

  faults.set('*', gone);
  await window.until('welcome');
  await page.getByLabel(en['welcome.address']).fill('mara@example.org');
  await window.press(en['common.continue']);
  const asked = await window.until('welcome', ({ fault }) => fault !== null);
  expect(asked.fault?.code).toBe('network.reset');
  await page.getByRole('alert').first().waitFor();
  faults.clear();
  await window.press(en['common.continue']);
  await window.until('found');

  faults.set('*', gone);
  await window.press(en['found.signIn']);
  await window.until('in-the-way', ({ fault }) => fault.code.startsWith('network.'));
  faults.clear();
  await window.press(en['common.tryAgain']);
  await window.until('in-browser');

  // The browser has come back, and now the mailbox cannot be asked.
  faults.set('POST /jmap', { kind: 'status', status: 503 });
  faults.set('GET /jmap', { kind: 'status', status: 503 });
  faults.set('GET /.well-known/jmap', { kind: 'status', status: 503 });
  await window.signInAtProvider();
  await window.until('in-the-way', ({ fault }) => fault.code === 'server.broken');
  faults.clear();
  await window.press(en['common.tryAgain']);
  await window.until('in-browser');
  await window.toReady();
  await window.toName();

  faults.set('POST /jmap', { kind: 'status', status: 503 });
  await window.press(en['name.create']);
  await window.until('working', ({ fault }) => fault?.code === 'server.broken');
  expect(await page.locator('h1').textContent()).toBe(en['working.titleFailed']);
  faults.clear();
  await window.press(en['common.tryAgain']);
  await window.until('settings', ({ works }) => works);

  // A network that blocks a port: the app password is kept, and what could not be checked is said.
  await window.toHome();
  await window.toName();
  faults.set('smtp', gone);
  await window.press(en['name.create']);
  const partly = await window.until('settings');
  expect(partly.failedChecks.map(({ name }) => name)).toEqual(['smtp']);
  await page.getByText('Outgoing mail does not work').waitFor();
  faults.clear();
  await window.toHome();

  faults.set('*', gone);
  await window.press(en['nav.activity']);
  await window.until('activity');
  await window.press(en['nav.home']);
  const home = await window.until('home', ({ fault }) => fault !== null);
  // What was known stays on screen.
  expect(home.cards).toHaveLength(2);
  faults.clear();
  await window.press(en['common.tryAgain']);
  await window.until('home', ({ fault, loading }) => fault === null && !loading);
  await window.expectClean();
});

story('a keychain that is locked, then unlocked', async () => {
  const keyring = await openKeyringSession('unlocked');
  onTestFinished(() => keyring.close());
  const window = await openForTest(stage, { keyring });
  await window.toFound();
  await window.toBrowser();
  await window.toReady();
  await window.toName();
  await keyring.lock();
  await window.press(en['name.create']);
  await window.until('in-the-way', ({ fault }) => fault.code === 'vault.locked');
  expect(await window.page.locator('h1').textContent()).toBe(en['way.locked']);
  expect(stage.onServer()).toEqual([]);
  await window.press(en['way.unlock']);
  await window.until('in-the-way', ({ fault }) => fault.code === 'vault.locked');
  await keyring.unlock();
  await window.press(en['way.unlock']);
  await window.until('settings', ({ works }) => works);
  expect(stage.onServer()).toHaveLength(1);
  await window.expectClean();
});

story(
  'a keychain that was restarted: only a new start of Gatepass sees it, and the window says so',
  async () => {
    const keyring = await openKeyringSession('unlocked');
    onTestFinished(() => keyring.close());
    const window = await openForTest(stage, { keyring });
    await window.toFound();
    await window.toBrowser();
    await window.toReady();
    await window.toName();
    await keyring.lock();
    await keyring.restart();
    await window.press(en['name.create']);
    await window.until('working', ({ fault }) => fault?.code === 'vault.refused');
    await window.page.getByText('quit Gatepass and open it again').first().waitFor();
    expect(stage.onServer()).toEqual([]);
    await window.expectClean();
    await window.desktop.close();
    const again = await openForTest(stage, { keyring, home: window.home });
    await again.until('home', ({ loading }) => !loading);
    await again.toName();
    await again.toSettings();
    expect(stage.onServer()).toHaveLength(1);
    await again.expectClean();
  },
);

story('offline, then online: it goes on by itself', async () => {
  const window = await openForTest(stage);
  const { page } = window;
  await window.until('welcome');
  await page.getByLabel(en['welcome.address']).fill('mara@example.org');
  await window.desktop.setOnline(false);
  await window.press(en['common.continue']);
  await window.until('in-the-way', ({ fault }) => fault.code === 'network.offline');
  expect(await page.locator('h1').textContent()).toBe(en['way.offline']);
  await window.desktop.setOnline(true);
  await window.until('found');
  await window.toBrowser();
  await window.toReady();
  await window.toName();
  await window.desktop.setOnline(false);
  await window.press(en['name.create']);
  await window.until('in-the-way', ({ fault }) => fault.code === 'network.offline');
  await window.desktop.setOnline(true);
  await window.until('settings', ({ works }) => works);
  expect(stage.onServer()).toHaveLength(1);
  await window.desktop.setOnline(false);
  await window.press(en['settings.works']);
  await window.until('home', ({ fault }) => fault?.code === 'network.offline');
  await page.getByText(en['home.offline']).waitFor();
  await window.desktop.setOnline(true);
  await window.until('home', ({ fault, loading }) => fault === null && !loading);
  await window.expectClean();
});

story('no room for another app password: one is revoked, and it goes on', async () => {
  const window = await openForTest(stage);
  const { page } = window;
  await window.toFound();
  await window.toBrowser();
  await window.toReady();
  await window.toName();
  await window.toSettings();
  await window.toHome();
  const { store } = stage.sandbox.stalwart;
  const account = store.byEmail('mara@example.org');
  if (account === undefined) throw new Error('mara has no mailbox');
  store.change(account.id, { maxAppPasswords: 1 });
  onTestFinished(() => void store.change(account.id, { maxAppPasswords: null }));
  const [old] = stage.onServer();
  await window.toName('outlook');
  await window.press(en['name.create']);
  const { crowd } = await window.until(
    'in-the-way',
    (way) => way.fault.code === 'server.quota' && way.crowd.length > 0,
  );
  expect(crowd.map(({ description }) => description)).toEqual([old]);
  // Nothing is chosen beforehand.
  expect(await page.getByRole('button', { name: en['way.quotaChoose'] }).isDisabled()).toBe(true);
  await page.getByRole('radio').check();
  await window.press(`Revoke ${old} and go on`);
  const made = await window.until('settings');
  expect(stage.onServer()).toEqual([made.description]);
  await window.expectClean();
});

story('a second start brings the first window to the front and ends', async () => {
  const window = await openForTest(stage);
  await window.until('welcome');
  const before = (await window.desktop.records()).windows[0]?.focused ?? 0;
  const second = await launchAgain({
    app: stage.app,
    userData: window.desktop.userData,
    env: { ...stage.keyring.env, ...stage.env(), DISPLAY: '', GATEPASS_HOME: window.home },
    deadlineMs: window.patienceMs,
  });
  expect(second.code).toBe(0);
  const { windows } = await window.desktop.records();
  expect(windows).toHaveLength(1);
  expect(windows[0]?.focused).toBeGreaterThan(before);
  await window.expectClean();
});
