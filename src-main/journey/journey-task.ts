import type { AccountOverview } from '../app.ts';
import type { AppPassword } from '../app-passwords/app-password.ts';
import type { AppPasswordOverview } from '../app-passwords/overview.ts';
import type { FoundMailService } from '../discovery/find-mail-service.ts';
import type { ActivityView, CheckView, FaultView } from '../ipc/view.ts';
import type { Account } from '../mailbox/account.ts';
import type { StepEvent } from '../steps.ts';
import type { InstalledMailApp, Keychain } from './journey-state.ts';
import type { LifetimeId } from './lifetime.ts';
import type { MailboxRequest } from './mailbox-request.ts';
import type { Preferences } from './preferences.ts';

/** Work that takes time and may fail. Each has a deadline, and can be cancelled. */
export type Task =
  | { readonly kind: 'load' }
  | { readonly kind: 'find'; readonly request: MailboxRequest }
  | {
      readonly kind: 'sign-in';
      readonly request: MailboxRequest;
      readonly found: FoundMailService;
      readonly acceptLogin: string | null;
      readonly asSomeoneElse: boolean;
      /** Milliseconds the browser may take. */
      readonly timeoutMs: number;
    }
  | { readonly kind: 'list'; readonly account: string }
  | {
      readonly kind: 'create';
      readonly account: string;
      readonly mailApp: string;
      readonly name: string;
      readonly lifetime: LifetimeId;
    }
  | {
      readonly kind: 'revoke';
      readonly account: string;
      readonly id: string;
      readonly description: string;
    }
  | { readonly kind: 'prove'; readonly id: string }
  | { readonly kind: 'sign-out'; readonly account: string; readonly address: string }
  | { readonly kind: 'diagnose'; readonly account: Account | null; readonly appPassword: string | null }
  | { readonly kind: 'look-at-keychain' }
  /** Until this computer is online, or until that moment (milliseconds since 1970). */
  | { readonly kind: 'wait'; readonly until: number };

/** How a task ended. */
export type TaskResult =
  | { readonly kind: 'failed'; readonly fault: FaultView }
  | {
      readonly kind: 'loaded';
      readonly accounts: readonly AccountOverview[];
      readonly activity: readonly ActivityView[];
      readonly preferences: Preferences;
      readonly keychain: Keychain;
      readonly installed: readonly InstalledMailApp[];
    }
  | { readonly kind: 'found'; readonly found: FoundMailService }
  | {
      readonly kind: 'signed-in';
      readonly account: Account;
      readonly name: string | null;
      readonly mayBounce: boolean;
    }
  | { readonly kind: 'listed'; readonly appPasswords: readonly AppPasswordOverview[] }
  | { readonly kind: 'created'; readonly appPassword: AppPassword }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'proved'; readonly appPassword: AppPassword }
  | { readonly kind: 'signed-out'; readonly accounts: readonly AccountOverview[] }
  | { readonly kind: 'diagnosed' }
  | { readonly kind: 'keychain'; readonly keychain: Keychain }
  | { readonly kind: 'waited'; readonly online: boolean };

/** What a task tells while it goes on. */
export type TaskNews =
  | { readonly kind: 'step'; readonly step: StepEvent }
  | { readonly kind: 'link'; readonly url: string; readonly opened: boolean; readonly deadlineAt: number }
  | {
      readonly kind: 'code';
      readonly url: string;
      readonly text: string;
      readonly guessed: boolean;
      readonly deadlineAt: number;
    }
  /** The browser has come back. */
  | { readonly kind: 'returned' }
  | { readonly kind: 'check'; readonly check: CheckView };
