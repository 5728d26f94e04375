/** The person's own browser. */
export interface Browser {
  /**
   * Shows `url` (https, or http on loopback) in the system browser.
   * @returns false when no browser could be started: the caller shows the link instead.
   */
  open(url: URL): Promise<boolean>;
}
