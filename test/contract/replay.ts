import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';
import type { StalwartServer } from '../sandbox/stalwart/start-stalwart.ts';
import { compareResponse } from './compare-response.ts';
import { differences } from './differences.ts';
import type { Labels } from './labels.ts';
import {
  type Exchange,
  expandRepeats,
  type HttpExchange,
  type Json,
  type LinesExchange,
} from './recorded-exchange.ts';
import { sendRecorded } from './send-recorded.ts';

/** The issuer of the recordings; its port is ours to choose, so lengths are corrected for it. */
const recordedIssuer = 'http://127.0.0.1:9090';

export interface Replay {
  /** @returns what differs */
  http(file: string, exchange: HttpExchange): Promise<readonly string[]>;
  /** Recipients asked for on port 25, which change what a server up to 0.15 remembers. @returns what differs */
  recipients(exchange: LinesExchange): readonly string[];
}

export function createReplay(
  version: StalwartVersion,
  server: StalwartServer,
  issuer: string,
  labels: Labels,
  all: readonly Exchange[],
  used: Set<(typeof differences)[number]>,
): Replay {
  const bindings = new Map<string, string>();

  return {
    http: async (file, exchange) => {
      const body = expandRepeats(exchange.response.body, all);
      const ours = withIssuer(body, issuer);
      const longer = Buffer.byteLength(JSON.stringify(ours)) - Buffer.byteLength(JSON.stringify(body));
      const length = Number(exchange.response.headers['content-length']) + longer;
      const headers = { ...exchange.response.headers, 'content-length': String(length) };
      const allowed = differences.find(
        (entry) => entry.version === version && entry.file === file && entry.name === exchange.name,
      );
      const actual = await sendRecorded(server.port, exchange.request, labels);
      const expected = { status: exchange.response.status, headers, body: ours };
      const strict = compareResponse(expected, actual, labels, bindings, true);
      if (allowed === undefined || strict.length === 0) {
        return strict;
      }
      used.add(allowed);
      return compareResponse(expected, actual, labels, bindings, false);
    },

    recipients: (exchange) => {
      if (exchange.port !== 25) {
        return [];
      }
      return exchange.lines.flatMap((line, index) => {
        const address = /^C: RCPT TO:<(.*)>$/.exec(line)?.[1];
        const recorded = exchange.lines[index + 1] ?? '';
        if (address === undefined) {
          return [];
        }
        const got = replyTo[server.authority.checkRecipient(address)];
        return recorded === got ? [] : [`${address}: recorded ${recorded}, got ${got}`];
      });
    },
  };
}

const replyTo = {
  accepted: 'S: 250 2.1.5 OK',
  'no-such-mailbox': 'S: 550 5.1.2 Mailbox does not exist.',
  'relay-not-allowed': 'S: 550 5.1.2 Relay not allowed.',
} as const;

function withIssuer(body: Json, issuer: string): Json {
  const replaced: Json = JSON.parse(JSON.stringify(body).replaceAll(recordedIssuer, issuer));
  return replaced;
}
