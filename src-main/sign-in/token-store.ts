import type { TokenSet } from './token-set.ts';

/**
 * Where token sets are kept, one per account. `save` has written durably when it resolves and replaces the whole set
 * or nothing. `remove` of what is not there is no error.
 * @throws Fault vault.*, state.*
 */
export interface TokenStore {
  load(accountId: string): Promise<TokenSet | null>;
  save(accountId: string, tokens: TokenSet): Promise<void>;
  remove(accountId: string): Promise<void>;
}
