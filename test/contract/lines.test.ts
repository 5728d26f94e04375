import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certificates, createCertificates } from '../sandbox/certificates.ts';
import { type StalwartLines, startStalwartLines } from '../sandbox/mail/stalwart-lines.ts';
import type { ListeningOn } from '../sandbox/sandbox.ts';
import { authorityOf } from './lines-authority.ts';
import { linesDifferences } from './lines-differences.ts';
import { sentLine } from './lines-labels.ts';
import { type LinesPlayer, startLinesPlayer } from './lines-player.ts';
import { type LinesExchange, linesExchanges } from './lines-transcript.ts';

const versions = ['0.16.18', '0.15.5', '0.14.0'] as const;
const used = new Set<object>();
let directory = '';
let certificates: Certificates;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gp-lines-'));
  certificates = await createCertificates(directory);
});

for (const version of versions) {
  const exchanges = linesExchanges(version);
  describe(`the line servers say what Stalwart ${version} said`, () => {
    test('there is something to compare', () => expect(exchanges.length).toBeGreaterThan(0));
    for (const exchange of exchanges) test(`${exchange.file}: ${exchange.name}`, () => replay(exchange));
  });
}

test('no line is compared that would prove nothing: every exchange has lines of both sides', () => {
  for (const exchange of versions.flatMap(linesExchanges)) {
    expect(exchange.lines.some((line) => line.startsWith('C: '))).toBe(true);
    expect(exchange.lines.some((line) => line.startsWith('S: '))).toBe(true);
  }
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  expect(linesDifferences.filter((difference) => !used.has(difference))).toEqual([]);
});

async function replay(exchange: LinesExchange): Promise<void> {
  const lines = await startStalwartLines({
    authority: authorityOf(exchange),
    tls: certificates.server,
    hostName: exchange.version === '0.16.18' ? 'vm' : 'localhost',
    delays: { refusal: { min: 0, max: 2 }, smtpRefusal: 5 },
  });
  const on = portOf(lines, exchange.port);
  expect(on.security === 'tls').toBe(exchange.secure);
  const player = await startLinesPlayer({ port: on.port, secure: exchange.secure, ca: certificates.ca.cert });
  try {
    const heard = await play(player, exchange);
    expect(heard).toEqual(exchange.lines.map((line) => expected(exchange, line)));
    // Nothing more than was recorded.
    expect(await player.hear()).toBe('(connection closed)');
  } finally {
    player.close();
    await lines.stop();
  }
}

/** The conversation with the recorded client's lines and our server's. */
async function play(player: LinesPlayer, exchange: LinesExchange): Promise<readonly string[]> {
  const conversation: string[] = [];
  for (const line of exchange.lines) {
    if (line.startsWith('C: ')) player.send(sentLine(exchange.version, line.slice(3)));
    else if (line === '-- TLS --') await player.startTls();
    conversation.push(line.startsWith('S: ') ? shape(`S: ${await player.hear()}`) : line);
  }
  return conversation;
}

function expected(exchange: LinesExchange, line: string): string {
  const difference = linesDifferences.find(
    ({ version, exchange: name, recorded }) =>
      version === exchange.version && name === exchange.name && `S: ${recorded}` === line,
  );
  if (difference === undefined) return shape(line);
  used.add(difference);
  return expect.anything();
}

/** Numbers that are another each time. */
function shape(line: string): string {
  return line.replace(/\[UIDVALIDITY \d+\]/, '[UIDVALIDITY <number>]');
}

function portOf(lines: StalwartLines, port: number): ListeningOn {
  switch (port % 10_000) {
    case 25:
      return lines.reception;
    case 143:
      return lines.imapStartTls;
    case 465:
      return lines.smtp;
    case 587:
      return lines.submission;
    case 993:
      return lines.imap;
    case 995:
      return lines.pop3;
    case 4190:
      return lines.sieve;
    default:
      throw new Error(`a port of no protocol: ${port}`);
  }
}
