import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../src-main/ipc/contract.ts';
import type { View } from '../../src-main/ipc/view.ts';
import { cleanView, type viewSchema } from '../../src-main/ipc/view-schema.ts';
import type { Bridge as BridgeOfPage } from '../../src-renderer/bridge.ts';

/** True when a value of each type is one of the other: a `false` here does not compile. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

const view: View = {
  serial: 1,
  language: 'en',
  appearance: 'system',
  system: 'linux',
  online: true,
  account: { id: 'a', name: 'Mara', address: 'mara@example.org', signedIn: true },
  accounts: [],
  pass: {
    organisation: null,
    mailbox: null,
    signedInAt: null,
    mailApp: null,
    validUntil: 'never',
    fresh: ['mailbox'],
  },
  screen: {
    kind: 'home',
    cards: Array.from({ length: 1000 }, (_, index) => ({
      id: String(index),
      description: 'Outlook on this PC',
      mailApp: 'outlook',
      icon: null,
      madeHere: true,
      createdAt: '2026-01-01',
      expiresAt: null,
      daysLeft: null,
      lastProof: { at: '2026-01-01', works: true },
      busy: null,
    })),
    loading: false,
    fault: { code: 'server.quota', facts: { used: 5 }, retryable: true },
    activity: [],
  },
};

describe('the view that leaves', () => {
  it('is exactly the view: schema and type are the same', () => {
    const same: Same<View, v.InferOutput<typeof viewSchema>> = true;
    expect(same).toBe(true);
    expect(cleanView(view)).toEqual(view);
  });

  it('has lost every key that is not in it, at every depth', () => {
    const { screen } = view;
    if (screen.kind !== 'home') throw new Error('unexpected');
    const leaky = {
      ...view,
      tokens: 'canary',
      account: { ...view.account, refreshToken: 'canary' },
      screen: {
        ...screen,
        secret: 'canary',
        cards: screen.cards.map((card) => ({ ...card, password: 'canary' })),
      },
    } as View;
    expect(JSON.stringify(cleanView(leaky))).not.toContain('canary');
    expect(cleanView(leaky)).toEqual(view);
  });

  it('is refused when it is none', () => {
    expect(() => cleanView({ ...view, screen: { kind: 'other' } } as unknown as View)).toThrow();
    expect(() => cleanView({} as View)).toThrow();
  });

  it('is cleaned fast enough to be published for every step, with a thousand app passwords on it', () => {
    const times = Array.from({ length: 11 }, () => {
      const start = performance.now();
      cleanView(view);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    // A bound against accidents (quadratic work), not a measurement.
    expect(times[5]).toBeLessThan(200);
  });
});

describe('the bridge', () => {
  it('is the same seen from main and from the page', () => {
    const same: Same<Bridge, BridgeOfPage> = true;
    expect(same).toBe(true);
  });
});
