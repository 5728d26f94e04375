import { randomBytes } from 'node:crypto';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type App, createApp } from './app.ts';
import { createAppPasswordBook } from './app-passwords/app-password-book.ts';
import type { Fault } from './fault.ts';
import { createAccountBook } from './mailbox/account-book.ts';
import type { Browser } from './platform/browser.ts';
import type { Http } from './platform/http.ts';
import { createJsonLog, logFileName } from './platform/json-log.ts';
import type { Log } from './platform/log.ts';
import { createNodeHttp } from './platform/node-http.ts';
import { createProcessLock } from './platform/process-lock.ts';
import { stateDirectory } from './platform/state-directory.ts';
import { createSystemBrowser } from './platform/system-browser.ts';
import { createSystemClock } from './platform/system-clock.ts';
import { openLoopbackReceiver } from './sign-in/loopback-receiver.ts';
import { createOpenidSignIn } from './sign-in/openid-sign-in.ts';
import type { OpenRedirectReceiver } from './sign-in/redirect-receiver.ts';
import { createSealedTokenStore } from './sign-in/sealed-token-store.ts';
import type { Vault } from './vault/vault.ts';

export interface NodeAppOptions {
  readonly vault: Vault;
  /** Node's own fetch when absent; the window has the one of Chromium, with the system's proxy and trust store. */
  readonly http?: Http;
  /** The system's opener when absent. */
  readonly browser?: Browser;
  /** With the words of the page the browser ends on; English when absent. */
  readonly openReceiver?: OpenRedirectReceiver;
}

/** The app with the adapters of plain Node: for the terminal, the demo and the bench, and below the window. */
export function createNodeApp(options: NodeAppOptions): App {
  const { vault, http = createNodeHttp() } = options;
  const directory = ourStateDirectory();
  const clock = createSystemClock();
  const log = createNodeLog();
  const report = (fault: Fault) => log.warn('set aside', { code: fault.code, ...fault.facts });
  const lock = (name: string) => createProcessLock({ directory, name });
  // Another process may be refreshing: two requests to the provider with deadlines of 10 and 15 s.
  const refreshLock = createProcessLock({ directory, name: 'refresh', deadlineMs: 30_000 });
  return createApp({
    http,
    clock,
    log,
    browser: options.browser ?? createSystemBrowser(),
    signIn: createOpenidSignIn({ http, clock }),
    openReceiver: options.openReceiver ?? openLoopbackReceiver,
    vault,
    tokens: createSealedTokenStore({ directory, vault, lock: lock('token-sets'), report }),
    refreshLock,
    accounts: createAccountBook({ directory, lock: lock('accounts'), report }),
    appPasswords: createAppPasswordBook({ directory, lock: lock('app-passwords'), report }),
    random: randomBytes,
    hostName: ourHostName(),
  });
}

/** The log in the state directory. */
export function createNodeLog(): Log {
  return createJsonLog({ directory: ourStateDirectory(), clock: createSystemClock() });
}

/** The file `createNodeLog` writes to. */
export function nodeLogPath(): string {
  return join(ourStateDirectory(), logFileName);
}

/** Name of this computer, for people. */
export function ourHostName(): string {
  return hostname().split('.')[0] || 'this computer';
}

/** Where everything Gatepass keeps is. */
export function ourStateDirectory(): string {
  return stateDirectory({ platform: process.platform, env: process.env, home: homedir() });
}
