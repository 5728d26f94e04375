import type { Account } from './account.ts';
import type { ExternalPerson } from './external-directory.ts';
import type { ServerContext } from './server-context.ts';
import { isAppPassword } from './stored-secret.ts';

/**
 * The account of a person the provider vouches for: made at the first authenticated call, brought up to date later.
 * @returns undefined where 0.16 refuses: the mail domain is not one of the server's (compared with its case)
 */
export function attachPerson(context: ServerContext, person: ExternalPerson): Account | undefined {
  return context.traits.generation === 'jmap'
    ? attachByAddress(context, person)
    : attachByName(context, person);
}

/** 0.16: S16 common/cache/directory.rs. Credentials stay. */
function attachByAddress({ store }: ServerContext, person: ExternalPerson): Account | undefined {
  const domain = person.email.slice(person.email.lastIndexOf('@') + 1);
  if (store.domain(domain) === undefined) {
    return undefined;
  }
  const known = store.byEmail(person.email);
  if (known === undefined) {
    return store.add({ name: person.email, emails: [person.email], description: person.fullName });
  }
  return person.fullName === null || known.description === person.fullName
    ? known
    : store.change(known.id, { description: person.fullName });
}

/**
 * Up to 0.15: the principal is the user name claim; the mail domain is created silently, after the account (run: the
 * ids tell). 0.14.0 drops the app passwords at every call (issue 2319).
 */
function attachByName({ store, traits }: ServerContext, person: ExternalPerson): Account {
  const known =
    store.byName(person.username) ?? store.add({ name: person.username, emails: [person.email], roles: [] });
  store.addDomain(person.email.slice(person.email.lastIndexOf('@') + 1));
  return store.change(known.id, {
    emails: [person.email, ...known.emails.filter((email) => email !== person.email)],
    description: person.fullName ?? known.description,
    roles: known.roles.includes('user') ? known.roles : [...known.roles, 'user'],
    secrets:
      traits.externalAppPasswords === 'wiped-by-bearer'
        ? known.secrets.filter((stored) => !isAppPassword(stored))
        : known.secrets,
  });
}
