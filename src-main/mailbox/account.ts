import type { MailService } from '../discovery/mail-service.ts';

/** What this install knows of one mailbox. Holds no secret. */
export interface Account {
  /** Stable, made from the address and the server: the key of its token set. */
  readonly id: string;
  /** The address as typed by the person, lower-cased domain. */
  readonly address: string;
  /** The identity the SERVER reports: 0.16 the address, up to 0.15 the principal name. It is the login of mail apps. */
  readonly login: string;
  readonly service: MailService;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience: string | null;
  /** JMAP account id of `urn:stalwart:jmap` (0.16), else null. */
  readonly jmapAccountId: string | null;
  /** ISO 8601, UTC. */
  readonly signedInAt: string;
}

/** The id of the mailbox of `address` at `server` (base address): readable, and the same after each sign-in. Pure. */
export function accountId(address: string, server: string): string {
  const { host, pathname } = new URL(server);
  return `${address.toLowerCase()}/${host}${pathname}`.replace(/\/$/, '');
}
