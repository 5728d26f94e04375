import { stalwartCall } from '../discovery/stalwart-call.ts';
import type { Http } from '../platform/http.ts';
import { Secret } from '../secret.ts';
import type { ListedAppPassword } from './app-password.ts';
import { tagOf } from './app-password-name.ts';
import { createOnce } from './create-once.ts';
import { utcTimestamp } from './expiry.ts';
import {
  creationId,
  type ListedEntry,
  readCreated,
  readDestroyed,
  readListed,
  readMethodResponse,
} from './jmap-answer.ts';
import type { CreatedAppPassword, Provisioning } from './provisioning.ts';

export interface StalwartJmapOptions {
  readonly http: Http;
  /** Base address with a trailing slash, as the person reached it. */
  readonly server: URL;
  /** Of `urn:stalwart:jmap`; null leaves the choice to the server, which takes the token's own account. */
  readonly accountId: string | null;
  /** A fresh access token; asked for before each call. */
  readonly token: (signal?: AbortSignal) => Promise<Secret>;
}

const using = ['urn:ietf:params:jmap:core', 'urn:stalwart:jmap'];

/**
 * An app password carries all rights of its account, minting more over HTTP Basic included (0.16 finding 5): whoever
 * steals it would outlive its end. Naming a right the account does not have is harmless: what counts is that the rest
 * is within the account's own rights.
 */
const withoutMinting = {
  '@type': 'Disable',
  permissions: Object.fromEntries(
    ['Get', 'Query', 'Create', 'Update', 'Destroy'].flatMap((verb) => [
      [`sysAppPassword${verb}`, true],
      [`sysApiKey${verb}`, true],
    ]),
  ),
};

/** App passwords of Stalwart 0.16 and later: JMAP objects `x:AppPassword`. Ids are used again after a deletion. */
export function createStalwartJmap({ http, server, accountId, token }: StalwartJmapOptions): Provisioning {
  const account = accountId === null ? {} : { accountId };

  async function call(method: string, args: object, bearer: Secret, signal: AbortSignal | undefined) {
    const body = { using, methodCalls: [[method, { ...account, ...args }, '0']] };
    const json = await stalwartCall(http, server, bearer, { method: 'POST', path: 'jmap/', body, signal });
    return readMethodResponse(json, method, server);
  }

  async function entries(signal: AbortSignal | undefined): Promise<readonly ListedAppPassword[]> {
    const args = await call('x:AppPassword/get', { ids: null }, await token(signal), signal);
    return readListed(args, server).map(toListed);
  }

  async function destroyListed(
    matches: (one: ListedAppPassword) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<'destroyed' | 'absent'> {
    const found = (await entries(signal)).find(matches);
    if (found === undefined) return 'absent';
    const id = found.serverId;
    return readDestroyed(
      await call('x:AppPassword/set', { destroy: [id] }, await token(signal), signal),
      id,
      server,
    );
  }

  return {
    limits: { generation: 'jmap', secretMadeBy: 'server', canExpire: true, canRestrict: true },
    list: entries,
    async create(wanted, signal) {
      const bearer = await token(signal);
      const made = {
        description: wanted.description,
        permissions: withoutMinting,
        allowedIps: {},
        expiresAt: wanted.expiresAt === null ? null : utcTimestamp(Date.parse(wanted.expiresAt)),
      };
      return createOnce({
        signal,
        send: async () => {
          const args = await call('x:AppPassword/set', { create: { [creationId]: made } }, bearer, signal);
          return toCreated(readCreated(args, server));
        },
        takeBack: (deadline) =>
          destroyListed(({ description }) => description === wanted.description, deadline),
      });
    },
    destroy: (expected, signal) =>
      destroyListed(
        (one) => one.serverId === expected.serverId && isSame(one.description, expected.description),
        signal,
      ),
  };
}

/** The same text, or the same tag in a text that somebody changed: ids alone are used again. */
function isSame(listed: string, expected: string): boolean {
  const tag = tagOf(expected);
  return listed === expected || (tag !== null && listed.includes(`(${tag})`));
}

function toListed({ id, description, createdAt, expiresAt }: ListedEntry): ListedAppPassword {
  return { serverId: id, description, createdAt: toTimestamp(createdAt), expiresAt: toTimestamp(expiresAt) };
}

function toTimestamp(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : utcTimestamp(at);
}

function toCreated({ id, secret }: { id: string; secret: string }): CreatedAppPassword {
  const created = { serverId: id, secret: new Secret(secret) };
  // 0.16.0 to 0.16.2 make `app ` and 36 characters, with a space that is part of it.
  return secret.includes(' ') ? { ...created, note: 'space-in-secret' } : created;
}
