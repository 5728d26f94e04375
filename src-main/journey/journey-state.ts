import type { AccountOverview } from '../app.ts';
import type { AppPassword } from '../app-passwords/app-password.ts';
import type { AppPasswordOverview } from '../app-passwords/overview.ts';
import type { FoundMailService } from '../discovery/find-mail-service.ts';
import type { ActivityView, CheckView, FaultView } from '../ipc/view.ts';
import type { VaultDescription } from '../vault/vault.ts';
import type { Retry } from './journey-event.ts';
import type { Task } from './journey-task.ts';
import type { LifetimeId } from './lifetime.ts';
import type { MailboxRequest, TypedMailbox } from './mailbox-request.ts';
import type { Preferences } from './preferences.ts';

/** Where a person is between the first word and a working mail app, and what is going on meanwhile. No secrets. */
export interface JourneyState {
  readonly hostName: string;
  readonly online: boolean;
  readonly preferences: Preferences;
  readonly keychain: Keychain | null;
  readonly installed: readonly InstalledMailApp[];
  readonly accounts: readonly AccountOverview[];
  /** Of the mailbox on screen. */
  readonly accountId: string | null;
  /** What the provider called the people who signed in since the start, by mailbox. */
  readonly names: Readonly<Record<string, string>>;
  /** App passwords of that mailbox, as listed last. */
  readonly appPasswords: readonly AppPasswordOverview[];
  /** Whether the server has been asked for them. */
  readonly listed: boolean;
  readonly activity: readonly ActivityView[];
  /** New app password to the old one that is revoked once the new one is known to work. */
  readonly renewals: Readonly<Record<string, string>>;
  /** What went wrong behind the home screen, until it is dismissed or goes right. */
  readonly trouble: Trouble | null;
  /** What is going on, each under a number of its own; what is not in here any more has no say. */
  readonly works: readonly Work[];
  readonly lastWork: number;
  readonly screen: Screen;
}

/** Its name for people, and whether it can be used. */
export type Keychain = Pick<VaultDescription, 'name' | 'state'>;

export interface Work {
  readonly id: number;
  readonly task: Task;
  /** It was told to stop; only what must be cleaned up afterwards is still waited for. */
  readonly cancelled: boolean;
}

export interface Trouble {
  readonly fault: FaultView;
  /** What "try again" does. */
  readonly retry: Retry;
}

/** What a port found on this computer. */
export interface InstalledMailApp {
  /** Id in the catalogue. */
  readonly id: string;
  readonly isDefault: boolean;
  /** PNG data address, or null. */
  readonly icon: string | null;
}

/** An app password before it is made. */
export interface Draft {
  /** Id in the catalogue; null before one was chosen. */
  readonly mailApp: string | null;
  readonly name: string;
  readonly lifetime: LifetimeId;
  /** Id of the app password it shall replace. */
  readonly replaces: string | null;
  /** Where this part of the way began. */
  readonly from: MailboxReady | { readonly kind: 'home' };
}

/** A made app password, on its way into a mail app. */
export type Handed = Pick<AppPassword, 'id' | 'mailApp' | 'description' | 'expiresAt' | 'proof'>;

export interface MailboxReady {
  readonly kind: 'mailbox-ready';
  readonly request: MailboxRequest;
  readonly found: FoundMailService;
  /** What the provider calls the person. */
  readonly name: string | null;
  readonly mayBounce: boolean;
}

export type Welcome = TypedMailbox & {
  readonly kind: 'welcome';
  readonly needsServer: boolean;
  readonly needsIssuer: boolean;
  readonly fault: FaultView | null;
};

export type Found = {
  readonly kind: 'found';
  readonly request: MailboxRequest;
  readonly found: FoundMailService;
};

export type InTheWay = {
  readonly kind: 'in-the-way';
  readonly fault: FaultView;
  /** `screen` is where "back" leads and where `retry` is done. */
  readonly resume: { readonly screen: Screen; readonly retry: Retry };
  /** When it is tried again by itself, in milliseconds since 1970. */
  readonly retryAt: number | null;
};

export type Screen =
  | { readonly kind: 'loading' }
  | Welcome
  | Found
  | {
      readonly kind: 'in-browser';
      readonly request: MailboxRequest;
      readonly found: FoundMailService;
      readonly startedAt: number;
      readonly deadlineAt: number;
      /** What the browser opens, once it is known. */
      readonly link: string | null;
      readonly opened: boolean;
      /** Where a code is the way: what is typed or compared at `link`. */
      readonly code: { readonly text: string; readonly guessed: boolean } | null;
      /** The browser has come back. */
      readonly finishing: boolean;
    }
  | MailboxReady
  | {
      readonly kind: 'wrong-person';
      readonly request: MailboxRequest;
      readonly found: FoundMailService;
      readonly login: string;
      readonly issuerHost: string;
    }
  | { readonly kind: 'pick-mail-app'; readonly draft: Draft }
  | { readonly kind: 'name-and-lifetime'; readonly draft: Draft; readonly fault: FaultView | null }
  | {
      readonly kind: 'working';
      readonly draft: Draft;
      /** Number of the work that is shown; one that is being taken back may go on beside it. */
      readonly work: number;
      readonly checks: readonly CheckView[];
      readonly fault: FaultView | null;
      readonly cancelling: boolean;
    }
  | { readonly kind: 'settings'; readonly handed: Handed }
  | { readonly kind: 'it-does-not-work'; readonly handed: Handed; readonly checks: readonly CheckView[] }
  | { readonly kind: 'home' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'preferences' }
  | {
      readonly kind: 'diagnosis';
      readonly checks: readonly CheckView[];
      readonly checkedAt: string | null;
      /** Where it was asked for, when that is not the side bar. */
      readonly from: Screen | null;
    }
  | InTheWay;

export function firstState(hostName: string): JourneyState {
  return {
    hostName,
    online: true,
    preferences: { language: null, appearance: 'system', closeToTray: false },
    keychain: null,
    installed: [],
    accounts: [],
    accountId: null,
    names: {},
    appPasswords: [],
    listed: false,
    activity: [],
    renewals: {},
    trouble: null,
    works: [],
    lastWork: 0,
    screen: { kind: 'loading' },
  };
}

export function accountOf(state: JourneyState): AccountOverview | null {
  return state.accounts.find(({ id }) => id === state.accountId) ?? null;
}
