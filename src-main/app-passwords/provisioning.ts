import type { Secret } from '../secret.ts';
import type { ListedAppPassword } from './app-password.ts';

export interface ProvisioningLimits {
  readonly generation: 'jmap' | 'rest';
  /** Who makes the secret: the server (0.16) or this client (up to 0.15). */
  readonly secretMadeBy: 'server' | 'client';
  /** Whether the server itself enforces an expiry. */
  readonly canExpire: boolean;
  /** Whether the right to mint further credentials can be taken away (0.16 only). */
  readonly canRestrict: boolean;
}

export interface NewAppPassword {
  /** Unique: "<mail app> on <host> (<tag>)". */
  readonly description: string;
  /** ISO 8601 UTC or null for never. */
  readonly expiresAt: string | null;
}

export interface CreatedAppPassword {
  readonly serverId: string;
  readonly secret: Secret;
  /**
   * `space-in-secret`: it holds a space (0.16.0 to 0.16.2), which belongs to it. IMAP and SMTP take it, POP3 refuses
   * it, and configuration files need quotes around it.
   */
  readonly note?: 'space-in-secret';
}

/**
 * The server API that lists, creates and destroys app passwords, for one signed-in person.
 * Order: `create` may be sent once only; when its answer is lost it throws `password.lost-answer` after it has
 * looked for the orphan by its description and destroyed it. `destroy` lists afresh first and never sends an id
 * that is not in that list; destroying what is gone is no error.
 * @throws Fault server.* (quota, forbidden, refused, limited, banned, too-old, wipes-app-passwords, broken, rejected-token), network.*
 */
export interface Provisioning {
  readonly limits: ProvisioningLimits;
  list(signal?: AbortSignal): Promise<readonly ListedAppPassword[]>;
  create(wanted: NewAppPassword, signal?: AbortSignal): Promise<CreatedAppPassword>;
  /** `expected` is what is remembered of it: the id alone is not enough, ids are used again. */
  destroy(
    expected: Pick<ListedAppPassword, 'serverId' | 'description'>,
    signal?: AbortSignal,
  ): Promise<'destroyed' | 'absent'>;
}
