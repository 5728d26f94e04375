import { expect, test } from 'vitest';
import type { AppPassword } from '../../src-main/app-passwords/app-password.ts';
import { createAppPasswordBook } from '../../src-main/app-passwords/app-password-book.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const one: AppPassword = {
  id: 'thunderbird-k7f2qd',
  accountId: 'ada-1',
  mailApp: 'thunderbird',
  serverId: 'b',
  description: 'Thunderbird on desk (k7f2qd)',
  createdAt: '2026-11-24T15:00:00Z',
  expiresAt: null,
  proof: {
    at: '2026-11-24T15:00:01.000Z',
    imap: { kind: 'accepted', ms: 12 },
    smtp: { kind: 'refused', ms: 5_000, reason: 'wrong-or-revoked' },
    jmap: { kind: 'unreachable', ms: 1, code: 'network.refused' },
  },
};

test('keeps, lists by account, replaces and forgets; several processes at once lose nothing', async () => {
  const directory = await temporaryDirectory();
  const open = () =>
    createAppPasswordBook({
      directory,
      lock: createProcessLock({ directory, name: 'state' }),
      report: (fault) => expect.unreachable(fault.message),
    });
  const [book, other] = [open(), open()];
  const two = { ...one, id: 'mbsync-aaaaaa', accountId: 'bob-1', proof: null };
  await Promise.all([book.put(one), other.put(two), book.put({ ...one, id: 'mutt-bbbbbb' }), other.put(two)]);
  expect((await book.list()).map(({ id }) => id).sort()).toEqual([
    'mbsync-aaaaaa',
    'mutt-bbbbbb',
    'thunderbird-k7f2qd',
  ]);
  expect(await book.list('bob-1')).toEqual([two]);
  expect(await other.get(one.id)).toEqual(one);
  await book.put({ ...one, proof: null });
  expect((await other.get(one.id))?.proof).toBeNull();
  await book.remove(one.id);
  await other.remove(one.id);
  expect(await book.get(one.id)).toBeNull();
});
