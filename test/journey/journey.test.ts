import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../src-main/journey/journey-event.ts';
import type { JourneyState } from '../../src-main/journey/journey-state.ts';
import {
  appPassword,
  created,
  failed,
  foreign,
  giftshop,
  listed,
  loaded,
  mara,
  nameIt,
  old,
  places,
  signedIn,
  submit,
  type Walk,
} from './journey-world.ts';

type Place = keyof typeof places;
type Kind = JourneyState['screen']['kind'];

/** What is started and stopped, in words: `start find`, `cancel`. */
function doings(walk: Walk): readonly string[] {
  return walk.effects.map((effect) => {
    if (effect.kind === 'start') return `start ${effect.task.kind}`;
    return effect.kind === 'record' ? `record ${effect.entry.kind}` : effect.kind;
  });
}

const pairs: readonly (readonly [Place, JourneyEvent, Kind, readonly string[]])[] = [
  ['welcome', submit(), 'welcome', ['start find']],
  ['finding', submit(), 'welcome', []],
  ['finding', { kind: 'back' }, 'welcome', ['cancel']],
  ['found', { kind: 'signIn.start' }, 'in-browser', ['start sign-in']],
  ['found', { kind: 'address.change' }, 'welcome', []],
  ['inBrowser', { kind: 'signIn.openAgain' }, 'in-browser', ['open-browser']],
  ['inBrowser', { kind: 'signIn.start' }, 'in-browser', []],
  ['inBrowser', { kind: 'signIn.cancel' }, 'found', ['cancel']],
  ['inBrowser', { kind: 'back' }, 'found', ['cancel']],
  ['wrongPerson', { kind: 'person.accept' }, 'in-browser', ['start sign-in']],
  ['wrongPerson', { kind: 'person.again' }, 'in-browser', ['start sign-in']],
  ['wrongPerson', { kind: 'address.change' }, 'welcome', []],
  ['mailboxReady', { kind: 'person.again' }, 'in-browser', ['start sign-in']],
  ['mailboxReady', { kind: 'mailApp.later' }, 'home', ['start list']],
  ['pick', { kind: 'mailApp.continue' }, 'pick-mail-app', []],
  ['pick', { kind: 'mailApp.choose', id: 'no-such-app' }, 'pick-mail-app', []],
  ['chosen', { kind: 'mailApp.continue' }, 'name-and-lifetime', []],
  ['name', nameIt, 'working', ['start create']],
  ['working', nameIt, 'working', []],
  ['working', { kind: 'working.cancel' }, 'working', ['cancel']],
  ['working', { kind: 'back' }, 'working', ['cancel']],
  ['working', { kind: 'nav.go', to: 'home' }, 'working', []],
  ['cancelling', { kind: 'working.cancel' }, 'working', []],
  ['cancelling', { kind: 'nav.go', to: 'home' }, 'home', ['start list']],
  ['notMade', { kind: 'fault.retry' }, 'working', ['start create']],
  ['notMade', { kind: 'back' }, 'name-and-lifetime', []],
  ['settings', { kind: 'settings.fails' }, 'it-does-not-work', ['start prove']],
  ['settings', { kind: 'settings.works' }, 'home', ['start list']],
  ['settings', { kind: 'settings.later' }, 'home', ['start list']],
  ['failing', { kind: 'proof.again', id: 'outlook-bbbbbb' }, 'it-does-not-work', []],
  ['failing', { kind: 'back' }, 'settings', ['cancel']],
  ['failing', { kind: 'settings.works' }, 'home', ['cancel', 'start list']],
  ['home', { kind: 'card.revoke', id: old.id }, 'home', ['start revoke']],
  ['home', { kind: 'card.revoke', id: 'no-such-card' }, 'home', []],
  ['home', { kind: 'card.settings', id: foreign.id }, 'home', []],
  ['home', { kind: 'card.renew', id: old.id }, 'working', ['start create']],
  ['home', { kind: 'card.renew', id: foreign.id }, 'pick-mail-app', []],
  ['home', { kind: 'proof.again', id: old.id }, 'home', ['start prove']],
  ['home', { kind: 'proof.again', id: foreign.id }, 'home', []],
  ['renewed', { kind: 'settings.works' }, 'home', ['start list', 'start revoke']],
  ['renewed', { kind: 'settings.later' }, 'home', ['start list']],
  ['preferences', { kind: 'account.signOut' }, 'preferences', ['start sign-out']],
  ['signingOut', { kind: 'account.signOut' }, 'preferences', []],
  ['activity', { kind: 'preferences.set', language: 'ar' }, 'activity', ['save-preferences']],
  ['diagnosis', { kind: 'diagnosis.run' }, 'diagnosis', []],
  ['diagnosis', { kind: 'back' }, 'home', ['cancel', 'start list']],
  ['offline', { kind: 'fault.retry' }, 'welcome', ['cancel', 'start find']],
  ['offline', { kind: 'fault.dismiss' }, 'welcome', ['cancel']],
  ['denied', { kind: 'fault.retry' }, 'in-browser', ['start sign-in']],
  ['locked', { kind: 'fault.retry' }, 'working', ['start create']],
  ['locked', { kind: 'back' }, 'name-and-lifetime', []],
  ['crowded', { kind: 'quota.revokeAndContinue', id: foreign.id }, 'in-the-way', ['start revoke']],
  ['makingRoom', { kind: 'quota.revokeAndContinue', id: old.id }, 'in-the-way', []],
  ['loadFailed', { kind: 'fault.retry' }, 'loading', ['start load']],
];

test.each(pairs)('%s: %o leads to %s', (place, event, kind, expected) => {
  const walk = places[place]().fork().send(event);
  expect(walk.screen.kind).toBe(kind);
  expect(doings(walk)).toEqual(expected);
});

describe('work that was cancelled', () => {
  test('has no say any more', () => {
    const walk = places.inBrowser();
    const work = walk.state.lastWork;
    walk.send({ kind: 'signIn.cancel' });
    const before = walk.state;
    walk.send(
      { kind: 'ended', work, result: signedIn() },
      { kind: 'news', work, news: { kind: 'returned' } },
    );
    expect(walk.state).toBe(before);
  });

  test('an app password that was taken back leads to its name again', () => {
    const walk = places.cancelling().end('create', failed('signin.cancelled'));
    expect(walk.screen).toMatchObject({ kind: 'name-and-lifetime', draft: { name: 'Outlook on this PC' } });
  });

  test('one that was made all the same is revoked', () => {
    const walk = places.cancelling().fork().end('create', created());
    expect(walk.screen.kind).toBe('name-and-lifetime');
    expect(doings(walk)).toEqual(['record created', 'start revoke']);
    expect(walk.state.works[0]?.task).toMatchObject({ kind: 'revoke', id: 'outlook-bbbbbb' });
  });

  test('its failure is not that of the one that is made meanwhile', () => {
    const walk = places.cancelling();
    const first = walk.state.lastWork;
    walk.send({ kind: 'nav.go', to: 'home' }).end('list', listed(old));
    walk.send({ kind: 'card.renew', id: old.id });
    walk.send({ kind: 'ended', work: first, result: failed('server.refused') });
    expect(walk.screen).toMatchObject({ kind: 'working', fault: null });
  });
});

describe('the sign-in', () => {
  test('keeps what was typed and asks for what is missing', () => {
    const walk = places.finding().end('find', failed('input.server-needed'));
    expect(walk.screen).toMatchObject({ address: mara.address, needsServer: true, needsIssuer: false });
  });

  test('the other mailbox is asked for by its own address, and accepted by its login', () => {
    const walk = places.wrongPerson().send({ kind: 'person.accept' });
    expect(walk.state.works.at(-1)?.task).toMatchObject({
      kind: 'sign-in',
      request: { address: giftshop.address },
      acceptLogin: giftshop.login,
      asSomeoneElse: false,
    });
  });

  test('again means that the provider asks who it is', () => {
    const walk = places.wrongPerson().send({ kind: 'person.again' });
    expect(walk.state.works.at(-1)?.task).toMatchObject({ asSomeoneElse: true, acceptLogin: null });
  });

  test('a mailbox that is known needs no server to be typed', () => {
    const walk = places.home().send({ kind: 'account.add' });
    walk.send({ kind: 'address.submit', address: mara.address.toUpperCase(), server: null, issuer: null });
    expect(walk.state.works.at(-1)?.task).toMatchObject({ request: { server: mara.service.server } });
  });

  test('where it has run out, trying again signs in again', () => {
    const walk = places.working().end('create', failed('signin.needed'));
    expect(walk.screen.kind).toBe('in-the-way');
    walk.send({ kind: 'fault.retry' });
    expect(walk.screen).toMatchObject({ kind: 'welcome', address: mara.address });
    expect(walk.state.works.at(-1)?.task.kind).toBe('find');
  });
});

describe('a renewal', () => {
  test('is no longer than the old one, for the same mail app, under the same name', () => {
    const short = { ...old, createdAt: '2026-11-01T00:00:00Z', expiresAt: '2026-12-01T00:00:00Z' };
    const walk = places.home().send({ kind: 'nav.go', to: 'home' }).end('list', listed(short));
    walk.send({ kind: 'card.renew', id: short.id });
    expect(walk.state.works.at(-1)?.task).toMatchObject({
      mailApp: 'outlook',
      name: 'Outlook on fern',
      lifetime: '30d',
    });
  });

  test('revokes the old one by "It works" only, also later from the card', () => {
    const walk = places.renewed().send({ kind: 'settings.later' }).end('list', listed(old));
    expect(walk.state.works).toEqual([]);
    const renewed = { ...appPassword('outlook-bbbbbb'), madeHere: true };
    walk.send({ kind: 'nav.go', to: 'home' }).end('list', listed(old, renewed));
    walk.send({ kind: 'card.settings', id: renewed.id }, { kind: 'settings.works' });
    expect(walk.state.works.map(({ task }) => task.kind)).toEqual(['list', 'revoke']);
    walk.end('revoke', { kind: 'revoked' });
    expect(walk.state.renewals).toEqual({});
  });
});

describe('faults', () => {
  test('without room one is revoked and the app password made after all', () => {
    const walk = places.makingRoom().end('revoke', { kind: 'revoked' });
    expect(walk.screen.kind).toBe('working');
    expect(walk.state.appPasswords.map(({ id }) => id)).toEqual([old.id]);
    expect(walk.state.works.map(({ task }) => task.kind)).toEqual(['create']);
  });

  test('room that could not be made says why, and is still about the app password', () => {
    const walk = places.makingRoom().end('revoke', failed('network.timeout'));
    expect(walk.screen).toMatchObject({ kind: 'in-the-way', fault: { code: 'network.timeout' } });
    walk.send({ kind: 'fault.retry' });
    expect(walk.screen.kind).toBe('working');
  });

  test('offline it goes on by itself, but not before the network is back', () => {
    const walk = places.offline().end('wait', { kind: 'waited', online: false });
    expect(walk.screen.kind).toBe('in-the-way');
    expect(walk.state.online).toBe(false);
    walk.end('wait', { kind: 'waited', online: true });
    expect(walk.state.online).toBe(true);
    expect(walk.state.works.map(({ task }) => task.kind)).toEqual(['find']);
  });

  test('home shows its trouble beside the cards, and lists again when the network is back', () => {
    const walk = places.homeInTrouble();
    expect(walk.state.trouble?.fault.code).toBe('network.offline');
    expect(walk.state.appPasswords).toHaveLength(2);
    walk.end('wait', { kind: 'waited', online: true }).end('list', listed(old));
    expect(walk.state.trouble).toBeNull();
    expect(walk.state.appPasswords).toHaveLength(1);
  });

  test('a revocation that failed elsewhere is told at home', () => {
    const walk = places.home().send({ kind: 'card.revoke', id: old.id }, { kind: 'nav.go', to: 'activity' });
    walk.end('revoke', failed('network.timeout')).send({ kind: 'nav.go', to: 'home' });
    expect(walk.state.trouble).toMatchObject({ fault: { code: 'network.timeout' }, retry: { id: old.id } });
    walk.end('list', listed(old));
    walk.send({ kind: 'fault.retry' }).end('revoke', { kind: 'revoked' });
    expect(walk.state).toMatchObject({ trouble: null, appPasswords: [] });
  });
});

describe('several mailboxes', () => {
  test('choosing another one shows its app passwords only', () => {
    const walk = places.home().send({ kind: 'account.choose', id: giftshop.id });
    expect(walk.state).toMatchObject({ accountId: giftshop.id, appPasswords: [], listed: false });
  });

  test('signing out of the last one leads to the beginning', () => {
    const walk = places
      .loading()
      .end('load', loaded([mara]))
      .end('list', listed());
    walk.send({ kind: 'nav.go', to: 'preferences' }, { kind: 'account.signOut' });
    walk.end('sign-out', { kind: 'signed-out', accounts: [] });
    expect(walk.screen.kind).toBe('welcome');
    expect(walk.state.activity[0]).toMatchObject({ kind: 'signed-out', subject: mara.address });
  });
});
