import type {
  AccountView,
  ActivityView,
  CardView,
  CheckView,
  EndpointView,
  FaultView,
  MailAppView,
  OriginView,
  PassView,
  SettingsStep,
} from './view-parts.ts';

export type {
  AccountView,
  ActivityView,
  CardView,
  CheckView,
  EndpointView,
  FaultView,
  MailAppView,
  OriginView,
  PassView,
  SettingsField,
  SettingsStep,
} from './view-parts.ts';

/**
 * Everything the window shows, as one immutable value: main publishes it whole, the renderer draws it and holds no
 * truth. It carries facts, never sentences (the renderer has the words) and never a secret.
 */
export interface View {
  /** Grows by one with each publication; an older one is dropped. */
  readonly serial: number;
  readonly language: Language;
  readonly appearance: Appearance;
  readonly system: 'mac' | 'windows' | 'linux';
  readonly online: boolean;
  /** The mailbox on screen, or null before the first sign-in. */
  readonly account: AccountView | null;
  readonly accounts: readonly AccountView[];
  readonly pass: PassView;
  readonly screen: ScreenView;
}

export type Language = 'en' | 'de' | 'fr' | 'es' | 'ja' | 'ar';
export type Appearance = 'system' | 'light' | 'dark';

export type ScreenView =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'welcome';
      readonly address: string;
      readonly server: string;
      readonly needsServer: boolean;
      readonly needsIssuer: boolean;
      readonly busy: boolean;
      readonly fault: FaultView | null;
    }
  | {
      readonly kind: 'found';
      readonly address: string;
      readonly organisation: string | null;
      readonly server: string;
      readonly generation: 'jmap' | 'rest';
      readonly issuer: { readonly host: string; readonly origin: OriginView };
      readonly imap: EndpointView;
      readonly smtp: EndpointView;
    }
  | {
      readonly kind: 'in-browser';
      readonly issuerHost: string;
      readonly startedAt: number;
      readonly deadlineAt: number;
      /** False when no browser could be started: the link must be copied. */
      readonly opened: boolean;
      readonly finishing: boolean;
      /** Where a code is the way: typed at `url` or compared with what is filled in there. */
      readonly code: { readonly text: string; readonly url: string; readonly guessed: boolean } | null;
    }
  | {
      readonly kind: 'mailbox-ready';
      readonly name: string | null;
      readonly login: string;
      readonly address: string;
      readonly firstSignIn: boolean | null;
      readonly mayBounce: boolean;
      readonly appPasswords: { readonly used: number; readonly allowed: number | null } | null;
    }
  | {
      readonly kind: 'wrong-person';
      readonly asked: string;
      readonly found: string;
      readonly issuerHost: string;
    }
  | {
      readonly kind: 'pick-mail-app';
      readonly mailApps: readonly MailAppView[];
      readonly chosen: string | null;
    }
  | {
      readonly kind: 'name-and-lifetime';
      readonly mailApp: MailAppView;
      readonly name: string;
      /** `days` and `until` are null where there is no end. */
      readonly lifetimes: readonly {
        readonly id: string;
        readonly days: number | null;
        readonly until: string | null;
        readonly suggested: boolean;
      }[];
      readonly chosen: string;
      readonly serverEnforcesEnd: boolean;
      readonly fault: FaultView | null;
    }
  | {
      readonly kind: 'working';
      readonly mailApp: MailAppView;
      readonly checks: readonly CheckView[];
      readonly fault: FaultView | null;
      readonly cancelling: boolean /** Description of the app password this one replaces. */;
      readonly renews: string | null;
    }
  | {
      readonly kind: 'settings';
      readonly appPasswordId: string;
      readonly mailApp: MailAppView;
      readonly description: string;
      readonly steps: readonly SettingsStep[];
      readonly works: boolean;
      readonly failedChecks: readonly CheckView[];
      /** Description of the app password that is revoked by "It works". */
      readonly renews: string | null;
    }
  | {
      readonly kind: 'it-does-not-work';
      readonly appPasswordId: string;
      readonly mailApp: MailAppView;
      readonly description: string;
      readonly generation: 'jmap' | 'rest';
      readonly imap: EndpointView;
      readonly smtp: EndpointView;
      /** The proof that is run again on arrival. */
      readonly checks: readonly CheckView[];
      readonly checking: boolean;
    }
  | {
      readonly kind: 'home';
      readonly cards: readonly CardView[];
      readonly loading: boolean;
      readonly fault: FaultView | null;
      readonly activity: readonly ActivityView[];
    }
  | { readonly kind: 'activity'; readonly entries: readonly ActivityView[] }
  | {
      readonly kind: 'preferences';
      readonly keychain: string;
      readonly keychainState: 'ready' | 'locked' | 'missing';
      readonly closeToTray: boolean;
      readonly signingOut: boolean;
      readonly version: string;
    }
  | {
      readonly kind: 'diagnosis';
      readonly checks: readonly CheckView[];
      readonly running: boolean;
      readonly checkedAt: string | null;
      readonly server: string | null;
      readonly issuerHost: string | null;
    }
  /** A fault that fills the screen: locked keychain, offline, no room. `resume` says what "try again" goes back to. */
  | {
      readonly kind: 'in-the-way';
      readonly fault: FaultView;
      readonly retryAt: number | null;
      readonly crowd: readonly CardView[];
    };
