import type { Secret } from '../secret.ts';
import type { Access } from '../sign-in/access.ts';
import type { Provisioning } from './provisioning.ts';

/**
 * Provisioning in the name of one account: each call has a token that lives, and is sent once more with a refreshed one
 * when the server refuses it (a refused token has changed nothing).
 * @param make the provisioning API for tokens from the given source
 */
export function createAccessedProvisioning(
  access: Access,
  make: (token: () => Promise<Secret>) => Provisioning,
): Provisioning {
  const as = (token: Secret) => make(() => Promise.resolve(token));
  return {
    limits: make(() => access.token()).limits,
    list: (signal) => access.use((token) => as(token).list(signal), signal),
    create: (wanted, signal) => access.use((token) => as(token).create(wanted, signal), signal),
    destroy: (expected, signal) => access.use((token) => as(token).destroy(expected, signal), signal),
  };
}
