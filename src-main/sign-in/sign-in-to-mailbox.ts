import { type FindRequest, findMailService } from '../discovery/find-mail-service.ts';
import type { MailService } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';
import { activateMailbox } from '../mailbox/activate-mailbox.ts';
import { type Account, accountId } from '../mailbox/account.ts';
import type { AccountBook } from '../mailbox/account-book.ts';
import { openProofLine, type ProofLine } from '../mailbox/proof-line.ts';
import type { Browser } from '../platform/browser.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import { runStep, type Watch } from '../steps.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenRedirectReceiver } from './redirect-receiver.ts';
import { runSignIn } from './run-sign-in.ts';
import type { SignIn, SignInClient, SignInResult } from './sign-in.ts';
import type { TokenStore } from './token-store.ts';

export interface SignInPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly browser: Browser;
  readonly signIn: SignIn;
  readonly openReceiver: OpenRedirectReceiver;
  readonly vault: Vault;
  readonly tokens: TokenStore;
  readonly accounts: AccountBook;
}

export interface SignInRequest extends FindRequest {
  readonly clientId: string | null;
  readonly scopes: readonly string[] | null;
  readonly audience: string | null;
  /** A person who signed in as somebody else than `address` said: take that mailbox. */
  readonly acceptLogin: string | null;
  readonly openBrowser: boolean;
  /** Fixed loopback port for providers that insist on one; null for any free one. */
  readonly port: number | null;
  readonly timeoutMs: number;
  /** Leave the probes connected for an app password that is made right afterwards. */
  readonly keepConnections: boolean;
}

export interface SignInWatch extends Watch {
  /** The link the browser must open; `opened` is false when no browser could be started. */
  readonly onLink: (url: URL, opened: boolean) => void;
}

export interface SignedIn {
  readonly account: Account;
  /** Something worth knowing in plain words, or null. */
  readonly note: string | null;
  /** The connected probes, when asked for; the caller closes them. */
  readonly line: ProofLine | null;
}

const defaultScopes = ['openid', 'email', 'profile', 'offline_access'];
const defaultClientId = 'gatepass';

/**
 * The first half of the main job: find the mail service, sign in with the browser, activate the mailbox, compare the
 * identity the SERVER reports with the address, and only then keep the token set and the account.
 * @throws Fault input.*, network.*, server.*, issuer.*, signin.*, vault.*
 */
export async function signInToMailbox(ports: SignInPorts, request: SignInRequest, watch: SignInWatch): Promise<SignedIn> {
  await refuseWithoutVault(ports.vault);
  const now = () => ports.clock.now();
  const found = await runStep(watch, now, 'found', () => findMailService(ports.http, request, watch.signal));
  const line = openProofLine(ports.http, found.server, found.candidates);
  try {
    const client: SignInClient = {
      issuer: found.issuer.url,
      clientId: request.clientId ?? defaultClientId,
      scopes: request.scopes ?? defaultScopes,
      audience: request.audience,
    };
    const result = await runStep(
      watch,
      now,
      'signed-in',
      () => signInWithBrowser(ports, client, request, watch),
      ({ claims }) => claims.email ?? claims.preferredUsername ?? claims.subject,
    );
    const active = await runStep(
      watch,
      now,
      'active',
      () => activateMailbox(ports, { ...found, address: request.address }, result.tokens.accessToken, watch.signal),
      ({ login }) => login,
    );
    if (active.identity !== 'same' && request.acceptLogin !== active.login) {
      throw await wrongPerson(ports, client, request.address, active.login, result);
    }
    const account = await keep(ports, request, client, result, active, await service(found, line));
    return { account, note: active.note, line: request.keepConnections ? line : closed(line) };
  } catch (thrown) {
    line.close();
    throw thrown;
  }
}

/** Says so before the browser opens: a sign-in that cannot be kept would be for nothing. */
async function refuseWithoutVault(vault: Vault): Promise<void> {
  const { state, name } = await vault.describe();
  if (state === 'locked') throw new Fault('vault.locked', 'keychain is locked');
  if (state === 'missing') throw new Fault('vault.missing', 'no keychain', { facts: { reason: name } });
}
