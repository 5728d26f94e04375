import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Frame, isOwnFrame } from '../../src-main/electron/sender-check.ts';
import { Fault } from '../../src-main/fault.ts';
import { contract } from '../../src-main/ipc/contract.ts';
import type { Contract, Handlers, Reply } from '../../src-main/ipc/message.ts';
import { serve } from '../../src-main/ipc/serve.ts';
import type { LogFacts } from '../../src-main/platform/log.ts';
import { Secret } from '../../src-main/secret.ts';

interface Event {
  readonly senderFrame: Frame | null;
}

const main: Frame = { url: 'app://main/index.html', parent: null };
const own: Event = { senderFrame: main };

function serving<C extends Contract>(messages: C, handlers: Handlers<C>) {
  const channels = new Map<string, (event: Event, ...input: unknown[]) => Promise<unknown>>();
  const lines: [string, LogFacts | undefined][] = [];
  const stop = serve<C, Event>(
    {
      handle: (channel, listener) => void channels.set(channel, listener),
      removeHandler: (channel) => void channels.delete(channel),
    },
    {
      contract: messages,
      handlers,
      isTrusted: ({ senderFrame }) => isOwnFrame(senderFrame, main),
      log: { info: () => undefined, warn: (event, facts) => lines.push([event, facts]) },
    },
  );
  const send = (channel: string, event: Event, ...input: unknown[]): Promise<Reply<unknown>> => {
    const listener = channels.get(channel);
    if (listener === undefined) throw new Error(`nobody serves ${channel}`);
    return listener(event, ...input) as Promise<Reply<unknown>>;
  };
  return { send, lines, stop, channels };
}

const small = {
  'thing.get': {
    in: v.pipe(v.string(), v.maxLength(10)),
    out: v.object({ name: v.string(), inner: v.array(v.object({ id: v.number() })) }),
  },
  'thing.wait': { in: v.null(), out: v.null(), deadlineMs: 20 },
} as const satisfies Contract;

const working: Handlers<typeof small> = {
  'thing.get': async (name) => ({ name, inner: [{ id: 1 }] }),
  'thing.wait': () => new Promise(() => undefined),
};

const refused = (code: string, facts = {}, retryable = false) => ({
  ok: false,
  fault: { code, facts, retryable },
});

describe('a message', () => {
  it('is answered', async () => {
    const { send } = serving(small, working);
    expect(await send('thing.get', own, 'x')).toEqual({ ok: true, value: { name: 'x', inner: [{ id: 1 }] } });
  });

  it('is answered with what the contract names, and nothing else', async () => {
    const leaky = {
      ...working,
      'thing.get': async () => ({
        name: 'x',
        password: 'p',
        inner: [{ id: 1, secret: new Secret('s') }],
        token: 't',
      }),
    };
    expect(await serving(small, leaky).send('thing.get', own, 'x')).toEqual({
      ok: true,
      value: { name: 'x', inner: [{ id: 1 }] },
    });
  });

  it.each<[string, Event]>([
    ['no frame', { senderFrame: null }],
    ['a sub-frame', { senderFrame: { url: main.url, parent: main } }],
    ['another window', { senderFrame: { url: main.url, parent: null } }],
    ['another page', { senderFrame: { url: 'https://example.org/', parent: null } }],
    ['a blank page', { senderFrame: { url: 'about:blank', parent: null } }],
  ])('from %s reaches no handler', async (_who, event) => {
    let calls = 0;
    const counting = {
      ...working,
      'thing.get': async () => {
        calls++;
        return { name: '', inner: [] };
      },
    };
    const { send, lines } = serving(small, counting);
    expect(await send('thing.get', event, 'x')).toEqual(refused('bug'));
    expect(calls).toBe(0);
    expect(lines).toHaveLength(1);
  });

  it.each([[[]], [['x', 'y']], [[1]], [[null]], [['x'.repeat(11)]], [[{ toString: () => 'x' }]]])(
    'with the input %j reaches no handler',
    async (input: unknown[]) => {
      expect(await serving(small, working).send('thing.get', own, ...input)).toEqual(refused('bug'));
    },
  );

  it('that fails is answered with the fault, without its message and cause', async () => {
    const failing = {
      ...working,
      'thing.get': async () => {
        throw new Fault('server.quota', 'a server said things', {
          facts: { used: 5 },
          retryable: true,
          cause: new Error('secret'),
        });
      },
    };
    expect(await serving(small, failing).send('thing.get', own, 'x')).toEqual(
      refused('server.quota', { used: 5 }, true),
    );
  });

  it('that throws anything at all is answered', async () => {
    for (const thrown of [new TypeError('secret'), 'secret', undefined, null, { secret: 1 }]) {
      const broken = {
        ...working,
        'thing.get': async () => {
          throw thrown;
        },
      };
      const { send, lines } = serving(small, broken);
      expect(await send('thing.get', own, 'x')).toEqual(refused('bug'));
      expect(JSON.stringify(lines)).not.toContain('secret');
    }
  });

  it('whose handler throws before it waits, or answers out of contract, is answered', async () => {
    const wrong = { ...working, 'thing.get': (() => 42) as unknown as (typeof working)['thing.get'] };
    expect(await serving(small, wrong).send('thing.get', own, 'x')).toEqual(refused('bug'));
    const sync = {
      ...working,
      'thing.get': (): never => {
        throw new Fault('vault.locked', 'x');
      },
    };
    expect(await serving(small, sync).send('thing.get', own, 'x')).toEqual(refused('vault.locked'));
  });

  it('that waits for ever is answered all the same', async () => {
    expect(await serving(small, working).send('thing.wait', own, null)).toMatchObject(
      refused('network.timeout', {}, true),
    );
  });

  it('is not served any more once that is stopped', () => {
    const { stop, channels } = serving(small, working);
    expect([...channels.keys()]).toEqual(['thing.get', 'thing.wait']);
    stop();
    expect([...channels.keys()]).toEqual([]);
  });
});

describe('the contract', () => {
  const secret = 'canary-5ecret';
  /** Fails with the canary wherever a message does something, so that every way an error can take is walked. */
  const handlers = Object.fromEntries(
    Object.keys(contract).map((channel) => [
      channel,
      async () => {
        throw Object.assign(new Error(secret), { secret });
      },
    ]),
  ) as unknown as Handlers<typeof contract>;

  it('names intents: a noun and a verb, never a capability', () => {
    for (const channel of Object.keys(contract)) {
      expect(channel).toMatch(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/);
      expect(channel).not.toMatch(/vault|keychain|clipboard|file|shell|fetch|http|eval|exec/i);
    }
  });

  it('answers anything from anybody: never throws, never hangs, never leaks', async () => {
    const { send, lines } = serving(contract, handlers);
    const frames: fc.Arbitrary<Event> = fc.oneof(
      fc.constant(own),
      fc.constant({ senderFrame: null }),
      fc.record({
        senderFrame: fc.record({
          url: fc.oneof(fc.string(), fc.constant(main.url)),
          parent: fc.constantFrom(null, main),
        }),
      }),
    );
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnboxedArray: true,
    } as object);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(contract)),
        frames,
        fc.oneof(
          fc.array(values),
          fc.array(fc.string()),
          fc.constant(['pw-1']),
          fc.constant(['x'.repeat(100_000)]),
        ),
        async (channel, event, input) => {
          const reply = await send(channel, event, ...input);
          expect(typeof reply.ok).toBe('boolean');
          if (event !== own) expect(reply.ok).toBe(false);
          expect(JSON.stringify(reply)).not.toContain(secret);
        },
      ),
      { numRuns: 500 },
    );
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('is not fooled by objects that fight back', async () => {
    const { send } = serving(contract, handlers);
    const traps = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap');
        },
      },
    );
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    const getter = Object.defineProperty({}, 'length', {
      get() {
        throw new Error('getter');
      },
    });
    for (const input of [traps, cyclic, getter, Object.create(null), new Proxy([], {})]) {
      for (const channel of Object.keys(contract)) expect((await send(channel, own, input)).ok).toBe(false);
    }
  });
});
