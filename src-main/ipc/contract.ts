import * as v from 'valibot';
import type { BridgeOf, Contract } from './message.ts';
import type { View } from './view.ts';
import { fieldName } from './view-parts-schema.ts';
import { appearance, language, viewSchema } from './view-schema.ts';

/** The id of something in the view, as main gave it. Up to 0.15 it holds the name the server stores, which may be long. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
/** The id of a link of ours, `area.page`. */
const linkId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+){0,3}$/), v.maxLength(64));
/** What a person has typed into a field of one line. */
const line = v.pipe(v.string(), v.maxLength(500));
/** Nothing typed is nothing said. */
const maybeTyped = v.optional(
  v.pipe(
    v.nullable(line),
    v.transform((text) => (text === null || text.trim() === '' ? null : text.trim())),
  ),
  null,
);

const nothing = v.null();
const one = v.strictObject({ id });
/** A message without anything with it, answered by the next view. */
const plain = { in: nothing, out: nothing };
/** A message about one thing of the view. */
const about = { in: one, out: nothing };

/**
 * Every message from the window to the main process. Each names an intent with an id, never a capability with a
 * value: a page that was taken over can ask for nothing a person could not have clicked. A new message is an entry
 * here and an intent of the journey; the preload takes the list of names from here when it is built.
 */
export const contract = {
  /** The view as it is now, for a page that starts. */
  'view.get': { in: nothing, out: viewSchema },
  'address.submit': {
    in: v.strictObject({ address: line, server: maybeTyped, issuer: maybeTyped }),
    out: nothing,
  },
  'address.change': plain,
  'signIn.start': plain,
  'signIn.openAgain': plain,
  'signIn.copyLink': plain,
  'signIn.cancel': plain,
  'person.accept': plain,
  'person.again': plain,
  'mailApp.choose': about,
  'mailApp.continue': plain,
  'mailApp.later': plain,
  'name.submit': { in: v.strictObject({ name: line, lifetime: id }), out: nothing },
  back: plain,
  'working.cancel': plain,
  /** Copies the secret, marked, for 45 s. It does not come to the window. */
  'appPassword.copy': about,
  /** The one secret that ever crosses, at the moment it is shown. */
  'appPassword.reveal': { in: one, out: v.object({ secret: v.string() }) },
  'field.copy': { in: v.strictObject({ id, field: fieldName }), out: nothing },
  'settings.works': plain,
  'settings.fails': plain,
  'settings.later': plain,
  'proof.again': about,
  'home.connect': plain,
  'card.settings': about,
  'card.renew': about,
  'card.revoke': about,
  'quota.revokeAndContinue': about,
  'nav.go': {
    in: v.strictObject({ to: v.picklist(['home', 'activity', 'diagnosis', 'preferences']) }),
    out: nothing,
  },
  'diagnosis.run': plain,
  'diagnosis.copyReport': plain,
  'preferences.set': {
    in: v.strictObject({
      /** Null follows the system. */
      language: v.exactOptional(v.nullable(language)),
      appearance: v.exactOptional(appearance),
      closeToTray: v.exactOptional(v.boolean()),
    }),
    out: nothing,
  },
  'account.choose': about,
  'account.add': plain,
  'account.signOut': plain,
  'fault.retry': plain,
  'fault.dismiss': plain,
  /** Opens one of our links in the person's browser. */
  'links.open': { in: v.strictObject({ id: linkId }), out: nothing },
} as const satisfies Contract;

/** `window.gatepass`, as the page sees it. */
export type Bridge = BridgeOf<typeof contract, View>;
