import type { FaultView, View } from '../src-main/ipc/view.ts';

/** An app password by its id. */
interface OfAppPassword {
  readonly id: string;
}

/**
 * What the window asks of the main process: each an intent of the person, never a capability. The key is the message,
 * `input` what goes with it (null for nothing), `output` what comes back beside the next view.
 */
export interface Messages {
  'view.get': { input: null; output: View };
  'address.submit': { input: AddressInput; output: null };
  'address.change': { input: null; output: null };
  'signIn.start': { input: null; output: null };
  'signIn.openAgain': { input: null; output: null };
  'signIn.copyLink': { input: null; output: null };
  'signIn.cancel': { input: null; output: null };
  'person.accept': { input: null; output: null };
  'person.again': { input: null; output: null };
  'mailApp.choose': { input: { readonly id: string }; output: null };
  'mailApp.continue': { input: null; output: null };
  'mailApp.later': { input: null; output: null };
  'name.submit': { input: { readonly name: string; readonly lifetime: string }; output: null };
  back: { input: null; output: null };
  'working.cancel': { input: null; output: null };
  'appPassword.copy': { input: OfAppPassword; output: null };
  /** The one secret that ever crosses; the window forgets it after 30 s. */
  'appPassword.reveal': { input: OfAppPassword; output: { readonly secret: string } };
  'field.copy': { input: { readonly id: string; readonly field: string }; output: null };
  'settings.works': { input: null; output: null };
  'settings.fails': { input: null; output: null };
  'settings.later': { input: null; output: null };
  'proof.again': { input: OfAppPassword; output: null };
  'home.connect': { input: null; output: null };
  'card.settings': { input: OfAppPassword; output: null };
  'card.renew': { input: OfAppPassword; output: null };
  'card.revoke': { input: OfAppPassword; output: null };
  'quota.revokeAndContinue': { input: OfAppPassword; output: null };
  'nav.go': { input: { readonly to: Place }; output: null };
  'diagnosis.run': { input: null; output: null };
  'diagnosis.copyReport': { input: null; output: null };
  'preferences.set': { input: PreferencesInput; output: null };
  'account.choose': { input: { readonly id: string }; output: null };
  'account.signOut': { input: null; output: null };
  'fault.retry': { input: null; output: null };
  'fault.dismiss': { input: null; output: null };
  'links.open': { input: { readonly id: string }; output: null };
}

export interface AddressInput {
  readonly address: string;
  /** https address of the mail server, when it could not be found. */
  readonly server?: string;
  /** https address of the sign-in page, when the mail server does not say it. */
  readonly issuer?: string;
}

export type Place = 'home' | 'activity' | 'diagnosis' | 'preferences';

export interface PreferencesInput {
  readonly language?: View['language'];
  readonly appearance?: View['appearance'];
  readonly closeToTray?: boolean;
}

export type MessageName = keyof Messages;

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: FaultView };

/** `window.gatepass`, as the preload gives it: the only way out of the window. */
export interface Bridge {
  invoke<M extends MessageName>(message: M, input: Messages[M]['input']): Promise<Reply<Messages[M]['output']>>;
  /** Calls `listener` with every view from now on. @returns a function that ends it */
  subscribe(listener: (view: View) => void): () => void;
}

declare global {
  interface Window {
    readonly gatepass: Bridge;
  }
}
