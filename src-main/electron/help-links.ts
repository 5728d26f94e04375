/** The pages the window may open, by id; see `createExternalLinks`. */
export const helpLinks: ReadonlyMap<string, URL> = new Map([
  ['help.app-passwords', new URL('https://stalw.art/docs/auth/authentication/app-password/')],
]);
