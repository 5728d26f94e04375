import type { Account, AppPasswordCredential, Credential, CredentialPermissions } from './account.ts';
import { effectivePermissions } from './account.ts';
import { nextCredentialId, toSeconds } from './accounts-store.ts';
import { makeAppSecret } from './app-secret.ts';
import { type CredentialValues, emptyCredential, patchCredential } from './credential-patch.ts';
import { expiryFilter } from './expiry-filter.ts';
import { JmapError, type SetError } from './jmap-error.ts';
import { parseGet, pickProperties } from './jmap-get.ts';
import { parseQuery, queryResponse } from './jmap-query.ts';
import { createSetResponse, parseSet, type SetRequest, type SetResponse } from './jmap-set.ts';
import { decodeObjectId, encodeObjectId } from './object-id.ts';
import { renderAppPassword } from './render-app-password.ts';
import type { ServerContext } from './server-context.ts';
import { userPermissions } from './user-permissions.ts';

const defaultQuota = 5;

/** `x:AppPassword/*` of 0.16 (S16 jmap/registry/mapping/account.rs). */
export function createAppPasswordMethods(context: ServerContext) {
  const { store, traits } = context;

  const create = (
    request: SetRequest,
    response: SetResponse,
    account: Account,
    caller: readonly string[],
  ): readonly Credential[] => {
    const quota = account.maxAppPasswords ?? context.options.quota ?? defaultQuota;
    const unlimited = account.maxAppPasswords === null || context.options.quota === null;
    let credentials = account.credentials;
    for (const [clientId, value] of request.create) {
      const patched = patchCredential(emptyCredential, value);
      // Counted before anything of this call is destroyed, expired ones included (finding 11).
      const full = !unlimited && credentials.filter(isAppPassword).length >= quota;
      const error =
        'error' in patched
          ? patched.error
          : full
            ? { type: 'overQuota', description: `You have exceeded your quota of ${quota} app passwords.` }
            : excessOf(patched.values.permissions, caller);
      if (error !== undefined || 'error' in patched) {
        response.failCreate(clientId, error ?? { type: 'invalidPatch' });
        continue;
      }
      const id = nextCredentialId(credentials);
      const { text, secret } = makeAppSecret(id, traits.secretSeparator);
      credentials = [
        ...credentials,
        {
          kind: 'app-password',
          id,
          random: secret.random,
          secret: text,
          createdAt: toSeconds(context.now()),
          ...patched.values,
        },
      ];
      response.create(clientId, { id: encodeObjectId(id), secret: text });
    }
    return credentials;
  };

  return {
    get: (args: unknown, account: Account) => {
      const { ids, properties } = parseGet(args);
      const wanted = ids ?? account.credentials.map(({ id }) => encodeObjectId(id));
      const list = account.credentials
        .filter(isAppPassword)
        .filter(({ id }) => wanted.includes(encodeObjectId(id)))
        .map((credential) => pickProperties(renderAppPassword(credential), properties));
      const found = new Set(list.map(({ id }) => id));
      // With all of them asked for, the ids of other credentials end up here.
      return { list, notFound: wanted.filter((id) => !found.has(id)) };
    },

    query: (args: unknown, account: Account) => {
      const query = parseQuery(args);
      const expiry = query.filter.map(([name, value]) => expiryFilter(name, value));
      const matches = account.credentials
        .filter(isAppPassword)
        .filter(({ expiresAt }) => expiry.every((test) => expiresAt !== null && test(Date.parse(expiresAt))));
      const direction = query.ascending ? 1 : -1;
      const sorted = matches.toSorted((a, b) => {
        switch (query.sortBy) {
          case 'id':
            return direction * (a.id - b.id);
          case 'expiresAt':
            return direction * (timeOf(a) - timeOf(b)) || a.id - b.id;
          default:
            throw new JmapError('unsupportedSort', `Property ${query.sortBy} is not supported for sorting`);
        }
      });
      return queryResponse(
        sorted.map(({ id }) => encodeObjectId(id)),
        query,
      );
    },

    /** Creates, then updates, then destroys; all of it is one write. */
    set: (args: unknown, account: Account, caller: readonly string[]) => {
      const request = parseSet(args);
      const response = createSetResponse();
      let credentials = create(request, response, account, caller);

      for (const [id, patch] of request.update) {
        if (request.destroy.includes(id)) {
          response.failUpdate(id, { type: 'willDestroy', description: 'ID will be destroyed.' });
          continue;
        }
        const known = credentials.find((credential) => credential.id === decodeObjectId(id));
        if (known?.kind !== 'app-password') {
          response.failUpdate(id, { type: 'notFound' });
          continue;
        }
        const patched = patchCredential(valuesOf(known), patch);
        const error = 'error' in patched ? patched.error : excessOf(patched.values.permissions, caller);
        if (error !== undefined || 'error' in patched) {
          response.failUpdate(id, error ?? { type: 'invalidPatch' });
          continue;
        }
        credentials = credentials.map((credential) =>
          credential === known ? { ...known, ...patched.values } : credential,
        );
        response.update(id);
      }

      for (const id of request.destroy) {
        // Looked up among all credentials: an API key's id destroys the API key.
        const known = credentials.find((credential) => credential.id === decodeObjectId(id));
        if (known === undefined) {
          response.failDestroy(id, { type: 'notFound' });
        } else if (known.kind === 'password') {
          response.failDestroy(id, {
            type: 'forbidden',
            description: 'Users are not allowed to destroy their own credentials.',
          });
        } else {
          credentials = credentials.filter((credential) => credential !== known);
          response.destroy(id);
        }
      }

      if (credentials.some((credential) => isAppPassword(credential) && credential.description === '')) {
        response.failAll({
          type: 'validationFailed',
          validationErrors: [{ type: 'Required', property: 'description' }],
        });
        return response.render();
      }
      if (credentials !== account.credentials) {
        store.change(account.id, { credentials });
      }
      return response.render();
    },
  };
}

function isAppPassword(credential: Credential): credential is AppPasswordCredential {
  return credential.kind === 'app-password';
}

function valuesOf({
  description,
  expiresAt,
  permissions,
  allowedIps,
}: AppPasswordCredential): CredentialValues {
  return { description, expiresAt, permissions, allowedIps };
}

function timeOf(credential: AppPasswordCredential): number {
  return credential.expiresAt === null ? Number.NEGATIVE_INFINITY : Date.parse(credential.expiresAt);
}

/** A credential may not be granted more than the caller has. */
function excessOf(permissions: CredentialPermissions, caller: readonly string[]): SetError | undefined {
  const excess = effectivePermissions(userPermissions, permissions).filter((name) => !caller.includes(name));
  if (excess.length === 0) {
    return undefined;
  }
  const more = excess.length > 2 ? ` and ${excess.length - 2} more` : '';
  return {
    type: 'forbidden',
    description: `You are not authorized to grant permissions: ${excess.slice(0, 2).join(', ')}${more}`,
  };
}
