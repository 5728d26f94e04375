import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import type { DeepLink } from '../../src-main/electron/deep-link.ts';
import { claimSingleInstance, registerDeepLinks } from '../../src-main/electron/single-instance.ts';
import { fakeEmitter, fakeEvent } from './fake-emitter.ts';

function setUp(platform: NodeJS.Platform, first = true) {
  const app = { ...fakeEmitter(), requestSingleInstanceLock: () => first };
  const calls: (DeepLink | null)[] = [];
  const claimed = claimSingleInstance(app as unknown as App, {
    platform,
    onCalled: (link) => calls.push(link),
  });
  return { app, calls, claimed };
}

describe('the single instance', () => {
  it('is told of a second start, by nothing but its deep link', () => {
    const { app, calls, claimed } = setUp('linux');
    expect(claimed).toBe(true);
    app.emit('second-instance', {}, ['gatepass', 'gatepass://add?address=a@b.c'], '/anywhere', {
      hostile: true,
    });
    app.emit('second-instance', {}, ['gatepass', '--inspect', 'javascript:1'], '/', null);
    app.emit('second-instance', {}, [], '/', null);
    expect(calls).toEqual([{ kind: 'add', address: 'a@b.c' }, null, null]);
    expect(app.events()).toEqual(['second-instance']);
  });

  it('is somebody else: then nothing is listened to', () => {
    const { app, claimed } = setUp('linux', false);
    expect(claimed).toBe(false);
    expect(app.events()).toEqual([]);
  });

  it('gets addresses as events on macOS', () => {
    const { app, calls } = setUp('darwin');
    const event = fakeEvent({});
    app.emit('open-url', event, 'gatepass://show');
    app.emit('open-url', fakeEvent({}), 'gatepass://show/../x');
    expect(event.prevented).toBe(true);
    expect(calls).toEqual([{ kind: 'show' }, null]);
  });
});

describe('the scheme', () => {
  it('is registered by the program only where the installer does not, and only when installed', () => {
    const registered = (platform: NodeJS.Platform, isPackaged: boolean): string[] => {
      const schemes: string[] = [];
      registerDeepLinks(
        { isPackaged, setAsDefaultProtocolClient: (scheme) => schemes.push(scheme) > 0 },
        platform,
      );
      return schemes;
    };
    expect(registered('win32', true)).toEqual(['gatepass']);
    expect(registered('win32', false)).toEqual([]);
    expect(registered('darwin', true)).toEqual([]);
    expect(registered('linux', true)).toEqual([]);
  });
});
