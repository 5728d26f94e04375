import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../src-main/discovery/mail-service.ts';
import { openFirst } from '../../src-main/mailbox/open-first.ts';

interface Fake {
  readonly greet: () => void;
  readonly fail: (error: Error) => void;
  closed: boolean;
}

/** Probes whose opening the test decides. */
function stage(hosts: readonly string[]) {
  const fakes = new Map<string, Fake>();
  const candidates = hosts.map((host): Endpoint => ({ host, port: 993, security: 'tls', origin: 'guess' }));
  const createProbe = ({ host }: Endpoint) => {
    const { promise, resolve, reject } = withResolvers();
    const fake: Fake = { greet: resolve, fail: reject, closed: false };
    fakes.set(host, fake);
    return {
      open: (signal?: AbortSignal) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        return promise;
      },
      prove: async () => ({ kind: 'accepted', ms: 0 }) as const,
      close: () => {
        fake.closed = true;
      },
    };
  };
  const fake = (host: string): Fake => {
    const found = fakes.get(host);
    if (!found) throw new Error(`no probe for ${host}`);
    return found;
  };
  return { candidates, createProbe, fake };
}

function withResolvers() {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('the first that greets, in order of preference', () => {
  test('a quick second waits for the first, which wins', async () => {
    const { candidates, createProbe, fake } = stage(['a', 'b', 'c']);
    const opening = openFirst(candidates, createProbe);
    fake('b').greet();
    fake('c').fail(new Error('c'));
    fake('a').greet();
    expect((await opening).endpoint.host).toBe('a');
    expect([fake('a').closed, fake('b').closed, fake('c').closed]).toEqual([false, true, true]);
  });

  test('the second wins when the first has failed, whatever the third does', async () => {
    const { candidates, createProbe, fake } = stage(['a', 'b', 'c']);
    const opening = openFirst(candidates, createProbe);
    fake('b').greet();
    fake('a').fail(new Error('a'));
    expect((await opening).endpoint.host).toBe('b');
    expect([fake('a').closed, fake('b').closed, fake('c').closed]).toEqual([true, false, true]);
  });

  test('all fail: the failure of the preferred one tells', async () => {
    const { candidates, createProbe, fake } = stage(['a', 'b']);
    const opening = openFirst(candidates, createProbe);
    fake('b').fail(new Error('b'));
    fake('a').fail(new Error('a'));
    await expect(opening).rejects.toThrow('a');
    expect(fake('a').closed && fake('b').closed).toBe(true);
  });

  test('cancelled in the moment it greets, it is closed all the same', async () => {
    const { candidates, createProbe, fake } = stage(['a']);
    const cancel = new AbortController();
    const opening = openFirst(candidates, createProbe, { signal: cancel.signal });
    fake('a').greet();
    cancel.abort(new Error('Ctrl+C'));
    await expect(opening).rejects.toThrow('Ctrl+C');
    expect(fake('a').closed).toBe(true);
  });

  test('cancelling closes all', async () => {
    const { candidates, createProbe, fake } = stage(['a', 'b']);
    const cancel = new AbortController();
    const opening = openFirst(candidates, createProbe, { signal: cancel.signal });
    cancel.abort(new Error('Ctrl+C'));
    await expect(opening).rejects.toThrow('Ctrl+C');
    expect(fake('a').closed && fake('b').closed).toBe(true);
  });
});
