/** The people who live at the sandbox's identity provider. All passwords are throw-away. */
export interface Person {
  readonly login: string;
  readonly password: string;
  /** Address typed into Gatepass. */
  readonly address: string;
  readonly name: string;
  /** Claims at the provider; a missing one is not released at all. */
  readonly claims: { readonly email?: string; readonly preferred_username: string; readonly name: string };
}

export const people: readonly Person[] = [
  // 0.16 and 0.15: user name claim is the address
  person('alice', 'alice@example.org', 'Alice Example', {
    email: 'alice@example.org',
    preferred_username: 'alice@example.org',
  }),
  // user name claim is no address: 0.16 takes the e-mail claim, 0.15 makes a principal "bob"
  person('bob', 'bob@example.org', 'Bob Example', { email: 'bob@example.org', preferred_username: 'bob' }),
  // upper case: 401 on 0.16, folded on 0.15
  person('carol', 'carol@example.org', 'Carol Example', {
    email: 'Carol@Example.org',
    preferred_username: 'Carol@Example.org',
  }),
  // a mail domain the server does not have: 401 on 0.16, silently created on 0.15
  person('dave', 'dave@unknown.test', 'Dave Elsewhere', {
    email: 'dave@unknown.test',
    preferred_username: 'dave@unknown.test',
  }),
  // no e-mail claim
  person('erin', 'erin@example.org', 'Erin Example', { preferred_username: 'erin' }),
  person('mara', 'mara@example.org', 'Mara Lindqvist', {
    email: 'mara@example.org',
    preferred_username: 'mara@example.org',
  }),
];

function person(
  login: string,
  address: string,
  name: string,
  claims: Omit<Person['claims'], 'name'>,
): Person {
  return { login, password: `${login}-sandbox-password`, address, name, claims: { ...claims, name } };
}
