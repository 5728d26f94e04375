import type { App } from 'electron';
import { type DeepLink, deepLinkScheme, findDeepLink, parseDeepLink } from './deep-link.ts';

export interface SingleInstanceOptions {
  readonly platform: NodeJS.Platform;
  /** The program was started again, or an address of ours was opened; null: just bring the window to the front. */
  readonly onCalled: (link: DeepLink | null) => void;
}

/**
 * Makes this process the only Gatepass of its person: two would sign in and rotate against each other. A second
 * start hands its deep link to the first and ends. Of what the second process says only the link is looked at: any
 * program of the person can say it.
 *
 * @returns false when another process is running: the caller quits at once and does nothing else
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  { platform, onCalled }: SingleInstanceOptions,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv) => onCalled(findDeepLink(argv)));
  if (platform === 'darwin') {
    app.on('open-url', (event, url) => {
      event.preventDefault();
      onCalled(parseDeepLink(url));
    });
  }
  return true;
}

/**
 * Registers `gatepass:` for the person on Windows, where the installer does not do it; the packages for macOS and
 * Linux declare it themselves. Only for the installed program: a copy run from elsewhere must not take it over.
 */
export function registerDeepLinks(
  app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>,
  platform: NodeJS.Platform,
): void {
  if (platform === 'win32' && app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme);
}
