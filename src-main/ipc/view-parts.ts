import type { FaultCode, FaultFacts } from '../fault.ts';

export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly signedIn: boolean;
}

/** The ticket that fills itself in: every line a fact just learnt. `fresh` names the lines learnt on this screen. */
export interface PassView {
  readonly organisation: string | null;
  readonly mailbox: string | null;
  /** Host of the issuer where the person signed in. */
  readonly signedInAt: string | null;
  readonly mailApp: string | null;
  /** ISO date; 'never' for no end. */
  readonly validUntil: string | 'never' | null;
  readonly fresh: readonly ('mailbox' | 'signedInAt' | 'mailApp' | 'validUntil')[];
}

export interface FaultView {
  readonly code: FaultCode;
  readonly facts: FaultFacts;
  readonly retryable: boolean;
}

/** Where a fact comes from, for the second line under it. */
export type OriginView = 'option' | 'remembered' | 'server' | 'autoconfig' | 'pacc' | 'guess';

export interface EndpointView {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
  readonly origin: OriginView;
}

export interface MailAppView {
  readonly id: string;
  readonly name: string;
  /** What it can do beside mail. */
  readonly calendars: boolean;
  readonly contacts: boolean;
  readonly platforms: readonly ('mac' | 'windows' | 'linux' | 'ios' | 'android')[];
  readonly installed: boolean;
  readonly isDefault: boolean;
  readonly badge: 'oauth' | 'password' | 'cloud';
  /** Who keeps the password and the mail, for badge 'cloud'. */
  readonly cloud: string | null;
  /** PNG data address of the installed app's own icon, or null for the neutral tile. */
  readonly icon: string | null;
}

export type CheckName = 'created' | 'imap' | 'smtp' | 'jmap' | 'kept';

export interface CheckView {
  readonly name: CheckName | 'internet' | 'found' | 'signed-in' | 'active' | 'keychain';
  readonly state: 'waiting' | 'working' | 'done' | 'failed';
  /** Milliseconds, once it has ended. */
  readonly ms: number | null;
  readonly fault: FaultView | null;
}

export interface SettingsField {
  readonly name:
    | 'your-name'
    | 'address'
    | 'account-type'
    | 'user-name'
    | 'password'
    | 'incoming-host'
    | 'incoming-port'
    | 'outgoing-host'
    | 'outgoing-port'
    | 'calendars'
    | 'contacts';
  /** Shown and copied; empty for the password, which is never in a view. */
  readonly value: string;
  /** The mail app's own word for the security beside a port, e.g. "SSL/TLS". */
  readonly beside: string | null;
}

/** One numbered step: the key of its words (`outlook.2` for `step.outlook.2`), and the fields to copy there. */
export interface SettingsStep {
  readonly message: string;
  readonly fields: readonly SettingsField[];
}

export interface CardView {
  readonly id: string;
  readonly description: string;
  readonly mailApp: string | null;
  /** PNG data address of the mail app's own icon, or null for the neutral tile. */
  readonly icon: string | null;
  readonly madeHere: boolean;
  readonly createdAt: string | null;
  readonly expiresAt: string | null;
  /** Whole days until the end, negative when it is over, null for never. */
  readonly daysLeft: number | null;
  readonly lastProof: { readonly at: string; readonly works: boolean } | null;
  readonly busy: 'checking' | 'revoking' | null;
}

export interface ActivityView {
  readonly at: string;
  readonly kind:
    | 'signed-in'
    | 'activated'
    | 'created'
    | 'checked'
    | 'check-failed'
    | 'revoked'
    | 'signed-out';
  readonly subject: string;
}
