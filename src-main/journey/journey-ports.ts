import type { App } from '../app.ts';
import type { Language, View } from '../ipc/view.ts';
import type { Browser } from '../platform/browser.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Secret } from '../secret.ts';
import type { Vault } from '../vault/vault.ts';
import type { ActivityBook } from './activity-book.ts';
import type { InstalledMailApp } from './journey-state.ts';
import type { MailboxRequest } from './mailbox-request.ts';
import type { PreferencesFile } from './preferences-file.ts';

/** The system's clipboard. */
export interface JourneyClipboard {
  copy(text: string): Promise<void>;
  /** Marked so that histories leave it out, and cleared after 45 s if unchanged. */
  copySecret(secret: Secret): Promise<void>;
}

/** Whether this computer has a network at all; says nothing about any server. */
export interface OnlineCheck {
  isOnline(): boolean;
}

/** Which mail apps of the catalogue are on this computer. May find none. @throws never */
export interface MailAppDetection {
  find(signal: AbortSignal): Promise<readonly InstalledMailApp[]>;
}

/** The use cases the window needs; closing the app is the composition root's. */
export type JourneyApp = Omit<App, 'close' | 'settings'>;

export interface JourneyPorts {
  readonly app: JourneyApp;
  readonly vault: Pick<Vault, 'describe'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly browser: Browser;
  readonly clipboard: JourneyClipboard;
  readonly online: OnlineCheck;
  readonly mailApps: MailAppDetection;
  readonly preferences: PreferencesFile;
  readonly activity: ActivityBook;
  /** Opens one of our own pages by its id; false when it could not. */
  readonly links: { open(id: string): Promise<boolean> };
  readonly system: {
    readonly kind: View['system'];
    /** Of the system, see `languageOf`. */
    readonly language: Language;
    readonly version: string;
    readonly hostName: string;
  };
  /** For what nobody types: an organisation's server, issuer, client id. */
  readonly defaults: Partial<Omit<MailboxRequest, 'address'>>;
  /** Milliseconds a person has in the browser; the usual time when null or absent. */
  readonly browserMs?: number | null;
}

/** What the window talks to. */
export interface Journey {
  /**
   * One message of the window (see `contract`) and what goes with it, null for nothing. Answers at once: what takes time is seen in
   * the views that follow.
   * @throws Fault `bug` for what is not in the messages; password.not-found, vault.* where a secret could not be had
   */
  handle(message: string, input: unknown): Promise<unknown>;
  /** Called with every view from now on. @returns a function that ends it */
  subscribe(listener: (view: View) => void): () => void;
  view(): View;
  /** Cancels what is going on and waits until it has been cleaned up. Idempotent. */
  close(): Promise<void>;
}
