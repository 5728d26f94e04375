import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { StepEvent } from '../../src-main/steps.ts';

/** Something that is asked and answered. Times in milliseconds, of one clock. */
export interface Trip {
  readonly what: string;
  readonly start: number;
  readonly end: number;
  /** Round trips: one for the answer, and those of a connection that had to be made for it. */
  readonly count: number;
}

export interface TripRecorder {
  readonly onStep: (event: StepEvent) => void;
  trips(): readonly Trip[];
  stop(): void;
}

interface UndiciMessage {
  readonly connectParams: { readonly protocol: string };
  readonly connector: unknown;
  readonly socket: Socket;
  readonly request: { readonly method: string; readonly path: string };
  readonly headers: string;
}

interface Connection {
  readonly start: number;
  readonly count: number;
}

/** TCP and TLS 1.3 take a round trip each. Then come the greeting, and for SMTP the answer to EHLO. */
const roundTrips = { 'http:': 1, 'https:': 2, imap: 3, smtp: 4 } as const;

/**
 * Records what this process asks from now on: HTTP by what undici, the inside of `fetch`, publishes; mail connections
 * by Node's own channel; proofs by their step. Opening a connection early, with a question nobody asked in
 * anybody's name, is not recorded: nobody waits for it.
 * @param mailPorts which port is which mail protocol
 */
export function recordTrips(mailPorts: ReadonlyMap<number, 'imap' | 'smtp'>): TripRecorder {
  const trips: Trip[] = [];
  /** By connector, then by socket: connections that nothing has been sent on yet. */
  const connecting = new Map<unknown, Connection>();
  const sent = new Map<unknown, Connection>();
  const mail = new Map<string, Connection>();
  const now = () => performance.now();

  const listeners: Readonly<Record<string, (message: UndiciMessage) => void>> = {
    'undici:client:beforeConnect': ({ connector, connectParams }) => {
      const count = connectParams.protocol === 'https:' ? roundTrips['https:'] : roundTrips['http:'];
      connecting.set(connector, { start: now(), count });
    },
    'undici:client:connected': ({ connector, socket }) => {
      connecting.set(socket, connecting.get(connector) ?? { start: now(), count: 0 });
    },
    'undici:client:sendHeaders': ({ request, headers, socket }) => {
      const made = connecting.get(socket) ?? { start: now(), count: 0 };
      connecting.delete(socket);
      const asked = request.method !== 'GET' || /^authorization:/im.test(headers);
      if (asked) sent.set(request, { start: made.start, count: made.count + 1 });
    },
    'undici:request:trailers': ({ request }) => {
      const trip = sent.get(request);
      if (!trip) return;
      const what = `${request.method} ${request.path.split('?')[0]}`;
      trips.push({ what, end: now(), ...trip });
    },
    'net.client.socket': ({ socket }) => {
      const start = now();
      socket.once('connect', () => {
        const protocol = mailPorts.get(socket.remotePort ?? 0);
        if (protocol) mail.set(protocol, { start, count: roundTrips[protocol] });
      });
    },
  };
  const subscribed = Object.entries(listeners).map(([channel, listener]) => {
    const heard = (message: unknown) => listener(message as UndiciMessage);
    subscribe(channel, heard);
    return () => unsubscribe(channel, heard);
  });
  const proving = new Map<string, number>();

  return {
    onStep({ step, state }) {
      if (step !== 'imap' && step !== 'smtp') return;
      if (state === 'running') {
        proving.set(step, now());
        return;
      }
      const start = proving.get(step) ?? now();
      // A connection that was made early costs nothing now.
      const made = mail.get(step);
      trips.push({
        what: `prove ${step}`,
        start,
        end: now(),
        count: 1 + (made && made.start >= start ? made.count : 0),
      });
    },
    trips: () => trips,
    stop: () => {
      for (const each of subscribed) each();
    },
  };
}

/** The chain of trips, each of which began when the one before it had ended, that has the most round trips. Pure. */
export function longestChain(trips: readonly Trip[]): readonly Trip[] {
  const byEnd = trips.toSorted((a, b) => a.end - b.end);
  const chains: (readonly Trip[])[] = [];
  for (const trip of byEnd) {
    const before = chains.filter((chain) => (chain.at(-1)?.end ?? 0) <= trip.start);
    chains.push([...longest(before), trip]);
  }
  return longest(chains);
}

/** Pure. */
export function roundTripsOf(chain: readonly Trip[]): number {
  return chain.reduce((sum, { count }) => sum + count, 0);
}

function longest(chains: readonly (readonly Trip[])[]): readonly Trip[] {
  return chains.reduce<readonly Trip[]>(
    (best, chain) => (roundTripsOf(chain) > roundTripsOf(best) ? chain : best),
    [],
  );
}
