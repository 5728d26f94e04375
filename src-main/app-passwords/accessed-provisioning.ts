import { Fault } from '../fault.ts';
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
  /** What the last creation was done with. */
  let used: Secret | null = null;

  return {
    limits: make(() => access.token()).limits,
    list: (signal) => access.use((token) => as(token).list(signal), signal),
    create: (wanted, signal) =>
      access.use((token) => {
        used = token;
        return as(token).create(wanted, signal);
      }, signal),
    async destroy(expected, signal) {
      try {
        return await access.use((token) => as(token).destroy(expected, signal), signal);
      } catch (thrown) {
        // The keychain was locked while an app password was made, and it is the keychain that has the token to take it
        // back with.
        const locked = thrown instanceof Fault && thrown.code.startsWith('vault.');
        if (!locked || used === null) throw thrown;
        return as(used).destroy(expected, signal);
      }
    },
  };
}
