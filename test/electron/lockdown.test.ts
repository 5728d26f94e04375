import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  type GuardedContents,
  type GuardedSession,
  lockDown,
  type Refusal,
} from '../../src-main/electron/lockdown.ts';
import { isAllowedRequest } from '../../src-main/electron/request-filter.ts';
import { fakeEmitter, fakeEvent } from './fake-emitter.ts';

/** The handlers a session was given. */
interface Handlers {
  readonly request: (contents: null, permission: string, decide: (granted: boolean) => void) => void;
  readonly check: () => boolean;
  readonly device: () => boolean;
  readonly display: (request: object, decide: (streams: object | null) => void) => void;
  readonly usb: (details: { protectedClasses: string[] }) => string[];
  readonly before: (
    details: { url: string; resourceType: string },
    decide: (answer: { cancel: boolean }) => void,
  ) => void;
}

function lockedDown(devTools = false) {
  const app = {
    ...fakeEmitter(),
    sandboxed: false,
    enableSandbox() {
      app.sandboxed = true;
    },
  };
  const refused: Refusal[] = [];
  lockDown(app as unknown as App, { devTools, onRefused: (what) => refused.push(what) });

  const given: Partial<Record<keyof Handlers, unknown>> = {};
  const take = (name: keyof Handlers) => (handler: unknown) => {
    given[name] = handler;
  };
  const session = {
    ...fakeEmitter(),
    setPermissionRequestHandler: take('request'),
    setPermissionCheckHandler: take('check'),
    setDevicePermissionHandler: take('device'),
    setDisplayMediaRequestHandler: take('display'),
    setUSBProtectedClassesHandler: take('usb'),
    webRequest: { onBeforeRequest: take('before') },
  };
  app.emit('session-created', session as unknown as GuardedSession);

  const contents = {
    ...fakeEmitter(),
    open: (_details: object): { action: string } => ({ action: 'allow' }),
    setWindowOpenHandler: (handler: (details: object) => { action: string }) => {
      contents.open = handler;
    },
  };
  app.emit('web-contents-created', {}, contents as unknown as GuardedContents);
  return { app, session, contents, refused, handlers: given as unknown as Handlers };
}

describe('the lockdown', () => {
  it('sandboxes the whole process', () => {
    expect(lockedDown().app.sandboxed).toBe(true);
  });

  it('guards every session and every page that is made', () => {
    const { app, session, contents } = lockedDown();
    expect(app.events()).toEqual(['session-created', 'web-contents-created']);
    expect(session.events()).toEqual(['will-download']);
    expect(contents.events()).toEqual([
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
    ]);
  });

  it('refuses every permission and device, asked or checked', () => {
    const { handlers, refused } = lockedDown();
    for (const permission of [
      'notifications',
      'media',
      'openExternal',
      'clipboard-read',
      'local-network',
      'unknown',
    ]) {
      let answer: boolean | undefined;
      handlers.request(null, permission, (granted) => {
        answer = granted;
      });
      expect(answer).toBe(false);
    }
    expect(refused).toHaveLength(6);
    expect(handlers.check()).toBe(false);
    expect(handlers.device()).toBe(false);
    handlers.display({}, (streams) => expect(streams).toBeNull());
    expect(handlers.usb({ protectedClasses: ['hid'] })).toEqual(['hid']);
  });

  it('cancels every request but those for our files', () => {
    const { handlers, refused } = lockedDown();
    const cancels = (url: string, resourceType = 'script'): boolean | undefined => {
      let answer: boolean | undefined;
      handlers.before({ url, resourceType }, ({ cancel }) => {
        answer = cancel;
      });
      return answer;
    };
    expect(cancels('app://main/index.html', 'mainFrame')).toBe(false);
    expect(cancels('data:image/png;base64,AA', 'image')).toBe(false);
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://localhost/',
      'file:///etc/passwd',
      'app://other/',
      'blob:app://main/1',
      'data:image/png;base64,AA',
      'devtools://devtools/x',
    ]) {
      expect(cancels(url)).toBe(true);
    }
    expect(refused.every((what) => what === 'request')).toBe(true);
    expect(isAllowedRequest({ url: 'devtools://devtools/bundled/x.js', resourceType: 'script' }, true)).toBe(
      true,
    );
    expect(isAllowedRequest({ url: 'https://example.org/', resourceType: 'xhr' }, true)).toBe(false);
  });

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
    'keeps the page where it is: %s',
    (name) => {
      const { contents, refused } = lockedDown();
      for (const url of [
        'https://example.org/',
        'app://main.evil/',
        'app://main@evil/',
        'about:blank',
        'mailto:a@b',
        'javascript:1',
      ]) {
        const event = fakeEvent({ url });
        contents.emit(name, event);
        expect(event.prevented).toBe(true);
      }
      const own = fakeEvent({ url: 'app://main/index.html' });
      contents.emit(name, own);
      expect(own.prevented).toBe(false);
      expect(refused).toEqual(Array(6).fill('navigation'));
    },
  );

  it('opens no window, embeds nothing, downloads nothing', () => {
    const { contents, session, refused } = lockedDown();
    expect(contents.open({ url: 'app://main/index.html' })).toEqual({ action: 'deny' });
    const webview = fakeEvent({});
    contents.emit('will-attach-webview', webview);
    const download = fakeEvent({});
    session.emit('will-download', download);
    expect([webview.prevented, download.prevented]).toEqual([true, true]);
    expect(refused).toEqual(['window', 'webview', 'download']);
  });
});
