import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenSetsKeyName } from '../../src-main/sign-in/sealed-token-store.ts';
import { unseal } from '../../src-main/sign-in/token-seal.ts';
import type { OpenSandbox } from '../sandbox/start-sandbox.ts';
import type { KeyringSession } from '../vault/keyring-session.ts';

/** What is looked into: a keychain, and where Gatepass keeps its things. */
export interface KeptOn {
  readonly keyring: KeyringSession;
  readonly terminal: { readonly home: string };
}

export interface KeptTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string | null;
  readonly expiresAt: number;
}

/** What the keychain holds under a name; null when nothing. */
export async function lookUp({ keyring }: Pick<KeptOn, 'keyring'>, account: string): Promise<string | null> {
  const found = await keyring.run(['secret-tool', 'lookup', 'service', 'gatepass', 'account', account]);
  return found.code === 0 ? found.stdout : null;
}

/** Opens the sealed file of a computer as only its owner can: with the key in the keychain. */
export async function keptTokens(computer: KeptOn): Promise<KeptTokens> {
  const sealed = await readFile(join(computer.terminal.home, 'token-sets.sealed'));
  const key = await lookUp(computer, tokenSetsKeyName(computer.terminal.home));
  const plain = unseal(Buffer.from(key ?? '', 'base64url'), sealed);
  const [first] = JSON.parse(plain?.toString('utf8') ?? '[]') as KeptTokens[];
  if (!first) throw new Error('no token set is kept');
  return first;
}

/** What the provider says of a token to those who may ask (RFC 7662). */
export async function isActive({ provider }: OpenSandbox, token: string): Promise<boolean> {
  const { clientId, clientSecret } = provider.mailServer;
  const answer = await fetch(provider.introspectionEndpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ token }),
  });
  return ((await answer.json()) as { active: boolean }).active;
}
