import type { RestVersions } from '../app-passwords/rest-version.ts';
import type { FindRequest, FoundMailService } from '../discovery/find-mail-service.ts';
import type { MailService } from '../discovery/mail-service.ts';
import { watchedFind } from '../discovery/watched-find.ts';
import { Fault } from '../fault.ts';
import { type Account, accountId } from '../mailbox/account.ts';
import type { AccountBook } from '../mailbox/account-book.ts';
import { type ActiveMailbox, activateMailbox, type MailboxToActivate } from '../mailbox/activate-mailbox.ts';
import { activationNote } from '../mailbox/activation-note.ts';
import { openProofLine, type ProofLine } from '../mailbox/proof-line.ts';
import type { Browser } from '../platform/browser.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import { runStep } from '../steps.ts';
import { requireOpenVault } from '../vault/require-open-vault.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenRedirectReceiver } from './redirect-receiver.ts';
import type { SignIn, SignInClient, SignInResult } from './sign-in.ts';
import { type PersonRequest, type SignInWatch, signInPerson } from './sign-in-person.ts';
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
  readonly restVersions: RestVersions;
}

export interface SignInRequest extends FindRequest, PersonRequest {
  /** What `watchedFind` found before and a person has seen; looked for when absent. */
  readonly found?: FoundMailService;
  readonly clientId: string | null;
  readonly scopes: readonly string[] | null;
  readonly audience: string | null;
  /** A person who signed in as somebody else than `address` said: take that mailbox. */
  readonly acceptLogin: string | null;
  /** Leave the probes connected for an app password that is made right afterwards. */
  readonly keepConnections: boolean;
}

export interface SignedIn {
  readonly account: Account;
  /** What the PROVIDER calls the person; for words on screen only. */
  readonly name: string | null;
  /** Something worth knowing in plain words, or null. */
  readonly note: string | null;
  /** Whether mail that bounced before may go on bouncing for up to an hour. */
  readonly mayBounce: boolean;
  /** The connected probes, when asked for; the caller closes them. */
  readonly line: ProofLine | null;
}

const defaultScopes = ['openid', 'email', 'profile', 'offline_access'];
const defaultClientId = 'gatepass';
/** Milliseconds for taking back the tokens of a person who was not meant. */
const revokeDeadline = 5_000;

/**
 * The first half of the main job: find the mail service, sign in with the browser, activate the mailbox, compare the
 * identity the SERVER reports with the address, and only then keep the token set and the account.
 * @throws Fault input.*, network.*, server.*, issuer.*, signin.*, vault.*
 */
export async function signInToMailbox(
  ports: SignInPorts,
  request: SignInRequest,
  watch: SignInWatch,
): Promise<SignedIn> {
  const now = () => ports.clock.now();
  const found = request.found ?? (await watchedFind(ports, request, watch));
  // Said before the browser opens: a sign-in that cannot be kept would be for nothing.
  await requireOpenVault(ports.vault);
  const line = openProofLine(ports.http, found.server, found.candidates);
  try {
    const client = await clientAt(ports, found, request, watch.signal);
    const result = await runStep(
      watch,
      now,
      'signed-in',
      () => signInPerson(ports, { place: found, client, request, watch, onReturn: () => line.reopen() }),
      ({ claims }) => claims.email ?? claims.preferredUsername ?? claims.subject ?? 'yet unnamed',
    );
    const mailbox = {
      ...found,
      issuer: client.issuer,
      address: request.address,
      token: result.tokens.accessToken,
    };
    const active = await runStep(
      watch,
      now,
      'active',
      () => activateMailbox(ports, mailbox, watch.signal),
      ({ login }) => login,
    );
    if (request.keepConnections) askVersionEarly(ports, mailbox);
    if (active.identity.kind !== 'same' && request.acceptLogin !== active.login) {
      throw await wrongPerson(ports, client, request.address, active.login, result);
    }
    const account = accountOf(
      ports.clock,
      request.address,
      client,
      active,
      await serviceOf(found, client, line),
    );
    await ports.tokens.save(account.id, result.tokens);
    await ports.accounts.put(account);
    if (!request.keepConnections) line.close();
    return {
      account,
      name: result.claims.name,
      note: activationNote(active),
      mayBounce: active.mayBounceForAnHour,
      line: request.keepConnections ? line : null,
    };
  } catch (thrown) {
    line.close();
    throw thrown;
  }
}

/**
 * Up to 0.15 the version must be known before an app password is made (0.14.0 would destroy it again). Where one is
 * made soon afterwards, it is asked while the person looks at the next screen. Not beside the activation: the first
 * two calls of a new account at once might both create it. Who needs the version waits for this answer.
 */
function askVersionEarly(ports: SignInPorts, mailbox: MailboxToActivate): void {
  if (mailbox.generation === 'rest') void ports.restVersions.ask(mailbox).catch(() => undefined);
}

/** `issuer` is what its own metadata document says; a slash may differ from what the server or the person said. */
async function clientAt(
  ports: SignInPorts,
  found: FoundMailService,
  request: SignInRequest,
  signal: AbortSignal,
): Promise<SignInClient> {
  const { kind, url } = found.issuer;
  const { issuer } = await ports.signIn.discover(url, { kind, signal });
  return {
    issuer,
    issuerKind: kind,
    clientId: request.clientId ?? defaultClientId,
    scopes: request.scopes ?? defaultScopes,
    audience: request.audience,
  };
}

/** Nothing of the other person stays: neither here nor, where the provider can, at the provider. */
async function wrongPerson(
  ports: SignInPorts,
  client: SignInClient,
  address: string,
  login: string,
  { tokens }: SignInResult,
): Promise<Fault> {
  await ports.signIn.revoke(client, tokens, AbortSignal.timeout(revokeDeadline)).catch(() => undefined);
  return new Fault('signin.wrong-person', 'the server reports another person', {
    facts: { address, login, issuer: new URL(client.issuer).host },
  });
}

/** The endpoints that answered meanwhile; the first candidate where none did. */
async function serviceOf(
  found: FoundMailService,
  client: SignInClient,
  line: ProofLine,
): Promise<MailService> {
  const [imap, smtp] = await Promise.all([line.imap, line.smtp]);
  return {
    server: found.server.href,
    generation: found.generation,
    imap: imap.endpoint,
    smtp: smtp.endpoint,
    sieve: found.candidates.sieve[0] ?? null,
    issuer: { ...found.issuer, url: client.issuer },
  };
}

function accountOf(
  clock: Clock,
  address: string,
  client: SignInClient,
  active: ActiveMailbox,
  service: MailService,
): Account {
  return {
    id: accountId(address, service.server),
    address,
    login: active.login,
    service: { ...service, generation: active.generation },
    clientId: client.clientId,
    scopes: client.scopes,
    audience: client.audience,
    jmapAccountId: active.jmapAccountId,
    signedInAt: new Date(clock.now()).toISOString(),
  };
}
