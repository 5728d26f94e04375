import { timingSafeEqual } from 'node:crypto';
import type { Person } from '../people.ts';
import type { ReleasedClaim } from './provider-options.ts';

/** The people of the provider: who they are, whether they may sign in, what is told about them. */
export interface PeopleDirectory {
  /** By login or by address, in any case: what a person may type. Undefined when unknown. */
  find(loginOrAddress: string): Person | undefined;
  /** The person, when the password is right and the person is not disabled. */
  check(loginOrAddress: string, password: string): Person | 'wrong' | 'disabled';
  /** By login; undefined when unknown or disabled. */
  active(login: string): Person | undefined;
  setDisabled(login: string, disabled: boolean): void;
}

export function createPeopleDirectory(people: readonly Person[]): PeopleDirectory {
  const disabled = new Set<string>();
  const find = (typed: string) => {
    const wanted = typed.trim().toLowerCase();
    return people.find((person) => person.login.toLowerCase() === wanted || person.address === wanted);
  };
  return {
    find,
    check: (typed, password) => {
      const person = find(typed);
      if (person === undefined || !same(person.password, password)) return 'wrong';
      return disabled.has(person.login) ? 'disabled' : person;
    },
    active: (login) => people.find((person) => person.login === login && !disabled.has(login)),
    setDisabled: (login, value) => {
      if (!people.some((person) => person.login === login)) throw new Error(`nobody is called ${login}`);
      if (value) {
        disabled.add(login);
      } else {
        disabled.delete(login);
      }
    },
  };
}

/** Which scope opens which claim (OpenID Connect Core 5.4). */
const scopeOf: Readonly<Record<ReleasedClaim, string>> = {
  email: 'email',
  preferred_username: 'profile',
  name: 'profile',
};

/** What is told about `person` to who was granted `scopes`. */
export function claimsFor(
  person: Person,
  scopes: ReadonlySet<string>,
  released: readonly ReleasedClaim[],
): Readonly<Record<string, string>> {
  const told = released
    .filter((claim) => scopes.has(scopeOf[claim]))
    .map((claim) => [claim, person.claims[claim]] as const)
    .filter((entry): entry is [ReleasedClaim, string] => entry[1] !== undefined);
  return Object.fromEntries(told);
}

function same(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
