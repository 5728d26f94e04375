import { describe, expect, test } from 'vitest';
import { Fault } from '../../src-main/fault.ts';
import { appPassword, mara, old } from './journey-world.ts';
import { made, ours } from './made-app-password.ts';
import { openWindows } from './open-windows.ts';
import type { Window } from './window.ts';

const window = openWindows();

describe('at home', () => {
  async function home(): Promise<Window> {
    const person = window([mara]);
    await person.fake.answer('listAppPasswords', [old]);
    await person.at('home', ({ loading }) => !loading);
    return person;
  }

  test.each([
    ['settings.works', true],
    ['settings.later', false],
  ] as const)('a renewal, then %s', async (answer, revokes) => {
    const person = await home();
    await person.do('card.renew', { id: old.id });
    await person.fake.answer('createAppPassword', made);
    expect(await person.at('settings')).toMatchObject({ renews: 'Outlook on fern' });
    expect(person.fake.going).toEqual([]);
    await person.do(answer);
    await person.at('home');
    expect(person.fake.going.includes('revokeAppPassword')).toBe(revokes);
    if (revokes) {
      await person.fake.answer('revokeAppPassword', { description: old.description });
      await person.at('home', ({ cards }) => cards.every(({ id }) => id !== old.id));
    }
    await person.fake.answer('listAppPasswords', revokes ? [ours] : [old, ours]);
    const { cards } = await person.at('home', ({ loading }) => !loading);
    expect(cards.map(({ id }) => id)).toEqual(revokes ? ['outlook-bbbbbb'] : [old.id, 'outlook-bbbbbb']);
  });

  test('a revocation is seen at the card, and survives a look elsewhere', async () => {
    const person = await home();
    await person.do('card.revoke', { id: old.id });
    await person.at('home', ({ cards }) => cards[0]?.busy === 'revoking');
    await person.do('nav.go', { to: 'activity' });
    await person.fake.answer('revokeAppPassword', { description: old.description });
    await person.at('activity', ({ entries }) => entries[0]?.kind === 'revoked');
  });

  test('it does not work: proved again, with what each server said', async () => {
    const person = await home();
    await person.do('card.settings', { id: old.id });
    await person.do('settings.fails');
    await person.at('it-does-not-work', ({ checking }) => checking);
    const proof = { at: 'x', imap: { kind: 'accepted', ms: 1 }, jmap: { kind: 'accepted', ms: 1 } } as const;
    const silent = { kind: 'unreachable', ms: 10_000, code: 'network.timeout' } as const;
    const proved = { ...appPassword(old.id), proof: { ...proof, smtp: silent } };
    await person.fake.answer('proveAppPassword', proved);
    const { checks } = await person.at('it-does-not-work', ({ checking }) => !checking);
    expect(checks.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
    expect(person.entries).toEqual(['check-failed Outlook on fern']);
  });

  test('the diagnosis goes on after a check that failed, and its report has no secrets', async () => {
    const person = await home();
    person.keychain = 'ready';
    await person.do('nav.go', { to: 'diagnosis' });
    await person.fake.fail(
      'find',
      new Fault('network.refused', 'x', { facts: { host: 'mail.fernwood.example', port: 443 } }),
    );
    await person.fake.fail('activate', new Fault('network.refused', 'x'));
    await person.fake.answer('proveAppPassword', appPassword(old.id));
    const { checks } = await person.at('diagnosis', ({ running }) => !running);
    expect(checks.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'internet done',
      'found failed',
      'signed-in done',
      'active failed',
      'imap done',
      'smtp done',
      'jmap done',
      'keychain done',
    ]);
    await person.do('diagnosis.copyReport');
    expect(person.copied[0]).toContain(
      'found: failed (0 ms) network.refused host=mail.fernwood.example port=443',
    );
  });

  test('signing out of the only mailbox leads to the beginning', async () => {
    const person = await home();
    await person.do('nav.go', { to: 'preferences' });
    await person.do('account.signOut');
    await person.at('preferences', ({ signingOut }) => signingOut);
    person.fake.accounts = [];
    await person.fake.answer('signOut', {
      signedOut: mara.address,
      tokens: 'revoked',
      stillValid: [],
      sessionPage: null,
    });
    await person.at('welcome');
    expect(person.journey.view().account).toBeNull();
  });

  test('preferences are written down', async () => {
    const person = await home();
    await person.do('preferences.set', { language: 'ja', closeToTray: true });
    expect(person.journey.view().language).toBe('ja');
    expect(person.saved).toEqual({ language: 'ja', appearance: 'system', closeToTray: true });
  });

  test('only the app password on screen is given away', async () => {
    const person = await home();
    for (const message of ['appPassword.reveal', 'appPassword.copy'] as const) {
      await expect(person.do(message, { id: old.id })).rejects.toMatchObject({ code: 'password.not-found' });
    }
    await person.do('card.settings', { id: old.id });
    const other = { id: 'outlook-bbbbbb', field: 'address' };
    await expect(person.do('appPassword.reveal', { id: other.id })).rejects.toMatchObject({
      code: 'password.not-found',
    });
    await expect(person.do('field.copy', other)).rejects.toMatchObject({ code: 'password.not-found' });
    expect(person.copiedSecrets).toEqual([]);
  });
});
