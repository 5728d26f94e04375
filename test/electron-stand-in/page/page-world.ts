import { linkWorlds } from './world-link.ts';

/** Put in place of the name by the stand-in: the secret of this window. */
declare const worldToken: string;

/** Runs in the world of the page before any of its scripts: receives what the preload exposes. */
const link = linkWorlds(worldToken, 'page', (value) => {
  const { name, api } = value as { name: string; api: unknown };
  // Electron's context bridge defines what it exposes once, frozen.
  Object.defineProperty(window, name, { value: freeze(api), enumerable: true });
});

// Electron's handler decides before the window exists, and ours only ever refuses: the page gets null.
Object.defineProperty(window, 'open', {
  value(url: string | URL = '') {
    link.send({ windowOpen: new URL(url, document.baseURI).href });
    return null;
  },
});

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
