import { type StalwartCall, stalwartCall } from '../discovery/stalwart-call.ts';
import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import { Secret } from '../secret.ts';
import { createOnce } from './create-once.ts';
import type { CreatedAppPassword, Provisioning } from './provisioning.ts';
import { type Random, randomText } from './random-text.ts';
import { readRestData, readRestNames } from './rest-answer.ts';
import { readRestName, restName } from './rest-name.ts';
import { createRestVersions, type RestVersions } from './rest-version.ts';
import { sha512Crypt } from './sha512-crypt.ts';

export interface StalwartRestOptions {
  readonly http: Http;
  /** Base address with a trailing slash, as the person reached it. */
  readonly server: URL;
  /** Where people sign in; for the words of a refusal only. */
  readonly issuer: string;
  /** A fresh access token; asked for before each call. */
  readonly token: (signal?: AbortSignal) => Promise<Secret>;
  readonly clock: Clock;
  readonly random: Random;
  /** Shared with whoever asks early; its own when absent. */
  readonly versions?: RestVersions;
}

/** 130 bits. No spaces, which POP3 refuses, whatever the server's own web page makes. */
const secretLength = 26;
const saltLength = 16;
const path = 'api/account/auth';

/** Deletes the app passwords of a person at each of their bearer calls (stalwartlabs/stalwart#2319). */
const wipingVersion = '0.14.0';

/**
 * App passwords of Stalwart 0.13.2 to 0.15. The server takes a name and a hash, keeps both as they are and knows no
 * expiry, quota or rights: the secret is made and hashed here. `serverId` is the stored name.
 * `destroy` removes every one of exactly that name; names made here are unique.
 */
export function createStalwartRest(options: StalwartRestOptions): Provisioning {
  const { http, server, issuer, token, clock, random } = options;
  const versions = options.versions ?? createRestVersions({ http, clock });

  async function call(request: StalwartCall, bearer?: Secret): Promise<unknown> {
    const json = await stalwartCall(http, server, bearer ?? (await token(request.signal)), request);
    return readRestData(json, server, issuer);
  }

  async function names(signal: AbortSignal | undefined): Promise<readonly string[]> {
    return readRestNames(await call({ method: 'GET', path, signal }), server);
  }

  async function destroyName(name: string, signal: AbortSignal | undefined): Promise<'destroyed' | 'absent'> {
    if (!(await names(signal)).includes(name)) return 'absent';
    // Removal is by prefix of `<name>$<hash>`: the `$` ends the name, without it longer names would go too.
    const body = [{ type: 'removeAppPassword', name: `${name}$` }];
    await call({ method: 'POST', path, body, signal });
    return 'destroyed';
  }

  async function send(
    name: string,
    bearer: Secret,
    signal: AbortSignal | undefined,
  ): Promise<CreatedAppPassword> {
    const secret = randomText(random, secretLength);
    const password = sha512Crypt(secret, randomText(random, saltLength));
    await call({ method: 'POST', path, body: [{ type: 'addAppPassword', name, password }], signal }, bearer);
    return { serverId: name, secret: new Secret(secret) };
  }

  /** Where the version is a secret, one look tells: where bearer calls wipe, this very one has. */
  async function refuseIfWiped(name: string, signal: AbortSignal | undefined): Promise<void> {
    const kept = await names(signal).catch(() => null);
    signal?.throwIfAborted();
    if (kept !== null && !kept.includes(name)) throw wipes(server, wipingVersion);
  }

  return {
    limits: { generation: 'rest', secretMadeBy: 'client', canExpire: false, canRestrict: false },
    list: async (signal) => (await names(signal)).map(readRestName),
    async create(wanted, signal) {
      const told = await versions.ask({ server, issuer, token: await token(signal), signal });
      if (told !== null && isWiping(told)) throw wipes(server, told);
      const name = restName(wanted.description, clock.now());
      const bearer = await token(signal);
      return createOnce({
        signal,
        send: async () => {
          const created = await send(name, bearer, signal);
          if (told === null) await refuseIfWiped(name, signal);
          return created;
        },
        takeBack: (deadline) => destroyName(name, deadline),
      });
    },
    destroy: (expected, signal) => destroyName(expected.serverId, signal),
  };
}

function isWiping(version: string): boolean {
  return version === wipingVersion || version.startsWith(`${wipingVersion}-`);
}

function wipes(server: URL, version: string): Fault {
  return new Fault('server.wipes-app-passwords', `Stalwart ${version}`, {
    facts: { server: server.host, version },
  });
}
