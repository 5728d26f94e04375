import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';
import type { StalwartOptions } from '../sandbox/stalwart/server-options.ts';
import { type StalwartServer, startStalwart } from '../sandbox/stalwart/start-stalwart.ts';
import { differences } from './differences.ts';
import { adminPassword, createLabels } from './labels.ts';
import { type Exchange, exchangesInOrder, recordedFiles, separateFiles } from './recorded-exchange.ts';
import { createReplay, type Replay } from './replay.ts';
import { startTokenMint, type TokenMint } from './token-mint.ts';

/** The recordings were made then; expiry dates in them are meant from there. */
const recordedAt = Date.parse('2026-11-24T02:14:30Z');
const started = Date.now();
const now = () => recordedAt + (Date.now() - started);

/** How the recorded servers were set up, next to what the exchanges themselves say. */
const common = { adminPassword, refusalDelay: { min: 0, max: 0 }, rateLimit: null, now } as const;
const legacy: Omit<StalwartOptions, 'issuer'> = {
  ...common,
  version: '0.15.5',
  hostname: 'localhost',
  publicUrl: 'http://localhost:18080',
  domains: [],
  mail: [
    { type: 'imap', port: 10993, security: 'ssl' },
    { type: 'imap', port: 10143, security: 'starttls' },
    { type: 'pop3', port: 10995, security: 'ssl' },
    { type: 'smtp', port: 10465, security: 'ssl' },
    { type: 'smtp', port: 10587, security: 'starttls' },
  ],
};
const current: Omit<StalwartOptions, 'issuer'> = {
  ...common,
  version: '0.16.18',
  hostname: 'vm',
  publicUrl: 'http://127.0.0.1:28080',
};

const used = new Set<(typeof differences)[number]>();

function replays(
  title: string,
  file: string,
  exchanges: readonly Exchange[],
  all: readonly Exchange[],
  options: Omit<StalwartOptions, 'issuer'>,
  before: Readonly<Record<string, (server: StalwartServer) => void>> = {},
) {
  describe(title, () => {
    let mint: TokenMint;
    let server: StalwartServer;
    let replay: Replay;
    beforeAll(async () => {
      mint = await startTokenMint(now);
      server = await startStalwart({ ...options, issuer: mint.issuer });
      const labels = createLabels(mint, !options.version.startsWith('0.16'));
      replay = createReplay(options.version, server, mint.issuer, labels, all, used);
    });
    afterAll(async () => {
      await server?.stop();
      await mint?.stop();
    });

    for (const exchange of exchanges) {
      it(`${exchange.at ?? ''} ${exchange.name}`, async () => {
        before[exchange.name]?.(server);
        const found =
          exchange.protocol === 'http' ? await replay.http(file, exchange) : replay.recipients(exchange);
        expect(found).toEqual([]);
      });
    }
  });
}

function filesOf(version: StalwartVersion) {
  const files = recordedFiles(version);
  return { files, all: files.flatMap(({ exchanges }) => exchanges), separate: separateFiles(files) };
}

/** The recordings note 500 accounts made in between, without showing the call. */
function makeBulk(server: StalwartServer): void {
  for (let index = 0; index < 500; index += 1) {
    const name = `bulk${index}@example.org`;
    server.store.add({ name, emails: [name] });
  }
}

const newest = filesOf('0.16.18');
replays('0.16.18', '', exchangesInOrder(newest.files), newest.all, {
  ...current,
  directory: { directoryIsDefault: false },
});
for (const { name, exchanges } of newest.separate) {
  replays(`0.16.18 ${name}`, name, exchanges, exchanges, current, { 'query a few of the bulk': makeBulk });
}

const older = filesOf('0.15.5');
replays('0.15.5', '', exchangesInOrder(older.files), older.all, legacy);
for (const { name, exchanges } of older.separate.filter(({ name }) => !name.startsWith('6-'))) {
  replays(`0.15.5 ${name}`, name, exchanges, exchanges, legacy);
}

const wiping = filesOf('0.14.0');
for (const { name, exchanges } of wiping.separate) {
  replays(`0.14.0 ${name}`, name, exchanges, exchanges, { ...legacy, version: '0.14.0' });
}

it('has no difference in the list that is not one', () => {
  expect(differences.filter((entry) => !used.has(entry))).toEqual([]);
});
