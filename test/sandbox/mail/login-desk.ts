import type { LineSocket } from './line-socket.ts';
import type { LoginOutcome, MailAuthority, MailProtocol, StalwartVersion } from './mail-authority.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Credentials } from './sasl.ts';

/** How long refusals take, in milliseconds. */
export interface LoginDelays {
  readonly refusal: { readonly min: number; readonly max: number };
  /** Before each SMTP 535 and each malformed SASL answer. */
  readonly smtpRefusal: number;
}

/** What was measured on real servers: 0.05 to 0.5 s, SMTP about 5 s. */
export const realisticDelays: LoginDelays = { refusal: { min: 50, max: 500 }, smtpRefusal: 5000 };

export type LoginVerdict =
  | { readonly kind: 'accepted'; readonly login: string; readonly addresses: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface LoginDesk {
  /** Asks the authority, and waits before a refusal as long as the real server does. */
  check(credentials: Credentials, socket: LineSocket, protocol: MailProtocol): Promise<LoginVerdict>;
  /** The wait before an SMTP answer that counts as a failed attempt. */
  waitAsSmtpRefusal(socket: LineSocket): Promise<void>;
}

export function createLoginDesk(
  authority: MailAuthority,
  version: StalwartVersion,
  delays: LoginDelays,
): LoginDesk {
  function ask(credentials: Credentials, remoteIp: string, protocol: MailProtocol): Promise<LoginOutcome> {
    return credentials.kind === 'password'
      ? authority.checkPassword(credentials.user, credentials.secret, remoteIp, protocol)
      : authority.checkToken(credentials.token, remoteIp, protocol);
  }
  function wait({ event }: Refusal, protocol: MailProtocol): number {
    if (event === 'forbidden-address' || event === 'forbidden-protocol') return 0;
    // SMTP answers 454 at once.
    if (protocol === 'smtp') return event === 'failed' ? delays.smtpRefusal : 0;
    return delays.refusal.min + Math.random() * (delays.refusal.max - delays.refusal.min);
  }
  return {
    async check(credentials, socket, protocol) {
      const outcome = await ask(credentials, socket.remoteIp, protocol);
      if (outcome.kind === 'accepted') return outcome;
      const refusal = refusalOf(version, outcome, credentials);
      const ms = wait(refusal, protocol);
      if (ms > 0) await socket.pause(ms);
      return { kind: 'refused', refusal };
    },
    waitAsSmtpRefusal: (socket) =>
      delays.smtpRefusal > 0 ? socket.pause(delays.smtpRefusal) : Promise.resolve(),
  };
}
