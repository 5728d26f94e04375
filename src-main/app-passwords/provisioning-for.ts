import { randomBytes } from 'node:crypto';
import { assertNever } from '../assert-never.ts';
import type { Account } from '../mailbox/account.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import type { Secret } from '../secret.ts';
import type { Provisioning } from './provisioning.ts';
import type { RestVersions } from './rest-version.ts';
import { createStalwartJmap } from './stalwart-jmap.ts';
import { createStalwartRest } from './stalwart-rest.ts';

/** The provisioning API of the account's server, by its generation. `token` is asked for before each call. */
export function provisioningFor(
  ports: { readonly http: Http; readonly clock: Clock; readonly restVersions?: RestVersions },
  account: Pick<Account, 'service' | 'jmapAccountId'>,
  token: (signal?: AbortSignal) => Promise<Secret>,
): Provisioning {
  const { generation, issuer } = account.service;
  const server = new URL(account.service.server);
  switch (generation) {
    case 'jmap':
      return createStalwartJmap({ http: ports.http, server, accountId: account.jmapAccountId, token });
    case 'rest':
      return createStalwartRest({
        http: ports.http,
        clock: ports.clock,
        server,
        issuer: issuer.url,
        token,
        random: randomBytes,
        ...(ports.restVersions === undefined ? {} : { versions: ports.restVersions }),
      });
    default:
      return assertNever(generation);
  }
}
