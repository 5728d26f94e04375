import type { Account } from './account.ts';
import type { AccountsStore } from './accounts-store.ts';
import { encodeObjectId } from './object-id.ts';

/** An account as `x:Account/get` shows it. Credentials are left out: how they look there was not recorded. */
export function renderAccount(account: Account, store: AccountsStore): Readonly<Record<string, unknown>> {
  const placeOf = (email: string): readonly [name: string, domainId: string] => {
    const at = email.lastIndexOf('@');
    const domain = store.domain(email.slice(at + 1));
    return [email.slice(0, at), encodeObjectId(domain?.id ?? 0)];
  };
  const [email = '', ...aliases] = account.emails;
  const [name, domainId] = placeOf(email);
  return {
    name,
    domainId,
    credentials: {},
    createdAt: account.createdAt,
    memberGroupIds: {},
    memberTenantId: null,
    roles: { '@type': 'User' },
    permissions: { '@type': 'Inherit' },
    quotas: {},
    aliases: Object.fromEntries(
      aliases.map(placeOf).map(([alias, of], index) => [index, { name: alias, domainId: of }]),
    ),
    description: account.description,
    locale: 'en_US',
    timeZone: null,
    encryptionAtRest: { '@type': 'Disabled' },
    '@type': 'User',
    usedDiskQuota: 0,
    emailAddress: email,
    id: encodeObjectId(account.id),
  };
}
