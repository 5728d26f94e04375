import type { AccountsStore } from './accounts-store.ts';
import type { ExternalDirectory } from './external-directory.ts';
import type { OwnOAuth } from './own-oauth.ts';
import type { RequestLimits } from './request-limits.ts';
import type { MailListener, StalwartOptions } from './server-options.ts';
import type { VersionTraits } from './version-traits.ts';

/** What every part of one running sandbox server shares. */
export interface ServerContext {
  readonly options: StalwartOptions;
  readonly traits: VersionTraits;
  readonly store: AccountsStore;
  readonly limits: RequestLimits;
  readonly oauth: OwnOAuth;
  readonly directory: DirectorySetting;
  /** Eight hex digits, the same for everybody as long as the server runs. */
  readonly sessionState: string;
  /** A P-256 point, for the `webpush-vapid` capability. */
  readonly pushKey: string;
  readonly hostname: string;
  now(): number;
  /** What published URLs start with, known once the server listens. */
  baseUrl(): string;
  mailListeners(): readonly MailListener[];
}

/** `Authentication.directoryId` of 0.16: a change has no effect before the settings are reloaded (finding 10). */
export interface DirectorySetting {
  /** The id of the directory object itself. */
  readonly id: string;
  configured(): string | null;
  configure(id: string | null): void;
  reload(): Promise<void>;
  /** The directory that checks tokens now; undefined when there is none or it is not the default. */
  active(): ExternalDirectory | undefined;
  exists(): boolean;
}

/** @param external undefined: no external directory at all */
export function createDirectorySetting(
  external: ExternalDirectory | undefined,
  isDefault: boolean,
): DirectorySetting {
  const id = 'jp370lcmafqa';
  let configured = external !== undefined && isDefault ? id : null;
  let effective = configured;
  return {
    id,
    configured: () => configured,
    configure: (next) => {
      configured = next;
    },
    reload: async () => {
      effective = configured;
      await external?.reload();
    },
    active: () => (effective === id ? external : undefined),
    exists: () => external !== undefined,
  };
}
