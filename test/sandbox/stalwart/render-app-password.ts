import type { AppPasswordCredential, CredentialPermissions } from './account.ts';
import { encodeObjectId } from './object-id.ts';

/** An app password as `/get` shows it: the secret never again. */
export function renderAppPassword(credential: AppPasswordCredential): Readonly<Record<string, unknown>> {
  return {
    description: credential.description,
    secret: '****',
    createdAt: credential.createdAt,
    expiresAt: credential.expiresAt,
    permissions: renderPermissions(credential.permissions),
    allowedIps: asSet(credential.allowedIps),
    id: encodeObjectId(credential.id),
  };
}

function renderPermissions(permissions: CredentialPermissions): Readonly<Record<string, unknown>> {
  return permissions.kind === 'Inherit'
    ? { '@type': 'Inherit' }
    : { permissions: asSet(permissions.permissions), '@type': permissions.kind };
}

function asSet(items: readonly string[]): Readonly<Record<string, true>> {
  return Object.fromEntries(items.map((item) => [item, true]));
}
