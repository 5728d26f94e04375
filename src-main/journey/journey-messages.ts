import * as v from 'valibot';
import type { View } from '../ipc/view.ts';
import { languages } from './preferences.ts';

/** Up to 0.15 an id holds the name the server stores, which may be long and have any character. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
const short = v.pipe(v.string(), v.maxLength(320));
/** Nothing typed is nothing said. */
const optional = v.optional(
  v.pipe(
    v.nullable(short),
    v.transform((text) => (text === null || text.trim() === '' ? null : text.trim())),
  ),
  null,
);

const none = { in: v.null(), out: v.null() } as const;
const one = <Schema extends v.GenericSchema>(schema: Schema) => ({ in: schema, out: v.null() }) as const;
const withId = one(v.strictObject({ id }));

/** The names a field of the settings can have. */
const fieldName = v.picklist([
  'your-name',
  'address',
  'account-type',
  'user-name',
  'password',
  'incoming-host',
  'incoming-port',
  'outgoing-host',
  'outgoing-port',
  'calendars',
  'contacts',
]);

/**
 * Every message of the window: one object or null in, mostly null out, because what changes is in the view. The shape is
 * that of the contract of `ipc`.
 */
export const journeyMessages = {
  'view.get': { in: v.null(), out: v.custom<View>((view) => typeof view === 'object') },
  'address.submit': one(v.strictObject({ address: short, server: optional, issuer: optional })),
  'address.change': none,
  'signIn.start': none,
  'signIn.openAgain': none,
  'signIn.copyLink': none,
  'signIn.cancel': none,
  'person.accept': none,
  'person.again': none,
  'mailApp.choose': withId,
  'mailApp.continue': none,
  'mailApp.later': none,
  'name.submit': one(
    v.strictObject({
      name: v.pipe(v.string(), v.maxLength(200)),
      lifetime: v.pipe(v.string(), v.maxLength(128)),
    }),
  ),
  back: none,
  'working.cancel': none,
  'appPassword.copy': withId,
  /** The only secret that crosses, at the moment it is shown. */
  'appPassword.reveal': { in: v.strictObject({ id }), out: v.object({ secret: v.string() }) },
  'field.copy': one(v.strictObject({ id, field: fieldName })),
  'settings.works': none,
  'settings.fails': none,
  'settings.later': none,
  'proof.again': withId,
  'home.connect': none,
  'card.settings': withId,
  'card.renew': withId,
  'card.revoke': withId,
  'quota.revokeAndContinue': withId,
  'nav.go': one(v.strictObject({ to: v.picklist(['home', 'activity', 'preferences', 'diagnosis']) })),
  'diagnosis.run': none,
  'diagnosis.copyReport': none,
  'preferences.set': one(
    v.strictObject({
      language: v.exactOptional(v.nullable(v.picklist(languages))),
      appearance: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
      closeToTray: v.exactOptional(v.boolean()),
    }),
  ),
  'account.choose': withId,
  'account.add': none,
  'account.signOut': none,
  'fault.retry': none,
  'fault.dismiss': none,
  'links.open': one(v.strictObject({ id: v.pipe(v.string(), v.maxLength(64)) })),
} as const satisfies Readonly<
  Record<string, { readonly in: v.GenericSchema; readonly out: v.GenericSchema }>
>;

export type JourneyMessage = keyof typeof journeyMessages;
