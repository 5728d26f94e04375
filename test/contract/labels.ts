import { makeAppSecret } from '../sandbox/stalwart/app-secret.ts';
import type { TokenMint } from './token-mint.ts';

export const adminPassword = 'correct horse battery staple';

/** What stands behind the recordings' `<labels>`: tokens are minted, secrets remembered from answers or made up. */
export interface Labels {
  /** Replaces every label of a text by its value. */
  fill(text: string): Promise<string>;
  /** The value an answer showed for a label. @returns false when another value was known before */
  bind(label: string, value: string): boolean;
}

/** @param opaque the recordings up to 0.15 use opaque tokens unless the label says otherwise */
export function createLabels(mint: TokenMint, opaque: boolean): Labels {
  const values = new Map<string, string>([['admin password', adminPassword]]);

  const make = async (label: string): Promise<string> => {
    const person = /access token of (\w+)/.exec(label)?.[1];
    const isOpaque = label.includes('opaque') || (opaque && !label.includes('JWT'));
    if (person !== undefined) {
      return isOpaque ? mint.opaque(claimsOf(person)) : mint.jwt(claimsOf(person));
    }
    const alice = claimsOf('alice');
    switch (label) {
      case 'token with another audience':
      case 'token with another audience, second':
        return mint.jwt(alice, { audience: 'another' });
      case 'token without scope claim':
        return mint.jwt(alice, { scope: null });
      case 'token with scp':
        return mint.jwt({ ...alice, scp: 'openid email profile' }, { scope: null });
      case 'token without email scope':
        return mint.jwt(alice, { scope: 'openid profile' });
      case 'expired token':
        return mint.jwt(alice, { lifetime: -1 });
      case 'token without claims':
        return mint.jwt({ sub: 'alice' });
      case 'user access token':
        // As long as the recorded one: a content-length depends on it.
        return 'user-access-token';
      case 'an app-password-shaped secret that is not valid':
        return makeAppSecret(1, '_').text;
      default:
        return `made up for ${label.replaceAll(' ', '-')}`;
    }
  };

  const behind = async (label: string) => {
    const value = values.get(label) ?? (await make(label));
    values.set(label, value);
    return value;
  };

  return {
    fill: async (text) => {
      let filled = text;
      for (const [whole, label = ''] of text.matchAll(/<([a-z][\w ,-]+)>/g)) {
        filled = filled.replace(whole, await behind(label));
      }
      return filled;
    },
    bind: (label, value) => {
      const known = values.get(label);
      values.set(label, known ?? value);
      return known === undefined || known === value;
    },
  };
}

function claimsOf(person: string): Readonly<Record<string, string>> {
  const address = `${person}@example.org`;
  switch (person) {
    case 'alice':
      return { sub: person, email: address, preferred_username: address, name: 'Alice Example' };
    case 'bob':
      return { sub: person, email: address, preferred_username: 'bob', name: 'Bob Example' };
    case 'carol':
      return {
        sub: person,
        email: 'Carol@Example.org',
        preferred_username: 'Carol@Example.org',
        name: 'Carol',
      };
    case 'dave':
      return {
        sub: person,
        email: 'dave@unknown.test',
        preferred_username: 'dave@unknown.test',
        name: 'Dave',
      };
    case 'erin':
      return { sub: person, preferred_username: 'erin', name: 'Erin' };
    default:
      return { sub: person, email: address, preferred_username: address, name: person };
  }
}
