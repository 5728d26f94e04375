import { describe, expect, test } from 'vitest';
import type { ProofResult } from '../../src-main/app-passwords/app-password.ts';
import type { MailProbe } from '../../src-main/mailbox/mail-probe.ts';
import { proofVerdict, proveAppPassword } from '../../src-main/mailbox/prove.ts';
import { Secret } from '../../src-main/secret.ts';

const login = { user: 'alice', secret: new Secret('app_canary-secret') };
const clock = { now: () => Date.UTC(2026, 10, 24) };
const accepted: ProofResult = { kind: 'accepted', ms: 1 };
const refused: ProofResult = { kind: 'refused', ms: 1, reason: 'expired' };
const unreachable: ProofResult = { kind: 'unreachable', ms: 1, code: 'network.timeout' };

function probe(prove: MailProbe['prove']): MailProbe {
  return { open: async () => undefined, prove, close: () => undefined };
}

describe('proving side by side', () => {
  test('each result is told once, as it comes', async () => {
    const told: string[] = [];
    let release: (result: ProofResult) => void = () => undefined;
    const slow = new Promise<ProofResult>((resolve) => {
      release = resolve;
    });
    let calls = 0;
    const count = (result: ProofResult | Promise<ProofResult>) =>
      probe(async () => {
        calls += 1;
        return result;
      });
    const proof = await proveAppPassword(
      { imap: count(slow), smtp: count(refused), jmap: count(accepted) },
      login,
      {
        clock,
        onResult: (protocol, { kind }) => {
          told.push(`${protocol} ${kind}`);
          if (told.length === 2) release(accepted);
        },
      },
    );
    expect(calls).toBe(3);
    expect(told).toEqual(['smtp refused', 'jmap accepted', 'imap accepted']);
    expect(proof).toEqual({ at: '2026-11-24T00:00:00.000Z', imap: accepted, smtp: refused, jmap: accepted });
  });

  test('cancelling cancels all', async () => {
    const cancel = new AbortController();
    const waits = probe(
      (_, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    const proving = proveAppPassword({ imap: waits, smtp: waits, jmap: waits }, login, {
      clock,
      signal: cancel.signal,
    });
    cancel.abort(new Error('Ctrl+C'));
    await expect(proving).rejects.toThrow('Ctrl+C');
  });
});

test.each([
  [accepted, accepted, accepted, 'works'],
  [accepted, refused, accepted, 'refused'],
  [unreachable, accepted, refused, 'refused'],
  [accepted, accepted, unreachable, 'partly-unreachable'],
  [unreachable, unreachable, unreachable, 'partly-unreachable'],
])('verdict', (imap, smtp, jmap, verdict) => {
  expect(proofVerdict({ at: '', imap, smtp, jmap })).toBe(verdict);
});
