import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { restName } from '../../src-main/app-passwords/rest-name.ts';
import { sha512Crypt } from '../../src-main/app-passwords/sha512-crypt.ts';
import { createStalwartRest } from '../../src-main/app-passwords/stalwart-rest.ts';
import { type Fault, toFault } from '../../src-main/fault.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { Secret } from '../../src-main/secret.ts';
import { type Answer, type Asked, startAnswering } from './answering-server.ts';
import { playBack } from './playback.ts';

const wanted = { description: 'Thunderbird on laptop (k7f2qd)', expiresAt: null };
const now = Date.parse('2026-11-24T10:00:00.500Z');
const name = restName(wanted.description, now);
const version = 'oauth code reveals the version';
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

function clientOf(server: URL) {
  return createStalwartRest({
    http: createNodeHttp(),
    server,
    issuer: 'https://login.example.org',
    token: async () => new Secret('the-access-token'),
    clock: { now: () => now, sleep: async () => undefined },
    random: randomBytes,
  });
}

async function played(script: string[]) {
  const playback = await playBack('0.15.5', script);
  stops.push(playback.stop);
  return { playback, rest: clientOf(playback.server) };
}

async function answered(decide: (asked: Asked, count: number) => Answer) {
  const answering = await startAnswering(decide);
  stops.push(answering.stop);
  return { answering, rest: clientOf(answering.server) };
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  return promise.then(
    () => {
      throw new Error('should have failed');
    },
    (thrown: unknown) => toFault(thrown),
  );
}

const ok = (data: unknown): Answer => ({ status: 200, body: { data } });
const isVersion = ({ path }: Asked) => path === '/api/oauth';
const isAdd = ({ body }: Asked) => JSON.stringify(body ?? '').includes('addAppPassword');
const isRemove = ({ body }: Asked) => JSON.stringify(body ?? '').includes('removeAppPassword');

describe('app passwords of 0.15.5, as recorded', () => {
  it('lists names as they are, twice when they are there twice', async () => {
    const { rest } = await played(['list app passwords, none yet', 'list app passwords']);
    expect(await rest.list()).toEqual([]);
    expect(
      (await rest.list()).map(({ serverId, description, createdAt }) => [serverId, description, createdAt]),
    ).toEqual([
      ['Thunderbird on laptop', 'Thunderbird on laptop', null],
      ['Thunderbird', 'Thunderbird', null],
      ['Thunderbird', 'Thunderbird', null],
    ]);
  });

  it('asks the version once, then sends a name without $ and a hash of what it returns', async () => {
    const { rest, playback } = await played([version, 'mint an app password', 'mint, bob']);
    const created = await rest.create(wanted);
    await rest.create({ ...wanted, description: 'another' });
    expect(playback.left).toEqual([]);
    const [sent] = (playback.requests[1]?.body ?? []) as { name: string; password: string }[];
    expect(sent?.name).toBe(name);
    expect(sent?.name).not.toContain('$');
    expect(created.serverId).toBe(name);
    const secret = created.secret.reveal();
    expect(secret).toMatch(/^[a-z2-7]{26}$/);
    const salt = sent?.password.split('$')[2] ?? '';
    expect(sent?.password).toBe(sha512Crypt(secret, salt));
    expect(JSON.stringify(playback.requests)).not.toContain(secret);
  });

  it('removes by the exact name and $, and only what is listed', async () => {
    const { rest, playback } = await played([
      'list app passwords',
      'remove by exact name plus $',
      'list after removal',
    ]);
    expect(await rest.destroy({ serverId: 'Thunderbird', description: 'Thunderbird' })).toBe('destroyed');
    expect(playback.requests[1]?.body).toEqual([{ type: 'removeAppPassword', name: 'Thunderbird$' }]);
    expect(await rest.destroy({ serverId: 'Thunderbird', description: 'Thunderbird' })).toBe('absent');
    expect(playback.left).toEqual([]);
  });

  it('reports the recorded refusals in HTTP 200 and 400', async () => {
    const { rest } = await answered((asked) =>
      isVersion(asked)
        ? ok({ version: '0.15.5' })
        : {
            status: 200,
            body: { error: 'other', details: 'Password changes only allowed using Basic auth', reason: null },
          },
    );
    const fault = await faultOf(rest.create(wanted));
    expect(fault).toMatchObject({ code: 'server.refused', facts: { what: 'it says other' } });
  });

  it('reports a token that is refused', async () => {
    const { rest } = await played(['app passwords, garbage token']);
    expect((await faultOf(rest.list())).code).toBe('server.rejected-token');
  });
});

describe('servers that can not keep app passwords', () => {
  it('0.14.0 is refused by its version, before anything is made and without another bearer call', async () => {
    const { rest, answering } = await answered(() => ok({ code: 'x', permissions: [], version: '0.14.0' }));
    const fault = await faultOf(rest.create(wanted));
    expect(fault).toMatchObject({ code: 'server.wipes-app-passwords', facts: { version: '0.14.0' } });
    expect(answering.asked.map(({ path }) => path)).toEqual(['/api/oauth']);
  });

  it('0.14.0 is told by the recorded wiping when it keeps its version to itself', async () => {
    const wiped = await playBack('0.14.0', ['mint', 'list with the same token (one more bearer call)']);
    stops.push(wiped.stop);
    const { rest } = await answered((asked) =>
      isVersion(asked) ? { status: 403 } : isAdd(asked) ? ok(null) : ok({ appPasswords: [] }),
    );
    expect((await faultOf(rest.create(wanted))).code).toBe('server.wipes-app-passwords');
    // The same from the recording itself, whose version nobody asked for.
    const http = createNodeHttp();
    const recorded = createStalwartRest({
      http: {
        send: async (request) =>
          request.url.pathname === '/api/oauth'
            ? { status: 403, headers: new Headers(), body: '' }
            : http.send(request),
      },
      server: wiped.server,
      issuer: 'https://login.example.org',
      token: async () => new Secret('t'),
      clock: { now: () => now, sleep: async () => undefined },
      random: randomBytes,
    });
    expect((await faultOf(recorded.create(wanted))).code).toBe('server.wipes-app-passwords');
    expect(wiped.left).toEqual([]);
  });

  it.each(['0.14.1', '0.15.5', '0.13.4'])('%s is not', async (told) => {
    const { rest, answering } = await answered((asked) =>
      isVersion(asked) ? ok({ version: told }) : ok(null),
    );
    await rest.create(wanted);
    expect(answering.asked).toHaveLength(2);
  });

  it('before 0.13.2 the server refuses; the words name the issuer', async () => {
    const { rest } = await answered((asked) =>
      isVersion(asked)
        ? ok({ version: '0.13.1' })
        : { status: 200, body: { error: 'unsupported', details: 'OpenID directory cannot be managed.' } },
    );
    const fault = await faultOf(rest.create(wanted));
    expect(fault).toMatchObject({ code: 'server.too-old', facts: { issuer: 'https://login.example.org' } });
  });

  it('a missing right is told from a ban', async () => {
    const { rest } = await answered((asked) => {
      if (asked.path === '/jmap/session') return { status: 200 };
      return isVersion(asked) ? ok({ version: '0.15.5' }) : { status: 403 };
    });
    expect((await faultOf(rest.create(wanted))).code).toBe('server.forbidden');
  });

  it('a failing version question is not taken for silence', async () => {
    const { rest, answering } = await answered(() => ({ status: 401 }));
    expect((await faultOf(rest.create(wanted))).code).toBe('server.rejected-token');
    expect(answering.asked).toHaveLength(1);
    await faultOf(rest.create(wanted));
    expect(answering.asked).toHaveLength(2);
  });
});

describe('a lost answer', () => {
  it.each<[string, Answer]>([
    ['dropped', 'drop'],
    ['cut', 'cut'],
    ['500', { status: 500 }],
    ['not JSON', { status: 200, body: '<html>' }],
    ['no data', { status: 200, body: {} }],
  ])('%s: removed by its name, then password.lost-answer', async (_name, loss) => {
    const { rest, answering } = await answered((asked) => {
      if (isVersion(asked)) return ok({ version: '0.15.5' });
      if (isAdd(asked)) return loss;
      return isRemove(asked) ? ok(null) : ok({ appPasswords: ['other', name] });
    });
    expect((await faultOf(rest.create(wanted))).code).toBe('password.lost-answer');
    expect(answering.asked.at(-1)?.body).toEqual([{ type: 'removeAppPassword', name: `${name}$` }]);
    expect(answering.asked.filter(isAdd)).toHaveLength(1);
  });

  it('with nothing made keeps the fault and removes nothing', async () => {
    const { rest, answering } = await answered((asked) => {
      if (isVersion(asked)) return ok({ version: '0.15.5' });
      return isAdd(asked) ? 'drop' : ok({ appPasswords: ['other'] });
    });
    const fault = await faultOf(rest.create(wanted));
    expect(fault).toMatchObject({ code: 'network.reset', facts: { afterwards: 'Nothing has been made.' } });
    expect(answering.asked.some(isRemove)).toBe(false);
  });
});

describe('hostile answers', () => {
  it('end in a fault of the server, whatever JSON comes', async () => {
    let next: unknown = null;
    const { rest } = await answered(() => ({ status: 200, body: JSON.stringify(next) }));
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc.record({ data: fc.jsonValue() }),
      fc.record({ error: fc.jsonValue(), details: fc.jsonValue() }),
      fc.record({ data: fc.record({ appPasswords: fc.jsonValue(), version: fc.jsonValue() }) }),
      fc.constant(JSON.parse('{"__proto__":{"data":{"appPasswords":[]}}}')),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        next = body;
        for (const call of [
          () => rest.list(),
          () => rest.create(wanted),
          () => rest.destroy({ serverId: 'c', description: 'x' }),
        ]) {
          const result = await call().catch((error: unknown) => error);
          if (result instanceof Error) expect(toFault(result).code).toMatch(/^(server|password)\./);
        }
      }),
      { numRuns: 40 },
    );
  });
});
