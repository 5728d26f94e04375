import type { App, Session, WebContents } from 'electron';
import { isAppUrl } from './app-url.ts';
import { isAllowedRequest } from './request-filter.ts';

export type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setUSBProtectedClassesHandler'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>; on: Session['on'] };

export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

export interface LockdownOptions {
  /** Whether developer tools may run: never in a release. */
  readonly devTools: boolean;
  /** Told of everything that was refused, by a fixed word and without the address: it may hold a secret. */
  readonly onRefused: (what: Refusal) => void;
}

export type Refusal = 'permission' | 'request' | 'navigation' | 'window' | 'webview' | 'download';

/**
 * Closes Electron down for the whole life of the process; call it before `ready`, it then holds for every session
 * and page that will ever be made (Electron security checklist, items 1 to 5 and 11 to 14).
 */
export function lockDown(app: Pick<App, 'enableSandbox' | 'on'>, options: LockdownOptions): void {
  // For the whole process and not per window, so that a window made elsewhere can't be without.
  app.enableSandbox();
  app.on('session-created', (session) => guardSession(session, options));
  app.on('web-contents-created', (_event, contents) => guardContents(contents, options));
}

/** No permission, no device, no download, and no request but for our own files. */
export function guardSession(session: GuardedSession, { devTools, onRefused }: LockdownOptions): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    onRefused('permission');
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !isAllowedRequest(details, devTools);
    if (cancel) onRefused('request');
    decide({ cancel });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
    onRefused('download');
  });
}

/** A page stays where it is, opens nothing and embeds nothing. */
export function guardContents(
  contents: GuardedContents,
  { onRefused }: Pick<LockdownOptions, 'onRefused'>,
): void {
  const stay = (details: { readonly url: string; preventDefault(): void }): void => {
    if (isAppUrl(details.url)) return;
    details.preventDefault();
    onRefused('navigation');
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.setWindowOpenHandler(() => {
    onRefused('window');
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    onRefused('webview');
  });
}
