import { describe, expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import { found, giftshop, linkSecret, mara, old } from './journey-world.ts';
import { made, ours } from './made-app-password.ts';
import { openWindows } from './open-windows.ts';
import type { Window } from './window.ts';

const window = openWindows();

describe('the main job', () => {
  test('from the address to the settings, each secret once and only where it is asked for', async () => {
    const person = window();
    await person.toName();
    await person.do('name.submit', { name: 'Outlook on this PC', lifetime: '90d' });
    const [request, watch] = await person.fake.asked('createAppPassword');
    expect(request).toEqual({
      account: mara.id,
      mailApp: 'outlook',
      name: 'Outlook on this PC',
      expires: '90d',
    });
    watch.onStep({ step: 'created', state: 'done', ms: 300, detail: null });
    watch.onStep({ step: 'imap', state: 'running' });
    await person.at('working', ({ checks }) => checks.some(({ state }) => state === 'working'));
    await person.fake.answer('createAppPassword', made);
    const settings = await person.at('settings');
    expect(settings).toMatchObject({ appPasswordId: 'outlook-bbbbbb', works: true });

    const id = settings.appPasswordId;
    expect(await person.do('appPassword.reveal', { id })).toEqual({ secret: person.fake.password });
    await person.do('appPassword.copy', { id });
    await person.do('field.copy', { id, field: 'password' });
    expect(person.copiedSecrets).toEqual([person.fake.password, person.fake.password]);
    await person.do('field.copy', { id, field: 'incoming-host' });
    expect(person.copied).toEqual(['mail.fernwood.example']);

    await person.do('settings.works');
    await person.fake.answer('listAppPasswords', [ours]);
    const home = await person.at('home', ({ loading }) => !loading);
    expect(home.cards).toHaveLength(1);
    expect(person.entries).toEqual([
      'signed-in login.fernwood.example',
      `activated ${mara.login}`,
      'created Outlook on fern',
    ]);
    const told = JSON.stringify([person.views, person.logged]);
    expect(told).not.toContain(person.fake.password);
    expect(told).not.toContain(linkSecret);
    expect(person.views.map(({ serial }) => serial)).toEqual(person.views.map((_, index) => index + 2));
  });

  test('the sign-in gets what was found, the defaults, and five minutes', async () => {
    const person = window();
    await person.toFound();
    await person.do('signIn.start');
    const [request] = await person.fake.asked('signIn');
    expect(request).toMatchObject({
      found,
      clientId: 'gatepass-desktop',
      openBrowser: true,
      timeoutMs: 300_000,
    });
    expect(request).toMatchObject({
      address: mara.address,
      server: 'mail.fernwood.example',
      acceptLogin: null,
    });
  });

  test('the link is opened again and copied, and never shown', async () => {
    const person = window();
    await person.toFound();
    await person.do('signIn.copyLink');
    expect(person.copied).toEqual([]);
    await person.toBrowser();
    await person.do('signIn.openAgain');
    await person.do('signIn.copyLink');
    expect(person.opened).toEqual(person.copied);
    expect(person.opened[0]).toContain(linkSecret);
    const [, watch] = await person.fake.asked('signIn');
    watch.onReturn?.();
    await person.at('in-browser', ({ finishing }) => finishing);
  });
});

test('where a code is the way, it is shown, and its page can be opened again', async () => {
  const person = window();
  await person.toFound();
  await person.do('signIn.start');
  const [, watch] = await person.fake.asked('signIn');
  const url = new URL('https://mail.fernwood.example/device');
  watch.onDeviceCode({ url, code: 'WDJB-MJHT', guessed: true, deadlineAt: person.clock.now() + 60_000 });
  const { code } = await person.at('in-browser', (screen) => screen.code !== null);
  expect(code).toEqual({ text: 'WDJB-MJHT', url: url.href, guessed: true });
  await person.do('signIn.openAgain');
  expect(person.opened).toEqual([url.href]);
});

describe('cancel and try again', () => {
  test('while the mail service is looked for', async () => {
    const person = window();
    await person.at('welcome');
    await person.do('address.submit', { address: mara.address, server: 'mail.fernwood.example' });
    await person.fake.asked('find');
    await person.do('back');
    expect(await person.at('welcome', ({ busy }) => !busy)).toMatchObject({
      address: mara.address,
      fault: null,
    });
    expect(person.fake.cancelled).toEqual(['find']);
    await person.toFound();
  });

  test('while the browser is open; a late answer changes nothing', async () => {
    const person = window();
    await person.toFound();
    await person.toBrowser();
    person.fake.deaf = true;
    await person.do('signIn.cancel');
    await person.at('found');
    const before = person.views.length;
    await person.fake.answer('signIn', { account: mara, name: null, note: null, mayBounce: false });
    await person.clock.pass(1);
    expect(person.views).toHaveLength(before);
    person.fake.deaf = false;
    await person.toBrowser();
    await person.fake.answer('signIn', { account: mara, name: null, note: null, mayBounce: false });
    await person.at('mailbox-ready');
  });

  test('while the app password is made: it is waited for until it has been taken back', async () => {
    const person = window();
    await person.toName();
    await person.do('name.submit', { name: '', lifetime: '1y' });
    const [request] = await person.fake.asked('createAppPassword');
    expect(request.name).toBeNull();
    person.fake.deaf = true;
    await person.do('working.cancel');
    await person.at('working', ({ cancelling }) => cancelling);
    await person.fake.fail('createAppPassword', new Fault('signin.cancelled', 'taken back'));
    await person.at('name-and-lifetime');
    person.fake.deaf = false;
    await person.do('name.submit', { name: '', lifetime: '1y' });
    await person.fake.answer('createAppPassword', made);
    await person.at('settings');
  });

  test('a cancel that came too late revokes what was made', async () => {
    const person = window();
    await person.toName();
    await person.do('name.submit', { name: '', lifetime: '1y' });
    await person.fake.asked('createAppPassword');
    person.fake.deaf = true;
    await person.do('working.cancel');
    await person.fake.answer('createAppPassword', made);
    await person.at('name-and-lifetime');
    expect((await person.fake.asked('revokeAppPassword'))[0]).toBe('outlook-bbbbbb');
    await person.fake.answer('revokeAppPassword', { description: made.appPassword.description });
  });

  test('work that does not answer ends at its deadline, also when it pays no attention', async () => {
    const person = window();
    await person.at('welcome');
    person.fake.deaf = true;
    await person.do('address.submit', { address: mara.address, server: 'mail.fernwood.example' });
    await person.fake.asked('find');
    await person.clock.pass(79);
    expect(person.journey.view().screen).toMatchObject({ busy: true });
    await person.clock.pass(1);
    const welcome = await person.at('welcome', ({ busy }) => !busy);
    expect(welcome.fault).toMatchObject({
      code: 'network.timeout',
      facts: { host: 'mail.fernwood.example', seconds: 60 },
    });
    await person.fake.answer('find', found);
    expect(person.journey.view().screen.kind).toBe('welcome');
  });
});

describe('who signed in', () => {
  async function asSomeoneElse(): Promise<Window> {
    const person = window();
    await person.toFound();
    await person.toBrowser();
    const facts = { address: mara.address, login: giftshop.login, issuer: 'login.fernwood.example' };
    await person.fake.fail('signIn', new Fault('signin.wrong-person', 'x', { facts }));
    expect(await person.at('wrong-person')).toMatchObject({ asked: mara.address, found: giftshop.login });
    return person;
  }

  test('somebody else, and that mailbox is taken', async () => {
    const person = await asSomeoneElse();
    await person.do('person.accept');
    const [request] = await person.fake.asked('signIn');
    expect(request).toMatchObject({ address: giftshop.address, acceptLogin: giftshop.login });
    await person.fake.answer('signIn', { account: giftshop, name: null, note: null, mayBounce: false });
    expect(await person.at('mailbox-ready')).toMatchObject({ address: giftshop.address });
  });

  test('somebody else, and the right person signs in', async () => {
    const person = await asSomeoneElse();
    await person.do('person.again');
    const [request] = await person.fake.asked('signIn');
    expect(request).toMatchObject({ address: mara.address, acceptLogin: null, asSomeoneElse: true });
    await person.fake.answer('signIn', { account: mara, name: null, note: null, mayBounce: false });
    expect(await person.at('mailbox-ready')).toMatchObject({ address: mara.address });
  });

  test.each(['signin.denied', 'signin.timeout', 'signin.mismatch', 'issuer.unreachable'] as const)(
    '%s: said in its words, tried again on request',
    async (code) => {
      const person = window();
      await person.toFound();
      await person.toBrowser();
      await person.fake.fail('signIn', new Fault(code, 'x', { facts: { issuer: 'login.fernwood.example' } }));
      expect((await person.at('in-the-way')).fault).toMatchObject({
        code,
        facts: { issuer: 'login.fernwood.example' },
      });
      await person.do('fault.retry');
      await person.at('in-browser');
      await person.do('back');
      await person.at('found');
    },
  );
});

describe('things in the way', () => {
  test('no room: one goes, and the app password is made after all', async () => {
    const person = window();
    await person.toName();
    await person.do('name.submit', { name: 'x', lifetime: '1y' });
    await person.fake.fail('createAppPassword', new Fault('server.quota', 'x', { facts: { quota: 1 } }));
    await person.fake.answer('listAppPasswords', [old]);
    const { crowd } = await person.at('in-the-way', (screen) => screen.crowd.length > 0);
    await person.do('quota.revokeAndContinue', { id: crowd[0]?.id });
    await person.at('in-the-way', (screen) => screen.crowd[0]?.busy === 'revoking');
    await person.fake.answer('revokeAppPassword', { description: old.description });
    await person.fake.answer('createAppPassword', made);
    await person.at('settings');
    expect(person.entries).toContain('revoked Outlook on fern');
  });

  test('a locked keychain, then unlocked', async () => {
    const person = window();
    await person.toName();
    await person.do('name.submit', { name: 'x', lifetime: '30d' });
    await person.fake.fail('createAppPassword', new Fault('vault.locked', 'x'));
    expect((await person.at('in-the-way')).fault.code).toBe('vault.locked');
    await person.do('fault.retry');
    const [request] = await person.fake.asked('createAppPassword');
    expect(request).toMatchObject({ name: 'x', expires: '30d' });
    await person.fake.answer('createAppPassword', made);
    const { appPasswordId: id } = await person.at('settings');
    person.fake.showFails = new Fault('vault.locked', 'x');
    await expect(person.do('appPassword.copy', { id })).rejects.toMatchObject({ code: 'vault.locked' });
    person.fake.showFails = null;
    await person.do('appPassword.copy', { id });
    expect(person.copiedSecrets).toEqual([person.fake.password]);
  });

  test('offline: it goes on by itself when the network is back', async () => {
    const person = window();
    await person.at('welcome');
    person.network = false;
    await person.do('address.submit', { address: mara.address, server: 'mail.fernwood.example' });
    await person.fake.fail('find', new Fault('network.offline', 'x', { retryable: true }));
    const first = await person.at('in-the-way');
    expect(first.retryAt).toBe(person.clock.now() + 20_000);
    expect(person.journey.view().online).toBe(false);
    await person.clock.pass(45);
    expect(person.journey.view().screen.kind).toBe('in-the-way');
    person.network = true;
    await person.clock.pass(1);
    await person.fake.answer('find', found);
    await person.at('found');
  });

  test('a network that reaches nothing is not tried without end', async () => {
    const person = window();
    await person.at('welcome');
    await person.do('address.submit', { address: mara.address, server: 'mail.fernwood.example' });
    await person.fake.fail('find', new Fault('network.offline', 'x'));
    await person.at('in-the-way');
    await person.clock.pass(19);
    expect(person.fake.going).toEqual([]);
    await person.clock.pass(1);
    await person.fake.asked('find');
  });
});

test('what is not a message is refused, and changes nothing', async () => {
  const person = window();
  await person.at('welcome');
  const before = person.views.length;
  const wrong: readonly (readonly unknown[])[] = [
    ['no.such'],
    ['__proto__'],
    ['sign-in-again'],
    ['ended', { work: 1 }],
    ['back', {}],
    ['card.revoke'],
    ['card.revoke', { id: 1 }],
    ['card.revoke', { id: 'x', kind: 'start' }],
    ['name.submit', { name: 'x', lifetime: 1 }],
    ['nav.go', { to: 'settings' }],
  ];
  for (const [message, input = null] of wrong) {
    await expect(person.journey.handle(String(message), input)).rejects.toMatchObject({ code: 'bug' });
  }
  expect(person.views).toHaveLength(before);
  expect(await person.do('links.open', { id: 'help.start' })).toBeNull();
});

test('closing the window takes back what is being made, and leaves no timer behind', async () => {
  const person = window();
  await person.toName();
  await person.do('name.submit', { name: '', lifetime: '1y' });
  await person.fake.asked('createAppPassword');
  await person.journey.close();
  expect(person.fake.cancelled.at(-1)).toBe('createAppPassword');
  expect(person.clock.sleeping).toBe(0);
});

test('a program that starts with a broken state says so and can be told to try again', async () => {
  const person = window([mara], {
    mailApps: { find: () => Promise.reject(new Fault('state.unwritable', 'x')) },
  });
  expect((await person.at('in-the-way')).fault.code).toBe('state.unwritable');
  await person.do('fault.retry');
  await person.at('in-the-way');
  await person.do('back');
  await person.at('welcome');
});
