import type { WebPreferences } from 'electron';

/**
 * What a page of ours may do: nothing but be a page. The values that matter are Electron's defaults, written out so
 * that a change of a default or of this file shows up in its test. Settings that weaken web security
 * (`webSecurity`, `allowRunningInsecureContent`, `experimentalFeatures`, `enableBlinkFeatures`) are never named.
 */
export const webPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  // A file dropped on the window would navigate to it.
  navigateOnDragDrop: false,
  // The spelling checker of Windows and Linux downloads its dictionaries; we report to and ask nobody.
  spellcheck: false,
  // alert() and its kin block the page and look like the system speaking.
  disableDialogs: true,
} satisfies WebPreferences);
