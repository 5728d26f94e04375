import type { Browser } from '../platform/browser.ts';

/** Finds the address behind the id of a link; undefined for an unknown or outdated id. */
export type FindLink = (id: string) => URL | undefined;

export interface ExternalLinks {
  /**
   * Opens the page behind `id` in the person's browser.
   * @returns false for an unknown id, an address that may not be opened, or when no browser could be started
   */
  open(id: string): Promise<boolean>;
}

/**
 * What the window may open: it names a link, it never gives an address. A page that was taken over could otherwise
 * send whatever it knows to anywhere, as part of an address.
 *
 * @param fixed links that never change (help pages), by id
 * @param find links of the moment, such as the page of the sign-in that is waiting
 */
export function createExternalLinks(
  browser: Browser,
  fixed: ReadonlyMap<string, URL>,
  find: FindLink = () => undefined,
): ExternalLinks {
  return {
    async open(id) {
      const url = fixed.get(id) ?? find(id);
      if (url === undefined) return false;
      try {
        return await browser.open(url);
      } catch {
        return false;
      }
    },
  };
}
