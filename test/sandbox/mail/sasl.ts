/** What a client proves itself with. */
export type Credentials =
  | { readonly kind: 'password'; readonly user: string; readonly secret: string }
  | { readonly kind: 'token'; readonly token: string };

export type SaslMechanism = 'PLAIN' | 'OAUTHBEARER' | 'XOAUTH2';

export function saslMechanism(name: string): SaslMechanism | null {
  const upper = name.toUpperCase();
  return upper === 'PLAIN' || upper === 'OAUTHBEARER' || upper === 'XOAUTH2' ? upper : null;
}

/**
 * What is inside a client's base64 message, read as leniently as Stalwart does: OAUTHBEARER (RFC 7628) and XOAUTH2
 * share one reader that looks for `auth=Bearer <token>`; the user named beside it is ignored.
 * @returns null where there is nothing that could be checked
 */
export function readSaslMessage(mechanism: SaslMechanism, base64: string): Credentials | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null;
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return mechanism === 'PLAIN' ? readPlain(text) : readBearer(text);
}

function readPlain(text: string): Credentials | null {
  const [, user = '', secret = ''] = text.split('\u0000');
  return user === '' || secret === '' ? null : { kind: 'password', user, secret };
}

function readBearer(text: string): Credentials | null {
  const prefix = 'auth=bearer ';
  const part = text.split('\u0001').find((each) => each.toLowerCase().startsWith(prefix));
  return part === undefined ? null : { kind: 'token', token: part.slice(prefix.length) };
}
