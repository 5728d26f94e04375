import { describe, expect, test } from 'vitest';
import { en } from '../../assets/messages/en.ts';
import { checksOfProof } from '../../src-main/journey/checks.ts';
import { journeyView } from '../../src-main/journey/journey-view.ts';
import { lifetimeLike } from '../../src-main/journey/lifetime.ts';
import { languageOf } from '../../src-main/journey/preferences.ts';
import { settingsSteps } from '../../src-main/journey/settings-view.ts';
import { catalogue, findMailApp } from '../../src-main/mail-apps/catalogue.ts';
import { appPassword, foreign, mara, now, old, places, type Walk } from './journey-world.ts';

const viewOf = (walk: Walk) =>
  journeyView(walk.state, { serial: 7, now, system: 'linux', language: 'de', version: '0.1.0' });

describe('the pass', () => {
  const lines = (walk: Walk) => {
    const { mailbox, signedInAt, mailApp, validUntil } = viewOf(walk).pass;
    return [mailbox, signedInAt, mailApp, validUntil];
  };

  test('has a line for each fact that is known by then', () => {
    const [mailbox, issuer, mailApp] = [mara.address, 'login.fernwood.example', findMailApp('outlook').name];
    expect(lines(places.welcome())).toEqual([null, null, null, null]);
    expect(lines(places.found())).toEqual([mailbox, null, null, null]);
    expect(lines(places.wrongPerson())).toEqual([mailbox, null, null, null]);
    expect(lines(places.mailboxReady())).toEqual([mailbox, issuer, null, null]);
    expect(lines(places.chosen())).toEqual([mailbox, issuer, mailApp, null]);
    expect(lines(places.working())).toEqual([mailbox, issuer, mailApp, '2027-02-22']);
    expect(lines(places.settings())).toEqual([mailbox, issuer, mailApp, '2027-08-17']);
    expect(lines(places.locked())).toEqual([mailbox, issuer, mailApp, '2027-02-22']);
  });

  test('marks what was learnt on this screen', () => {
    expect(viewOf(places.found()).pass.fresh).toEqual(['mailbox']);
    expect(viewOf(places.mailboxReady()).pass.fresh).toEqual(['signedInAt']);
    expect(viewOf(places.working()).pass.fresh).toEqual([]);
  });
});

describe('the screens', () => {
  test('installed mail apps come first, the default one in front', () => {
    const { screen } = viewOf(places.pick());
    if (screen.kind !== 'pick-mail-app') throw new Error(screen.kind);
    expect(screen.mailApps[0]).toMatchObject({
      id: 'outlook',
      installed: true,
      isDefault: true,
      badge: 'password',
    });
    expect(screen.mailApps).toHaveLength(catalogue.length);
    expect(screen.mailApps.find(({ id }) => id === 'outlook-new')).toMatchObject({
      badge: 'cloud',
      cloud: 'Microsoft',
    });
  });

  test('how many app passwords there are is not said before the server was asked', () => {
    const { screen } = viewOf(
      places.inBrowser().end('sign-in', { kind: 'signed-in', account: mara, name: null, mayBounce: true }),
    );
    expect(screen).toMatchObject({ appPasswords: null, mayBounce: true });
    expect(viewOf(places.mailboxReady()).screen).toMatchObject({ appPasswords: { used: 0, allowed: null } });
  });

  test('cards tell days left, the last proof, and what is being done to them', () => {
    const { screen } = viewOf(places.home().send({ kind: 'card.revoke', id: old.id }));
    if (screen.kind !== 'home') throw new Error(screen.kind);
    expect(screen.cards).toEqual([
      expect.objectContaining({
        id: old.id,
        daysLeft: 266,
        busy: 'revoking',
        lastProof: { at: expect.any(String), works: true },
      }),
      expect.objectContaining({
        id: foreign.id,
        daysLeft: null,
        busy: null,
        madeHere: false,
        lastProof: null,
      }),
    ]);
  });

  test('a renewal names the app password that goes when it works', () => {
    expect(viewOf(places.renewing()).screen).toMatchObject({ kind: 'working', renews: 'Outlook on fern' });
    expect(viewOf(places.renewed()).screen).toMatchObject({ kind: 'settings', renews: 'Outlook on fern' });
    expect(viewOf(places.settings()).screen).toMatchObject({ renews: null, works: true, failedChecks: [] });
  });
});

describe('the settings of a mail app', () => {
  test.each(catalogue.map(({ id }) => id))(
    '%s: the steps there are words for, everything filled in, no secret',
    (id) => {
      const steps = settingsSteps(id, mara, 'Mara Lindqvist');
      const words = Object.keys(en).filter((key) => key.startsWith(`step.${id}.`));
      expect(steps.map(({ message }) => `step.${message}`)).toEqual(words);
      const fields = steps.flatMap((step) => step.fields);
      expect(fields.filter(({ name, value }) => (value === '') !== (name === 'password'))).toEqual([]);
      for (const name of ['user-name', 'password', 'incoming-host', 'outgoing-host'] as const) {
        expect(fields.map((field) => field.name)).toContain(name);
      }
    },
  );

  test('ports carry the mail app’s own word for their encryption', () => {
    const fields = settingsSteps('thunderbird', mara, null).flatMap((step) => step.fields);
    expect(fields).toContainEqual({ name: 'incoming-port', value: '993', beside: 'SSL/TLS' });
    expect(fields).toContainEqual({ name: 'outgoing-port', value: '465', beside: 'SSL/TLS' });
  });

  test('a name nobody knows is left out', () => {
    const names = (person: string | null) =>
      settingsSteps('outlook', mara, person).flatMap((step) => step.fields.map(({ name }) => name));
    expect(names('Mara')).toContain('your-name');
    expect(names(null)).not.toContain('your-name');
  });
});

test('checks of a proof say what each server did', () => {
  const proof = {
    at: '2026-11-24T09:12:00Z',
    imap: { kind: 'accepted', ms: 8.4 },
    smtp: { kind: 'unreachable', ms: 10_000, code: 'network.timeout' },
    jmap: { kind: 'refused', ms: 5, reason: 'expired' },
  } as const;
  expect(checksOfProof(proof, mara)).toEqual([
    { name: 'imap', state: 'done', ms: 8, fault: null },
    {
      name: 'smtp',
      state: 'failed',
      ms: 10_000,
      fault: {
        code: 'network.timeout',
        facts: { host: 'mail.fernwood.example', port: 465, seconds: 10 },
        retryable: true,
      },
    },
    {
      name: 'jmap',
      state: 'failed',
      ms: 5,
      fault: {
        code: 'password.proof-refused',
        facts: { protocols: 'jmap', reason: 'expired' },
        retryable: false,
      },
    },
  ]);
});

test('a renewal gets the lifetime that is nearest to the old one, never a longer one', () => {
  const lasting = (days: number) =>
    lifetimeLike(
      '2026-01-01T00:00:00Z',
      new Date(Date.parse('2026-01-01T00:00:00Z') + days * 86_400_000).toISOString(),
    );
  expect([7, 30, 31, 90, 92, 365, 366].map(lasting)).toEqual(['30d', '30d', '30d', '90d', '90d', '1y', '1y']);
  expect(lifetimeLike(null, appPassword('outlook-aaaaaa').expiresAt)).toBe('1y');
});

test('the language of the system, or English', () => {
  expect(['de-AT', 'ja', 'ar_EG.UTF-8', 'nl', ''].map(languageOf)).toEqual(['de', 'ja', 'ar', 'en', 'en']);
  expect(viewOf(places.home()).language).toBe('de');
  expect(viewOf(places.home().send({ kind: 'preferences.set', language: 'fr' })).language).toBe('fr');
});
