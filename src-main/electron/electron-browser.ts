import type { Shell } from 'electron';
import { Fault } from '../fault.ts';
import type { Browser } from '../platform/browser.ts';
import { isLoopbackHost } from '../platform/server-url.ts';

export interface ElectronBrowserOptions {
  /** Whether http addresses of this computer may be opened: in the sandbox and in tests, never in a release. */
  readonly loopbackHttp: boolean;
}

/** The longest address that Windows hands to a browser (Electron, `shell.openExternal`). */
const longestAddress = 2081;

/**
 * The Browser port over `shell.openExternal`, the only place that calls it. It would start any program that is
 * registered for a scheme, so nothing but https passes, without credentials in the address. Addresses come from the
 * main process only: the sign-in page, and the help pages behind fixed ids.
 *
 * @throws Fault input.insecure-url for every other address
 */
export function createElectronBrowser(
  shell: Pick<Shell, 'openExternal'>,
  { loopbackHttp }: ElectronBrowserOptions,
): Browser {
  return {
    async open(url) {
      if (!isOpenable(url, loopbackHttp)) {
        throw new Fault('input.insecure-url', 'not an address to open', { facts: { host: url.hostname } });
      }
      if (url.href.length > longestAddress) return false;
      try {
        await shell.openExternal(url.href);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Whether an address may be given to the system's browser. */
export function isOpenable(url: URL, loopbackHttp: boolean): boolean {
  if (url.username !== '' || url.password !== '' || url.hostname === '') return false;
  return (
    url.protocol === 'https:' || (loopbackHttp && url.protocol === 'http:' && isLoopbackHost(url.hostname))
  );
}
