import { isIP } from 'node:net';
import type { CredentialPermissions } from './account.ts';
import { toSeconds } from './accounts-store.ts';
import { invalidPatch, type SetError } from './jmap-error.ts';
import { userPermissions } from './user-permissions.ts';

/** The part of an app password a client may set. `description` is empty until it is set. */
export interface CredentialValues {
  readonly description: string;
  readonly expiresAt: string | null;
  readonly permissions: CredentialPermissions;
  readonly allowedIps: readonly string[];
}

export const emptyCredential: CredentialValues = {
  description: '',
  expiresAt: null,
  permissions: { kind: 'Inherit' },
  allowedIps: [],
};

type Patched = { readonly values: CredentialValues } | { readonly error: SetError };

const serverSet: ReadonlySet<string> = new Set(['secret', 'createdAt', 'credentialId', 'id']);
const badObject = 'Invalid value for object property';
const badKey = 'Invalid key for object property';

/** Applies the members of a create or an update, pointers included (S16 registry/src/jmap/patch.rs). */
export function patchCredential(from: CredentialValues, patch: Readonly<Record<string, unknown>>): Patched {
  let values = from;
  for (const [path, value] of Object.entries(patch)) {
    const patched = patchOne(values, path, value);
    if ('error' in patched) {
      return patched;
    }
    values = patched.values;
  }
  return { values };
}

function patchOne(values: CredentialValues, path: string, value: unknown): Patched {
  const [property = '', key, ...rest] = path.split('/').map(unescapePointer);
  if (serverSet.has(property)) {
    return { error: invalidPatch('Cannot modify server set property', path) };
  }
  switch (property) {
    case 'description':
      return typeof value === 'string' && value !== ''
        ? { values: { ...values, description: value } }
        : { error: invalidPatch('Invalid value for property.', path) };
    case 'expiresAt':
      return patchExpiry(values, path, value);
    case 'permissions':
      return patchPermissions(values, path, value);
    case 'allowedIps': {
      const set =
        rest.length > 0 ? { error: badObject } : patchSet(values.allowedIps, key, value, isAddressOrNetwork);
      return 'error' in set
        ? { error: invalidPatch(set.error, path) }
        : { values: { ...values, allowedIps: set.items } };
    }
    case '@type':
      return { values };
    default:
      return { error: invalidPatch('Invalid property', path) };
  }
}

/** Dates are read leniently, offsets included, and kept in UTC. */
function patchExpiry(values: CredentialValues, path: string, value: unknown): Patched {
  if (value === null) {
    return { values: { ...values, expiresAt: null } };
  }
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time)
    ? { error: invalidPatch('Invalid value for property.', path) }
    : { values: { ...values, expiresAt: toSeconds(time) } };
}

function patchPermissions(values: CredentialValues, path: string, value: unknown): Patched {
  if (!isRecord(value) || path.includes('/')) {
    return { error: invalidPatch("Missing or invalid '@type' property in object", path) };
  }
  const kind = value['@type'];
  if (kind === 'Inherit') {
    return { values: { ...values, permissions: { kind } } };
  }
  if (kind !== 'Disable' && kind !== 'Replace') {
    return { error: invalidPatch("Missing or invalid '@type' property in object", path) };
  }
  const set = patchSet([], undefined, value['permissions'] ?? {}, (name) => userPermissions.includes(name));
  return 'error' in set
    ? { error: invalidPatch(set.error, `${path}/permissions`) }
    : { values: { ...values, permissions: { kind, permissions: set.items } } };
}

/** An object used as a set: a member is set by `true`, taken away by `false` or null through a pointer. */
function patchSet(
  items: readonly string[],
  key: string | undefined,
  value: unknown,
  isKey: (text: string) => boolean,
): { readonly items: readonly string[] } | { readonly error: string } {
  if (key !== undefined) {
    if (!isKey(key) || (typeof value !== 'boolean' && value !== null)) {
      return { error: badObject };
    }
    const others = items.filter((item) => item !== key);
    return { items: value === true ? (items.includes(key) ? items : [...items, key]) : others };
  }
  if (!isRecord(value)) {
    return { error: badObject };
  }
  const entries = Object.entries(value);
  return entries.every(([name, set]) => isKey(name) && typeof set === 'boolean')
    ? { items: entries.filter(([, set]) => set === true).map(([name]) => name) }
    : { error: badKey };
}

/** IPv4 with a prefix of 8 to 32 bits, IPv6 with 8 to 128, or a single address. */
function isAddressOrNetwork(text: string): boolean {
  const [address = '', prefix] = text.split('/');
  const family = isIP(address);
  if (family === 0 || prefix === undefined) {
    return family !== 0;
  }
  const bits = Number(prefix);
  return /^\d{1,3}$/.test(prefix) && bits >= 8 && bits <= (family === 4 ? 32 : 128);
}

function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
