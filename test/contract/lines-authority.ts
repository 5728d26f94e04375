import type { LoginOutcome, MailAuthority } from '../sandbox/mail/mail-authority.ts';
import { labelValue } from './lines-labels.ts';
import type { LinesExchange } from './lines-transcript.ts';

type State = 'valid' | Exclude<LoginOutcome['kind'], 'accepted' | 'protocol-not-allowed'>;

/** The state the recorded server was in at one exchange, read from the exchange's name and its labels. */
export function authorityOf({ version, name }: LinesExchange): MailAuthority {
  // The same secret is valid first and gone later.
  const gone = /destroyed|removed|after that/.test(name);
  const states = new Map<string, { readonly user: string; readonly state: State }>();
  const label = (text: string, user: string, state: State) =>
    void states.set(labelValue(version, text), { user, state });
  label('app password secret', 'alice@example.org', gone ? 'destroyed' : 'valid');
  label('second app password secret', 'alice@example.org', 'valid');
  // 0.15: the login is the user name claim, the address is refused (finding 8).
  label('app password secret of bob', 'bob', 'valid');
  label('an app-password-shaped secret that is not valid', 'alice@example.org', 'destroyed');
  label('expired app password secret', 'alice@example.org', 'expired');
  label('app password for another address', 'alice@example.org', 'address-not-allowed');
  label('access token of alice', 'alice@example.org', 'valid');
  label('access token of alice, opaque', 'alice@example.org', 'valid');
  label('token with another audience, second', 'alice@example.org', 'token-invalid');
  const { mailboxes, domains } = directoryOf(name, version);

  function outcome(secret: string, user: string | null, unknown: State): LoginOutcome {
    const found = states.get(secret);
    const state = found === undefined || (user !== null && found.user !== user) ? unknown : found.state;
    if (state !== 'valid') return { kind: state };
    const login = found?.user ?? '';
    return { kind: 'accepted', login, addresses: [login.includes('@') ? login : `${login}@example.org`] };
  }
  return {
    version,
    checkPassword: async (user, secret) => outcome(secret, user, 'wrong-secret'),
    checkToken: async (token) => outcome(token, null, 'token-unknown'),
    checkRecipient(address) {
      if (mailboxes.some((pattern) => pattern.test(address))) return 'accepted';
      return domains.includes(address.split('@')[1] ?? '') ? 'no-such-mailbox' : 'relay-not-allowed';
    },
    validAppPasswords: () => [],
    onChange: () => () => undefined,
  };
}

function directoryOf(
  name: string,
  version: string,
): { readonly mailboxes: readonly RegExp[]; readonly domains: readonly string[] } {
  const ours = ['example.org'];
  if (/never signed in/.test(name)) return { mailboxes: [], domains: version === '0.15.5' ? [] : ours };
  // 0.15 goes on remembering that there was no such domain (finding 7).
  if (/^mail after activation/.test(name) && version === '0.15.5') return { mailboxes: [], domains: [] };
  if (/^mail before/.test(name)) return { mailboxes: [], domains: ours };
  if (/pre-creation/.test(name)) return { mailboxes: [/^pre[^@]*@example\.org$/], domains: ours };
  return { mailboxes: [/^(alice|bob)@example\.org$/], domains: ours };
}
