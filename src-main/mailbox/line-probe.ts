import { setImmediate } from 'node:timers/promises';
import type { ProofResult, RefusalReason } from '../app-passwords/app-password.ts';
import type { Endpoint } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';
import { withDeadline } from '../platform/deadline.ts';
import { connectLines, type LineConnection, type LineConnectionOptions } from './line-connection.ts';
import type { MailProbe, ProbeLogin } from './mail-probe.ts';

/** Times in milliseconds. */
export interface LineProbeOptions extends LineConnectionOptions {
  /** Connection, TLS and greeting; 10,000 when absent. */
  readonly connectMs?: number;
  /** All of `prove`; 15,000 when absent (SMTP refuses after 5 s, transcripts finding 16). */
  readonly proveMs?: number;
  /**
   * How long a connection that was opened early is trusted; 45,000 when absent. Stalwart closes silent ones after a
   * minute, and one that is closed at the wrong moment looks like a refusal.
   */
  readonly freshMs?: number;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
}

export type LoginAnswer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** What one protocol says on a line connection. Both throw Fault network.*, server.* for anything but an answer. */
export interface LineDialogue<Greeted> {
  /** All that comes before a login may be sent, STARTTLS included. */
  greet(connection: LineConnection, endpoint: Endpoint): Promise<Greeted>;
  /** One attempt. */
  login(connection: LineConnection, greeted: Greeted, login: ProbeLogin): Promise<LoginAnswer>;
  readonly goodbye: string;
}

interface Standing<Greeted> {
  readonly connection: LineConnection;
  readonly greeted: Greeted;
  readonly since: number;
}

interface Attempt<Greeted> {
  readonly stop: AbortController;
  readonly done: Promise<Standing<Greeted>>;
}

/** A MailProbe over a protocol of lines: early connection, one attempt, deadlines, no socket left behind. */
export function createLineProbe<Greeted>(
  endpoint: Endpoint,
  dialogue: LineDialogue<Greeted>,
  options: LineProbeOptions = {},
): MailProbe {
  const { connectMs = 10_000, proveMs = 15_000, freshMs = 45_000 } = options;
  const now = options.now ?? (() => performance.now());
  let attempt: Attempt<Greeted> | null = null;
  let closed = false;

  function late(ms: number): () => Fault {
    const facts = { host: endpoint.host, port: endpoint.port, seconds: Math.round(ms / 100) / 10 };
    return () => new Fault('network.timeout', 'no answer in time', { retryable: true, facts });
  }
  function drop(): void {
    attempt?.stop.abort();
    attempt = null;
  }
  function begin(): Promise<Standing<Greeted>> {
    if (closed) throw new Fault('network.reset', 'probe closed');
    drop();
    const stop = new AbortController();
    const done = connect(stop.signal);
    // Whoever waits for it hears of it; when nobody does any more, it must not end the process.
    done.catch(() => stop.abort());
    attempt = { stop, done };
    return done;
  }
  async function connect(signal: AbortSignal): Promise<Standing<Greeted>> {
    const connection = await connectLines(endpoint, options, signal);
    const greeted = await dialogue.greet(connection, endpoint);
    return { connection, greeted, since: now() };
  }
  function isUsable({ connection, since }: Standing<Greeted>): boolean {
    return connection.isOpen() && !connection.hasUnread() && now() - since < freshMs;
  }
  async function standing(): Promise<Standing<Greeted>> {
    const current = attempt;
    if (current === null) return begin();
    const early = await current.done.catch(() => null);
    // A close that has already arrived is seen in this turn, before anything is sent into it.
    if (early) await setImmediate();
    if (early && isUsable(early)) return early;
    // Another caller may have begun anew in the meantime.
    return attempt === null || attempt === current ? begin() : attempt.done;
  }
  async function ready(signal: AbortSignal | undefined): Promise<Standing<Greeted>> {
    try {
      return await withDeadline(connectMs, signal, standing, late(connectMs));
    } catch (thrown) {
      drop();
      throw thrown;
    }
  }
  async function prove(login: ProbeLogin, signal: AbortSignal): Promise<LoginAnswer> {
    const { connection, greeted } = await ready(signal);
    // What is there before the question must never be read as the answer to it.
    if (connection.hasUnread()) throw connection.faults.broken('it answers before it is asked');
    connection.hold(true);
    const answer = await dialogue.login(connection, greeted, login);
    connection.leave(dialogue.goodbye);
    attempt = null;
    return answer;
  }

  return {
    async open(signal) {
      const { connection } = await ready(signal);
      connection.hold(false);
    },
    async prove(login, signal): Promise<ProofResult> {
      const since = now();
      const ms = () => Math.max(0, Math.round(now() - since));
      try {
        const answer = await withDeadline(proveMs, signal, (inner) => prove(login, inner), late(proveMs));
        return { ...answer, ms: ms() };
      } catch (thrown) {
        drop();
        if (signal?.aborted) throw signal.reason;
        if (thrown instanceof Fault) return { kind: 'unreachable', ms: ms(), code: thrown.code };
        throw thrown;
      }
    },
    close() {
      closed = true;
      drop();
    },
  };
}
