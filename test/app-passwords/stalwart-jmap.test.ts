import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createStalwartJmap } from '../../src-main/app-passwords/stalwart-jmap.ts';
import { Fault, type FaultCode, toFault } from '../../src-main/fault.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { Secret } from '../../src-main/secret.ts';
import { type Answer, type Asked, startAnswering } from './answering-server.ts';
import { playBack } from './playback.ts';

const secret = 'app_aaaaaaiaaebagbafaydqqcikbmga7dqpcaiq';
const labels = { '<app password secret>': secret, '<second app password secret>': secret };
const wanted = { description: 'Thunderbird on laptop (k7f2qd)', expiresAt: '2027-01-31T00:00:00.000Z' };
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function played(...script: string[]) {
  const playback = await playBack('0.16.18', script, labels);
  stops.push(playback.stop);
  return { playback, jmap: clientOf(playback.server) };
}

async function answered(decide: (asked: Asked, count: number) => Answer) {
  const answering = await startAnswering(decide);
  stops.push(answering.stop);
  return { answering, jmap: clientOf(answering.server) };
}

function clientOf(server: URL, accountId: string | null = 'b') {
  const token = async () => new Secret('the-access-token');
  return createStalwartJmap({ http: createNodeHttp(), server, accountId, token });
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Fault);
  return toFault(thrown);
}

const method = (name: string, args: unknown) => ({
  status: 200,
  body: { methodResponses: [[name, args, '0']], sessionState: 'x' },
});

describe('app passwords of 0.16.18, as recorded', () => {
  it('lists none, and several with their dates', async () => {
    const { jmap } = await played('list app passwords, none yet', 'list app passwords');
    expect(await jmap.list()).toEqual([]);
    expect(await jmap.list()).toEqual([
      {
        serverId: 'b',
        description: 'Thunderbird on laptop',
        createdAt: '2026-11-24T02:14:36Z',
        expiresAt: null,
      },
      {
        serverId: 'c',
        description: 'iPhone',
        createdAt: '2026-11-24T02:14:37Z',
        expiresAt: '2027-01-31T00:00:00Z',
      },
    ]);
  });

  it('makes one that can not make others, and gives its secret as a Secret', async () => {
    const { jmap, playback } = await played('mint a hardened one with expiry and allowed addresses');
    const created = await jmap.create(wanted);
    expect(created.serverId).toBe('c');
    expect(created.secret.reveal()).toBe(secret);
    expect(created.note).toBeUndefined();
    expect(JSON.stringify(created)).not.toContain(secret);
    expect(playback.requests[0]).toMatchObject({
      authorization: 'Bearer the-access-token',
      body: {
        methodCalls: [
          [
            'x:AppPassword/set',
            {
              accountId: 'b',
              create: {
                n1: {
                  description: wanted.description,
                  expiresAt: '2027-01-31T00:00:00Z',
                  allowedIps: {},
                  permissions: {
                    '@type': 'Disable',
                    permissions: { sysAppPasswordCreate: true, sysApiKeyCreate: true },
                  },
                },
              },
            },
            '0',
          ],
        ],
      },
    });
  });

  it('keeps the space in a secret of 0.16.0 to 0.16.2 and says so', async () => {
    const spaced = secret.replace('_', ' ');
    const playback = await playBack('0.16.18', ['mint a hardened one with expiry and allowed addresses'], {
      '<second app password secret>': spaced,
    });
    stops.push(playback.stop);
    const created = await clientOf(playback.server).create(wanted);
    expect(created.secret.reveal()).toBe(spaced);
    expect(created.note).toBe('space-in-secret');
  });

  it('destroys one of a fresh list only', async () => {
    const { answering, jmap } = await answered((asked) => {
      const call = JSON.stringify(asked.body);
      return call.includes('destroy')
        ? method('x:AppPassword/set', { accountId: 'b', destroyed: ['c'] })
        : method('x:AppPassword/get', {
            list: [{ id: 'c', description: 'iPhone (aaaaaa)', createdAt: 'x', expiresAt: null }],
            // The ids of other credentials, which must never be destroyed.
            notFound: ['a', 'd'],
          });
    });
    expect(await jmap.destroy({ serverId: 'd', description: 'iPhone (aaaaaa)' })).toBe('absent');
    expect(await jmap.destroy({ serverId: 'c', description: 'Outlook (bbbbbb)' })).toBe('absent');
    expect(answering.asked).toHaveLength(2);
    expect(await jmap.destroy({ serverId: 'c', description: 'iPhone (aaaaaa)' })).toBe('destroyed');
    expect(answering.asked).toHaveLength(4);
  });

  it('knows one that somebody renamed by its tag', async () => {
    const { jmap } = await answered((asked) =>
      JSON.stringify(asked.body).includes('destroy')
        ? method('x:AppPassword/set', { destroyed: ['c'] })
        : method('x:AppPassword/get', { list: [{ id: 'c', description: 'old (aaaaaa) phone' }] }),
    );
    expect(await jmap.destroy({ serverId: 'c', description: 'iPhone (aaaaaa)' })).toBe('destroyed');
  });

  it('takes one that vanished between list and destroy for absent', async () => {
    const { jmap } = await answered((asked) =>
      JSON.stringify(asked.body).includes('destroy')
        ? method('x:AppPassword/set', { notDestroyed: { c: { type: 'notFound' } } })
        : method('x:AppPassword/get', { list: [{ id: 'c', description: 'x' }] }),
    );
    expect(await jmap.destroy({ serverId: 'c', description: 'x' })).toBe('absent');
  });

  it.each([
    ['mint with the hardened one over Basic', 'server.forbidden'],
    ['mint without description', 'server.refused'],
  ])('maps the recorded answer "%s" to %s', async (name, code) => {
    const body = recordedBody(name);
    const { jmap } = await answered(() => ({ status: 200, body }));
    expect((await faultOf(jmap.create(wanted))).code).toBe(code);
  });

  it('reads the number out of the recorded quota error', async () => {
    const { jmap } = await answered(() => ({
      status: 200,
      body: recordedBody('create and destroy in one call at the limit'),
    }));
    const fault = await faultOf(jmap.create(wanted));
    expect(fault).toMatchObject({ code: 'server.quota', facts: { quota: 5 } });
  });

  it.each([
    ['JMAP without authorization', 401, 'server.rejected-token'],
    ['using an unknown capability', 400, 'server.broken'],
    ['bad JSON', 400, 'server.broken'],
    ['wrong content type', 400, 'server.broken'],
  ])('maps the recorded refusal "%s" (%i) to %s', async (name, status, code) => {
    const { jmap } = await answered(() => ({ status, body: recordedBody(name) }));
    const fault = await faultOf(jmap.list());
    expect(fault.code).toBe(code);
    // `detail` echoes the request.
    expect(JSON.stringify([fault.message, fault.facts])).not.toContain('urn:x');
  });
});

function recordedBody(name: string): unknown {
  const file = new URL('../transcripts/0.16.18/3-app-passwords.json', import.meta.url);
  const { exchanges } = JSON.parse(readFileSync(file, 'utf8')) as {
    exchanges: { name: string; response: { body: unknown } }[];
  };
  const text = JSON.stringify(exchanges.find((one) => one.name === name)?.response.body);
  // The recordings call their creations n, q4 and the like.
  return JSON.parse(text.replace(/"(n|q4|x)":\{/g, '"n1":{'));
}

describe('errors that are not recorded', () => {
  const problem = (status: number, rest: object = {}, headers: Record<string, string> = {}) => ({
    status,
    headers,
    body: { type: 'about:blank', status, detail: 'ECHO', ...rest },
  });

  it.each<[string, Answer, FaultCode, object]>([
    ['402 second factor', problem(402, { title: 'MFA code required' }), 'server.refused', {}],
    ['404', problem(404), 'server.not-stalwart', {}],
    ['429 with seconds', problem(429, {}, { 'retry-after': '37' }), 'server.limited', { seconds: 37 }],
    ['429 with nonsense', problem(429, {}, { 'retry-after': 'soon' }), 'server.limited', { seconds: 60 }],
    ['ban just triggered', problem(429, { title: 'Too Many Authentication Attempts' }), 'server.banned', {}],
    [
      'too many at once',
      problem(400, { type: 'urn:ietf:params:jmap:error:limit', limit: 'maxConcurrentRequests' }),
      'server.limited',
      {},
    ],
    ['another 400', problem(400), 'server.refused', { what: 'status 400' }],
    [
      'redirect',
      { status: 307, headers: { location: 'https://elsewhere.example/' } },
      'network.redirected',
      {},
    ],
    [
      'bootstrap',
      method('error', { type: 'forbidden', description: 'The server is in bootstrap mode. Do' }),
      'server.bootstrap',
      {},
    ],
    [
      'foreign account',
      method('error', { type: 'forbidden', description: 'You are not an owner' }),
      'server.forbidden',
      {},
    ],
    ['unknown method', method('error', { type: 'unknownMethod', description: 'x' }), 'server.refused', {}],
    ['too large', method('error', { type: 'requestTooLarge' }), 'server.refused', {}],
    [
      'rights nobody has to grant',
      method('x:AppPassword/set', {
        notCreated: {
          n1: { type: 'forbidden', description: 'You are not authorized to grant permissions: a' },
        },
      }),
      'server.forbidden',
      { what: 'give an app password these rights' },
    ],
    [
      'quota without a number',
      method('x:AppPassword/set', { notCreated: { n1: { type: 'overQuota' } } }),
      'server.quota',
      { quota: 'only so many' },
    ],
    [
      'invalid patch',
      method('x:AppPassword/set', {
        notCreated: { n1: { type: 'invalidPatch', description: 'ECHO', properties: ['expiresAt', '<b>'] } },
      }),
      'server.refused',
      { what: 'it does not take expiresAt' },
    ],
  ])('%s', async (_name, answer, code, facts) => {
    const { jmap, answering } = await answered(() => answer);
    const fault = await faultOf(jmap.create(wanted));
    expect(fault).toMatchObject({ code, facts });
    expect(JSON.stringify([fault.message, fault.facts])).not.toContain('ECHO');
    // Nothing was made, so nothing is looked for.
    expect(answering.asked).toHaveLength(1);
  });

  it('tells a ban from a missing right by what is open to everybody', async () => {
    const banned = await answered(() => problem(403, { title: 'Forbidden' }));
    expect((await faultOf(banned.jmap.list())).code).toBe('server.banned');
    const forbidden = await answered((asked) => (asked.authorization ? problem(403) : { status: 200 }));
    expect((await faultOf(forbidden.jmap.list())).code).toBe('server.forbidden');
  });

  it('does not send a token anywhere once it was cancelled', async () => {
    const { jmap, answering } = await answered(() => ({ status: 200 }));
    const reason = new Error('stop');
    await expect(jmap.create(wanted, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(answering.asked).toHaveLength(0);
  });
});

describe('a lost answer', () => {
  function losing(loss: Answer, listed: readonly object[], listAnswer?: Answer) {
    return answered((asked) => {
      const body = JSON.stringify(asked.body);
      if (body.includes('"create"')) return loss;
      if (body.includes('"destroy"')) return method('x:AppPassword/set', { destroyed: ['f'] });
      return listAnswer ?? method('x:AppPassword/get', { list: listed });
    });
  }
  const orphan = { id: 'f', description: wanted.description, createdAt: null, expiresAt: null };
  const other = { id: 'g', description: 'Outlook on desk (aaaaaa)', createdAt: null, expiresAt: null };

  it.each<[string, Answer]>([
    ['connection dropped', 'drop'],
    ['body cut short', 'cut'],
    ['500', { status: 500, body: 'oops' }],
    ['502 of a proxy', { status: 502, body: '<html>' }],
    ['not JSON', { status: 200, body: '<html>' }],
    ['something else', { status: 200, body: { methodResponses: [] } }],
    ['half of it', method('x:AppPassword/set', { created: { n1: { id: 'f' } } })],
    [
      'a secret with a line break',
      method('x:AppPassword/set', { created: { n1: { id: 'f', secret: 'app_a\r\nX: y' } } }),
    ],
    ['partial failure', method('error', { type: 'serverPartialFail' })],
  ])('%s: the orphan is found by its description and destroyed', async (_name, loss) => {
    const { jmap, answering } = await losing(loss, [other, orphan]);
    const fault = await faultOf(jmap.create(wanted));
    expect(fault).toMatchObject({ code: 'password.lost-answer', retryable: true });
    const sent = answering.asked.map(({ body }) => JSON.stringify(body));
    expect(sent.filter((body) => body.includes('"create"'))).toHaveLength(1);
    expect(sent.at(-1)).toContain('"destroy":["f"]');
  });

  it('keeps the first fault when nothing was made, and destroys nothing', async () => {
    const { jmap, answering } = await losing('drop', [other]);
    const fault = await faultOf(jmap.create(wanted));
    expect(fault).toMatchObject({ code: 'network.reset', facts: { afterwards: 'Nothing has been made.' } });
    expect(answering.asked).toHaveLength(2);
  });

  it('says so when the list can not be had', async () => {
    const { jmap } = await losing({ status: 503, body: '' }, [], 'drop');
    const fault = await faultOf(jmap.create(wanted));
    expect(fault.code).toBe('server.broken');
    expect(fault.facts['afterwards']).toMatch(/could not be checked/);
  });

  it('cleans up when it is cancelled while the answer is awaited', async () => {
    const cancel = new AbortController();
    const reason = new Error('Ctrl+C');
    const { jmap, answering } = await answered((asked) => {
      const body = JSON.stringify(asked.body);
      if (body.includes('"create"')) {
        cancel.abort(reason);
        return 'cut';
      }
      return body.includes('"destroy"')
        ? method('x:AppPassword/set', { destroyed: ['f'] })
        : method('x:AppPassword/get', { list: [orphan] });
    });
    await expect(jmap.create(wanted, cancel.signal)).rejects.toBe(reason);
    expect(JSON.stringify(answering.asked.at(-1)?.body)).toContain('"destroy":["f"]');
  });
});

describe('hostile answers', () => {
  it('end in a fault of the server, whatever JSON comes', async () => {
    let next: unknown = null;
    const { jmap } = await answered(() => ({ status: 200, body: JSON.stringify(next) }));
    const args = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { list: fc.jsonValue(), created: fc.jsonValue(), notCreated: fc.jsonValue() },
        { requiredKeys: [] },
      ),
      fc.constant(JSON.parse('{"__proto__":{"list":[]},"constructor":{"prototype":{}}}')),
      fc.record({ list: fc.array(fc.record({ id: fc.jsonValue(), description: fc.jsonValue() })) }),
    );
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom('x:AppPassword/get', 'x:AppPassword/set', 'error', '__proto__'), args)
        .map((pair) => ({
          methodResponses: [[...pair, '0']],
        })),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        next = body;
        for (const call of [
          () => jmap.list(),
          () => jmap.create(wanted),
          () => jmap.destroy({ serverId: 'c', description: 'x' }),
        ]) {
          const result = await call().catch((error: unknown) => error);
          if (result instanceof Error) expect(toFault(result).code).toMatch(/^(server|password)\./);
        }
      }),
      { numRuns: 60 },
    );
    expect(Object.hasOwn(Object.prototype, 'list')).toBe(false);
  });

  it('that are too large are not read to the end', async () => {
    const { jmap } = await answered(() => ({ status: 200, body: 'x'.repeat(2_000_000) }));
    expect((await faultOf(jmap.list())).code).toBe('server.broken');
  });
});
