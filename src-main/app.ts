import type { AppPassword, ListedAppPassword } from './app-passwords/app-password.ts';
import type { AppPasswordBook } from './app-passwords/app-password-book.ts';
import { mintAppPassword } from './app-passwords/mint.ts';
import { provisioningFor } from './app-passwords/provisioning-for.ts';
import { revokeAppPassword } from './app-passwords/revoke.ts';
import { activateAccount } from './mailbox/activate-account.ts';
import type { Account } from './mailbox/account.ts';
import type { AccountBook } from './mailbox/account-book.ts';
import { createProofLines } from './mailbox/proof-line.ts';
import { findMailApp } from './mail-apps/catalogue.ts';
import { type Settings, settingsFor } from './mail-apps/settings.ts';
import type { Browser } from './platform/browser.ts';
import type { Clock } from './platform/clock.ts';
import type { Http } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import type { Secret } from './secret.ts';
import type { OpenRedirectReceiver } from './sign-in/redirect-receiver.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { type SignInRequest, type SignInWatch, signInToMailbox } from './sign-in/sign-in-to-mailbox.ts';
import { type SignedOut, type SignOutRequest, signOutOfMailbox } from './sign-in/sign-out-of-mailbox.ts';
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
  readonly accounts: AccountBook;
  readonly appPasswords: AppPasswordBook;
  /** Name of this computer, for the descriptions of app passwords. */
  readonly hostName: string;
}
