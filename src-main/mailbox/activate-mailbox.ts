import { loadAutoconfig } from '../discovery/autoconfig.ts';
import type { Generation } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import type { Secret } from '../secret.ts';
import { type Activation, activate } from './activation.ts';
import { compareIdentity, type IdentityComparison } from './compare-identity.ts';
import { explainTokenRefusal } from './explain-token-refusal.ts';

export interface MailboxToActivate {
  readonly server: URL;
  readonly generation: Generation;
  readonly issuer: string;
  /** As the person typed it. */
  readonly address: string;
  readonly token: Secret;
}

export interface ActiveMailbox extends Activation {
  readonly identity: IdentityComparison;
}

/**
 * Activates a mailbox and compares the identity the server reports with the address that was typed. A refused token is
 * explained from here, because the server's own answer is always the same.
 * @throws Fault of `activate`; server.rejected-token with the facts of the explanation
 */
export async function activateMailbox(
  ports: { readonly http: Http; readonly clock: Clock },
  mailbox: MailboxToActivate,
  signal: AbortSignal,
): Promise<ActiveMailbox> {
  const active = await activateOrExplain(ports, mailbox, signal);
  const question = { generation: active.generation, address: mailbox.address, login: active.login };
  const first = compareIdentity({ ...question, autoconfigLogin: null });
  if (first.kind === 'same' || active.generation === 'jmap') return { ...active, identity: first };
  // Up to 0.15 a login may be a bare name; only now, that the account exists, the server tells whose it is.
  const published = await loadAutoconfig(ports.http, mailbox.server, mailbox.address, signal);
  return { ...active, identity: compareIdentity({ ...question, autoconfigLogin: published?.login ?? null }) };
}

async function activateOrExplain(
  ports: { readonly http: Http; readonly clock: Clock },
  mailbox: MailboxToActivate,
  signal: AbortSignal,
): Promise<Activation> {
  try {
    return await activate({ http: ports.http, ...mailbox, signal });
  } catch (thrown) {
    const refused = thrown instanceof Fault && thrown.code === 'server.rejected-token';
    // A fault that already says what to change (a proxy that drops the sign-in) needs no further explanation.
    if (!refused || thrown.facts['kinds'] !== undefined) throw thrown;
    throw await explainTokenRefusal(ports, mailbox, signal);
  }
}
