/**
 * Chromium without Electron can't learn a new scheme. Pages of a scheme such as `app:` live at
 * `http://HOST.SCHEME.localhost/` in it, which is a secure context too and is never asked of any network: the stand-in
 * answers every request of that name. Main process and tests only ever see the address with the scheme.
 */
export interface SchemeMap {
  /** For Chromium. */
  outward(url: string): string;
  /** For the main process. */
  inward(url: string): string;
}

export function createSchemeMap(schemes: () => readonly string[]): SchemeMap {
  return {
    outward(url) {
      const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
      const [, scheme = '', host = '', rest = ''] = match ?? [];
      return schemes().includes(scheme.toLowerCase()) ? `http://${host}.${scheme}.localhost${rest}` : url;
    },
    inward(url) {
      const match = /^http:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(:\d+)?(\/.*)?$/i.exec(url);
      const [, host = '', scheme = '', , rest = '/'] = match ?? [];
      return match !== null && schemes().includes(scheme) ? `${scheme}://${host}${rest}` : url;
    },
  };
}
