/** The scheme and the one host the window's pages are served from. */
export const appScheme = 'app';
export const appHost = 'main';

/** The page the window shows. */
export const appPage = `${appScheme}://${appHost}/index.html`;

/**
 * Whether `text` is an address of our own pages. Compares protocol and host: the `origin` of a scheme that is not
 * one of the URL standard's own is the string "null" in Node, whatever Chromium was told, so that a comparison of
 * origins would admit every custom scheme or none. Anything that is not written exactly like our own addresses
 * (upper case, user info, a port, control characters the parser would drop) is refused.
 */
export function isAppUrl(text: string): boolean {
  if (!text.startsWith(`${appScheme}://${appHost}/`) || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text))
    return false;
  const url = new URL(text);
  return (
    url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
  );
}
