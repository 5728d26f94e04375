import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '../../src-main/fault.ts';
import type { Account } from '../../src-main/mailbox/account.ts';
import { createAccountBook } from '../../src-main/mailbox/account-book.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const ada: Account = {
  id: 'ada-1',
  address: 'Ada@example.org',
  login: 'ada@example.org',
  service: {
    server: 'https://mail.example.org/',
    generation: 'jmap',
    imap: { host: 'mail.example.org', port: 993, security: 'tls', origin: 'server' },
    smtp: { host: 'mail.example.org', port: 465, security: 'tls', origin: 'guess' },
    sieve: null,
    issuer: { url: 'https://id.example.org', origin: 'option', kind: 'external' },
  },
  clientId: 'gatepass',
  scopes: ['openid'],
  audience: null,
  jmapAccountId: 'c',
  signedInAt: '2026-11-24T15:00:00.000Z',
};

async function make() {
  const directory = await temporaryDirectory();
  const faults: Fault[] = [];
  const open = () =>
    createAccountBook({
      directory,
      lock: createProcessLock({ directory, name: 'state' }),
      report: (fault) => faults.push(fault),
    });
  return { directory, faults, open, book: open() };
}

test('keeps, finds by id or address, replaces and forgets', async () => {
  const { book, open } = await make();
  const bob = { ...ada, id: 'bob-1', address: 'bob@example.org' };
  expect(await book.list()).toEqual([]);
  await book.put(ada);
  await book.put(bob);
  await book.put({ ...ada, login: 'countess' });
  expect((await open().list()).map(({ id }) => id)).toEqual(['ada-1', 'bob-1']);
  expect((await book.get('ada@EXAMPLE.org'))?.login).toBe('countess');
  expect(await book.get('bob-1')).toEqual(bob);
  expect(await book.get('nobody')).toBeNull();
  await book.remove('ada-1');
  await book.remove('ada-1');
  expect(await book.list()).toEqual([bob]);
});

test('a book of another shape is set aside and reported', async () => {
  const { directory, faults, book } = await make();
  await writeFile(
    join(directory, 'accounts.json'),
    JSON.stringify({ version: 1, accounts: [{ ...ada, service: null }] }),
  );
  expect(await book.list()).toEqual([]);
  expect(faults).toMatchObject([{ code: 'state.corrupt' }]);
  expect((await readdir(directory))[0]).toContain('accounts.json.corrupt-');
});
