/** One app password as the server lists it. */
export interface ListedAppPassword {
  /** 0.16: the credential id (ids are used again after a deletion!). Up to 0.15: the stored name. */
  readonly serverId: string;
  readonly description: string;
  /** ISO 8601 UTC, or null where the server does not know (up to 0.15 without our name form). */
  readonly createdAt: string | null;
  /** ISO 8601 UTC, or null for never / not known to the server (up to 0.15). */
  readonly expiresAt: string | null;
}

/** What this install remembers of an app password it made. Holds no secret: that is vault item `id`. */
export interface AppPassword extends ListedAppPassword {
  /** `<mail app>-<tag>`, e.g. `thunderbird-k7f2qd`: argument of `gatepass passwords show` and name of the keychain item. */
  readonly id: string;
  readonly accountId: string;
  readonly mailApp: string;
  readonly proof: Proof | null;
}

export type ProofProtocol = 'imap' | 'smtp' | 'jmap';

/** `accepted`: logged in. `refused`: the server said no to this secret. `unreachable`: could not be asked. */
export type ProofResult =
  | { readonly kind: 'accepted'; readonly ms: number }
  | { readonly kind: 'refused'; readonly ms: number; readonly reason: RefusalReason }
  | { readonly kind: 'unreachable'; readonly ms: number; readonly code: string };

/** Why a login was refused, as far as the server's behaviour tells (transcripts/README.md findings 1 to 4). */
export type RefusalReason =
  | 'wrong-or-revoked'
  | 'expired'
  | 'address-not-allowed'
  | 'protocol-not-allowed'
  | 'tls-required';

export interface Proof {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly imap: ProofResult;
  readonly smtp: ProofResult;
  readonly jmap: ProofResult;
}
