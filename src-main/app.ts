import { createAccessedProvisioning } from './app-passwords/accessed-provisioning.ts';
import type { AppPassword, ProofProtocol } from './app-passwords/app-password.ts';
import type { AppPasswordBook } from './app-passwords/app-password-book.ts';
import { nameAppPassword } from './app-passwords/app-password-name.ts';
import { parseExpiry } from './app-passwords/expiry.ts';
import { mintAppPassword } from './app-passwords/mint.ts';
import { type AppPasswordOverview, foreignIdPrefix, overviewOf } from './app-passwords/overview.ts';
import { proveAgain } from './app-passwords/prove-again.ts';
import { provedBy } from './app-passwords/proved-by.ts';
import type { Provisioning } from './app-passwords/provisioning.ts';
import { provisioningFor } from './app-passwords/provisioning-for.ts';
import type { Random } from './app-passwords/random-text.ts';
import { createRestVersions } from './app-passwords/rest-version.ts';
import { revokeAppPassword } from './app-passwords/revoke.ts';
import { showAppPassword } from './app-passwords/show-app-password.ts';
import type { FindRequest, FoundMailService } from './discovery/find-mail-service.ts';
import { watchedFind } from './discovery/watched-find.ts';
import { Fault } from './fault.ts';
import { findMailApp } from './mail-apps/catalogue.ts';
import { type Settings, settingsFor } from './mail-apps/settings.ts';
import type { Account } from './mailbox/account.ts';
import type { AccountBook } from './mailbox/account-book.ts';
import { createKeptLines } from './mailbox/kept-lines.ts';
import { namedAccount } from './mailbox/named-account.ts';
import { reactivate } from './mailbox/reactivate.ts';
import type { Browser } from './platform/browser.ts';
import type { Clock } from './platform/clock.ts';
import type { Http } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import type { ProcessLock } from './platform/process-lock.ts';
import type { Secret } from './secret.ts';
import { createAccess } from './sign-in/access.ts';
import type { OpenRedirectReceiver } from './sign-in/redirect-receiver.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import type { SignInWatch } from './sign-in/sign-in-person.ts';
import { type SignedIn, type SignInRequest, signInToMailbox } from './sign-in/sign-in-to-mailbox.ts';
import { type SignedOut, signOutOfMailbox } from './sign-in/sign-out-of-mailbox.ts';
import { createTokenKeeper } from './sign-in/token-keeper.ts';
import type { TokenStore } from './sign-in/token-store.ts';
import type { Watch } from './steps.ts';
import type { Vault } from './vault/vault.ts';

export interface AppPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly browser: Browser;
  readonly signIn: SignIn;
  readonly openReceiver: OpenRedirectReceiver;
  readonly vault: Vault;
  readonly tokens: TokenStore;
  /** Held while a token set is refreshed. */
  readonly refreshLock: ProcessLock;
  readonly accounts: AccountBook;
  readonly appPasswords: AppPasswordBook;
  readonly random: Random;
  /** Name of this computer, for the descriptions of app passwords. */
  readonly hostName: string;
}

/** An account with whether its token set is here. */
export interface AccountOverview extends Account {
  readonly signedIn: boolean;
}

export interface CreateRequest {
  /** Address or id; null where there is only one. */
  readonly account: string | null;
  readonly mailApp: string;
  readonly name: string | null;
  /** `90d`, `never` ...; null for a year. */
  readonly expires: string | null;
}

export interface MadeAppPassword {
  readonly appPassword: AppPassword;
  /** Which servers took it. */
  readonly proved: Readonly<Record<ProofProtocol, boolean>>;
  readonly settings: Settings;
  /** Name of the keychain it is in. */
  readonly vault: string;
  /** `space-in-secret`: 0.16.0 to 0.16.2 make such passwords, which POP3 refuses. */
  readonly note: 'space-in-secret' | null;
}

/** The use cases. The window and the terminal call the same functions; all of them throw Fault only. */
export interface App {
  /** Looks only; for faces of the program that show what was found before anybody signs in there. */
  find(request: FindRequest, watch: Watch): Promise<FoundMailService>;
  signIn(request: SignInRequest, watch: SignInWatch): Promise<Omit<SignedIn, 'line'>>;
  accounts(): Promise<readonly AccountOverview[]>;
  activate(
    account: string | null,
    watch: Watch,
  ): Promise<{ readonly account: Account; readonly note: string | null }>;
  listAppPasswords(account: string | null, signal: AbortSignal): Promise<readonly AppPasswordOverview[]>;
  createAppPassword(request: CreateRequest, watch: Watch): Promise<MadeAppPassword>;
  showAppPassword(id: string): Promise<Secret>;
  /** Tries a kept app password once more, and remembers how it went. */
  proveAppPassword(id: string, watch: Watch): Promise<AppPassword>;
  revokeAppPassword(
    id: string,
    account: string | null,
    watch: Watch,
  ): Promise<{ readonly description: string }>;
  settings(mailApp: string, account: string | null): Promise<Settings>;
  signOut(request: SignOutRequest, watch: Watch): Promise<SignedOut>;
  /** Closes connections that were kept open; idempotent. */
  close(): void;
}

export interface SignOutRequest {
  readonly account: string | null;
  /** Destroy the app passwords made here on the server first. */
  readonly revokePasswords: boolean;
  readonly openBrowser: boolean;
}

const usualLifetime = '1y';

export function createApp(ports: AppPorts): App {
  const keeper = createTokenKeeper({
    signIn: ports.signIn,
    store: ports.tokens,
    clock: ports.clock,
    lock: ports.refreshLock,
  });
  const restVersions = createRestVersions(ports);
  const lines = createKeptLines(ports.http);

  const theAccount = (named: string | null) => namedAccount(ports.accounts, named);

  const accessTo = (account: Account) =>
    createAccess({ keeper, http: ports.http, clock: ports.clock }, account);

  function provisioningOf(account: Account): Provisioning {
    return createAccessedProvisioning(accessTo(account), (token) =>
      provisioningFor({ ...ports, restVersions }, account, token),
    );
  }

  return {
    find: (request, watch) => watchedFind(ports, request, watch),
    async signIn(request, watch) {
      const { line, ...signedIn } = await signInToMailbox({ ...ports, restVersions }, request, watch);
      if (line) lines.keep(signedIn.account.id, line);
      return signedIn;
    },

    async accounts() {
      const accounts = await ports.accounts.list();
      return Promise.all(
        accounts.map(async (account) => ({
          ...account,
          signedIn: (await ports.tokens.load(account.id)) !== null,
        })),
      );
    },

    async activate(named, watch) {
      const account = await theAccount(named);
      return reactivate(ports, account, accessTo(account), watch);
    },

    async listAppPasswords(named, signal) {
      const account = await theAccount(named);
      const [listed, ours] = await Promise.all([
        provisioningOf(account).list(signal),
        ports.appPasswords.list(account.id),
      ]);
      return listed.map((one) => overviewOf(one, ours));
    },

    async createAppPassword(request, watch) {
      const mailApp = findMailApp(request.mailApp);
      const expiresAt = parseExpiry(request.expires ?? usualLifetime, ports.clock.now());
      const account = await theAccount(request.account);
      const { id, description } = nameAppPassword(
        { mailApp: mailApp.id, mailAppName: mailApp.name, host: ports.hostName, name: request.name },
        ports.random,
      );
      const line = lines.take(account);
      try {
        const { appPassword, vault, note } = await mintAppPassword(
          ports,
          {
            account,
            mailApp: mailApp.id,
            id,
            wanted: { description, expiresAt },
            provisioning: provisioningOf(account),
            line,
          },
          watch,
        );
        return {
          appPassword,
          proved: provedBy(appPassword.proof),
          settings: settingsFor(mailApp, account, description),
          vault,
          note,
        };
      } finally {
        line.close();
      }
    },

    showAppPassword: (id) => showAppPassword(ports.vault, id),

    async proveAppPassword(id, watch) {
      const appPassword = await ports.appPasswords.get(id);
      if (!appPassword) throw new Fault('password.not-found', 'not made here', { facts: { id } });
      const account = await theAccount(appPassword.accountId);
      const line = lines.take(account);
      try {
        return await proveAgain(ports, { appPassword, account, line }, watch);
      } finally {
        line.close();
      }
    },

    async revokeAppPassword(id, named, watch) {
      const ours =
        named === null && !id.startsWith(foreignIdPrefix) ? await ports.appPasswords.get(id) : null;
      const account = await theAccount(named ?? ours?.accountId ?? null);
      return revokeAppPassword(ports, provisioningOf(account), account.id, id, watch);
    },

    async settings(mailAppId, named) {
      const mailApp = findMailApp(mailAppId);
      const account = await theAccount(named);
      const made = (await ports.appPasswords.list(account.id)).filter((one) => one.mailApp === mailApp.id);
      return settingsFor(mailApp, account, made.at(-1)?.description ?? null);
    },

    async signOut(request, watch) {
      const account = await theAccount(request.account);
      if (request.revokePasswords) {
        for (const { id } of await ports.appPasswords.list(account.id)) {
          await revokeAppPassword(ports, provisioningOf(account), account.id, id, watch);
        }
      }
      return signOutOfMailbox(ports, account, request.openBrowser, watch);
    },

    close: () => lines.close(),
  };
}
