import type { Notification } from 'electron';
import { describe, expect, it } from 'vitest';
import { createNotifications } from '../../src-main/electron/notifications.ts';
import { type FakeEmitter, fakeEmitter } from './fake-emitter.ts';

function setUp(supported = true) {
  const shown: (FakeEmitter & { options: { title: string; body: string }; closed: boolean })[] = [];
  function makeNotification(options: { title: string; body: string }): object {
    const notification = {
      ...fakeEmitter(),
      options,
      closed: false,
      show: () => shown.push(notification),
      close() {
        notification.closed = true;
      },
    };
    return notification;
  }
  const clicked: string[] = [];
  const module = {
    Notification: Object.assign(makeNotification, {
      isSupported: () => supported,
    }) as unknown as typeof Notification,
  };
  return { shown, clicked, notifier: createNotifications(module, { onClick: (id) => clicked.push(id) }) };
}

describe('a notification', () => {
  it('says its words and leads back to the window', () => {
    const { shown, clicked, notifier } = setUp();
    notifier.notify({
      id: 'password.expires',
      title: 'Outlook stops on Friday',
      body: 'Renew its app password',
    });
    expect(shown.map(({ options }) => options)).toEqual([
      { title: 'Outlook stops on Friday', body: 'Renew its app password' },
    ]);
    shown[0]?.emit('click');
    expect(clicked).toEqual(['password.expires']);
  });

  it('takes the place of an older one with its id', () => {
    const { shown, notifier } = setUp();
    notifier.notify({ id: 'a', title: '1', body: '' });
    notifier.notify({ id: 'b', title: '2', body: '' });
    notifier.notify({ id: 'a', title: '3', body: '' });
    expect(shown.map(({ closed }) => closed)).toEqual([true, false, false]);
  });

  it('never shows what looks like a secret, a second line or a direction override', () => {
    const { shown, notifier } = setUp();
    notifier.notify({ id: 'a', title: 'app_k3jd82hsk19dj3ks92hd7akq0p1m', body: 'one\ntwo \u202Eevil' });
    notifier.notify({ id: 'b', title: 'x'.repeat(1000), body: 'access_token=abcdefgh' });
    const text = JSON.stringify(shown.map(({ options }) => options));
    expect(text).not.toMatch(/k3jd82|abcdefgh|\\n|\u202E/);
    expect(shown[1]?.options.title.length).toBe(200);
  });

  it('is not tried where there are none', () => {
    const { shown, notifier } = setUp(false);
    notifier.notify({ id: 'a', title: 'x', body: 'y' });
    expect(shown).toEqual([]);
  });
});
