import * as v from 'valibot';
import type { BridgeOf, Contract } from './message.ts';
import type { View } from './view.ts';

/** The id of an app password, as the server gave it: opaque to us. */
const appPasswordId = v.pipe(v.string(), v.regex(/^[\w.:@$+/=-]{1,128}$/));
/** The id of a link of ours, `area.page`. */
const linkId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+){0,3}$/), v.maxLength(64));

/**
 * Every message from the window to the main process. Each names an intent with an id, never a capability with a
 * value: a page that was taken over can ask for nothing a person could not have clicked. A new message is an entry
 * here and a handler; the preload takes the list of names from here when it is built.
 */
export const contract = {
  /** The view as it is now, for a page that starts; null before there is one. */
  'app.state': { in: v.strictTuple([]), out: v.nullable(v.custom<View>((view) => typeof view === 'object')) },
  /** Opens one of our links in the person's browser; false when that could not be done. */
  'links.open': { in: v.strictTuple([linkId]), out: v.boolean() },
  /** Copies the secret of an app password, marked, for 45 s. The secret itself does not come to the window. */
  'appPassword.copy': { in: v.strictTuple([appPasswordId]), out: v.null() },
} as const satisfies Contract;

/** `window.bridge`, as the page sees it. */
export type Bridge = BridgeOf<typeof contract, View>;
